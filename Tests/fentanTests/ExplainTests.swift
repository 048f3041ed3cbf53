import Foundation
import Testing

/// `fentan explain`: every number of it stands in what `run` writes.
@Suite struct ExplainTests {
    static let enterprises = [
        "91440117MY26069668", "91440117MY2600118G", "91440117MY2601487W", "Y1440117MY2628882G",
    ]

    @Test(arguments: enterprises)
    func everyNumberOfTheSampleIsOneOfItsReport(uscc: String) throws {
        let published = try Sample.published.get()
        let outcome = try Command.run(
            "explain", Sample.folder.path, uscc, "--format", "json", in: published)
        #expect(outcome.exit == 0 && outcome.error.isEmpty)
        try Proof(of: outcome.output, in: published, "out").prove()
    }

    static let cases = [
        "every-exclusion-has-its-code", "every-reject-of-pieces-has-its-code",
        "contested-waybill-pays-nobody", "pool-is-split-by-grams-of-weight",
        "equal-remainders-go-to-larger-volume-then-code", "award-of-no-fen-is-no-payment",
        "stops-while-a-review-is-pending", "payee-that-cannot-be-paid-is-held",
        "findings-that-decide-no-row",
    ]

    /// Drafts and stopped runs, whoever is asked for.
    @Test(arguments: cases)
    func everyNumberOfACaseIsOneOfItsReport(name: String) throws {
        let scratch = try Scratch()
        try scratch.copy(
            Places.cases.appendingPathComponent(name).appendingPathComponent("programme"),
            to: "programme")
        try Command.run("run", "programme", "--output", "out", "--dry-run", in: scratch)
        let folder = scratch.exists("out.draft") ? "out.draft" : "out.stopped"
        for award in try scratch.report(folder).awards {
            let outcome = try Command.run(
                "explain", "programme", award.uscc, "--format", "json", in: scratch)
            #expect(outcome.exit == 0 && outcome.error.isEmpty, "\(outcome.error)")
            try Proof(of: outcome.output, in: scratch, folder).prove()
        }
    }

    /// Five rows of a code are enough to see what it is about; who objects needs each.
    @Test func allRowsAreListedWhereAllAreAskedFor() throws {
        let published = try Sample.published.get()
        let due = try published.text("out/findings.csv").split(separator: "\r\n").dropFirst()
            .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
            .filter { $0[4] == Self.enterprises[2] && !$0[1].isEmpty }
            .map { "\($0[0]):\($0[1])" }
        let words = ["explain", Sample.folder.path, Self.enterprises[2], "--language", "en"]
        for (options, isWhole) in [([], false), (["--all"], true)] {
            let outcome = try Command.run(words + options, in: published)
            let said = Set(outcome.output.split { $0 == "\n" || $0 == " " }.map(String.init))
            #expect(outcome.output.contains("more; the alliance can list them all") != isWhole)
            #expect(due.allSatisfy(said.contains) == isWhole)
        }
        #expect(due.count > 100)
    }

    @Test func nothingIsWrittenAndNoLockAwaited() throws {
        let fixture = try Fixture()
        let before = try fixture.scratch.stamps("")
        let outcome = try Command.run(
            "explain", "programme", Fixture.codes[0], "--memory", "1K", in: fixture.scratch)
        #expect(outcome.exit == 0 && outcome.error.isEmpty)
        #expect(try fixture.scratch.stamps("") == before)
    }

    /// What the enterprise is told is what its newest letter says, whatever was paid since.
    @Test func letterOfTheNewestBatchSaysTheSame() throws {
        let year = try YearFixture()
        try year.run("--letters")
        func proveSame(_ folder: String) throws {
            for code in Fixture.codes {
                let outcome = try Command.run(
                    "explain", "programme", code, "--format", "html", in: year.scratch)
                #expect(outcome.exit == 0, "\(outcome.error)")
                let letter = try year.scratch.text("\(folder)/letters/\(code).html")
                #expect(outcome.output == letter, "\(folder) \(code)")
            }
        }
        try proveSame("out")
        try year.settle(try year.payments(of: "out").map { YearFixture.line($0, "已付", day: 16) })
        try proveSame("out")
        try year.scratch.edit(Fixture.exportPath, ",2026-02-05,2,", ",2026-02-05,5,")
        try year.run("--supersede", "--reason", "异议成立", "--letters")
        try proveSame("out-2")
        let outcome = try Command.run(
            "explain", "programme", Fixture.codes[0], "--language", "en", in: year.scratch)
        let said = outcome.output.split { " \n".contains($0) }.joined(separator: " ")
        #expect(said.contains("Earlier batches have issued 285,714.29 yuan. Of it"))
    }

    @Test func sameBytesWhateverThreadsMemoryAndPublication() throws {
        let fixture = try Fixture()
        func explained(_ more: String...) throws -> String {
            let outcome = try Command.run(
                ["explain", "programme", Fixture.codes[0], "--waybill", "T0004"] + more,
                in: fixture.scratch)
            #expect(outcome.exit == 0, "\(outcome.error)")
            return outcome.output
        }
        let plain = try explained()
        try #expect(explained("--threads", "1") == plain)
        try #expect(explained("--threads", "7", "--block-bytes", "40") == plain)
        try #expect(explained("--memory", "1K") == plain)
        try fixture.run()
        try #expect(explained() == plain)
    }

    /// The classes of a waybill's rows are those of the findings, and what is left counts.
    @Test(arguments: [
        ("OK1", ["counted"]), ("ok2", ["excluded", "excluded"]),
        ("BACK", ["excluded", "excluded"]), ("STR1", ["excluded"]), ("RET2", ["excluded"]),
    ])
    func eachRowOfAWaybillHasItsClass(number: String, classes: [String]) throws {
        let scratch = try Scratch()
        let folder = Places.cases.appendingPathComponent("every-exclusion-has-its-code")
        try scratch.copy(folder.appendingPathComponent("programme"), to: "programme")
        let outcome = try Command.run(
            "explain", "programme", "--waybill", number, "--format", "json", in: scratch)
        let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
        let waybill = try #require((json as? [String: Any])?["waybill"] as? [String: Any])
        let rows = try #require(waybill["rows"] as? [[String: Any]])
        #expect(rows.compactMap { $0["class"] as? String } == classes)
    }

    @Test(
        arguments: [
            (["explain", "programme"], 64), (["explain", "programme", ""], 64),
            (["explain", "programme", "谁"], 64), (["explain", "nowhere", "谁"], 66),
            (["explain", "programme", "91440300708461136T"], 66),
            (["explain", "programme", "--waybill", "1.2E+9"], 64),
            (["explain", "programme", "--waybill", "ABSENT"], 66),
            (["explain", "programme", "样例甲公司", "--format", "pdf"], 64),
        ] as [([String], Int32)])
    func whatCannotBeExplainedHasItsExit(arguments: [String], exit: Int32) throws {
        let fixture = try Fixture()
        let outcome = try Command.run(arguments, in: fixture.scratch)
        #expect(outcome.exit == exit)
        #expect(!outcome.error.isEmpty && outcome.output.isEmpty)
    }
}

/// Holds an explanation's numbers against a report and its findings.
private struct Proof {
    let explanation: [String: Any]
    let report: [String: Any]
    let findings: [[Substring]]

    init(of json: String, in scratch: Scratch, _ folder: String) throws {
        explanation = try #require(
            try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        report = try #require(
            try JSONSerialization.jsonObject(with: scratch.data(folder + "/report.json"))
                as? [String: Any])
        findings = try scratch.text(folder + "/findings.csv").split(separator: "\r\n").dropFirst()
            .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    }

    func prove() throws {
        let enterprise = try #require(explanation["enterprise"] as? [String: Any])
        let uscc = try #require(enterprise["uscc"] as? String)
        let awards = try #require(report["awards"] as? [[String: Any]])
        let award = try #require(awards.first { $0["uscc"] as? String == uscc })
        for key in ["schema", "year", "pool"] { same(explanation, report, key) }
        for key in ["name", "volume", "months"] { same(enterprise, award, key) }
        let volumes = try #require(report["volume"] as? [String: Any])
        #expect(enterprise["countedVolume"] as? String == volumes["counted"] as? String)
        if let own = enterprise["award"] as? [String: Any] {
            for key in own.keys where !["reasons", "isTied", "amountInWords"].contains(key) {
                same(own, key == "leftOverFen" ? report : award, key)
            }
        } else {
            #expect(award["amount"] is NSNull)
        }
        try counts(enterprise, uscc)
        try files(enterprise, award, uscc)
    }

    private func counts(_ enterprise: [String: Any], _ uscc: String) throws {
        let own = lines { $0[4] == uscc }
        var found = 0
        for part in ["findings", "notes"] {
            for finding in try #require(enterprise[part] as? [[String: Any]]) {
                let code = try #require(finding["code"] as? String)
                let count = own.count { $0[3] == code }
                #expect(finding["count"] as? Int == count, "\(uscc) \(code)")
                found += count
                for example in try #require(finding["examples"] as? [[String: Any]]) {
                    let file = example["file"] as? String ?? ""
                    let line = (example["line"] as? Int).map(String.init) ?? ""
                    let waybill = example["waybill"] as? String ?? ""
                    #expect(
                        own.contains { cells in
                            cells[0] == file && cells[1] == line && cells[3] == code
                                && cells[5].drop { $0 == "'" } == waybill
                        }, "\(file):\(line)")
                }
            }
        }
        // None of its lines is left out.
        #expect(found == own.count, "\(uscc)")
        let nameless = lines { $0[4].isEmpty && Self.isRejected($0[3]) }
        #expect(enterprise["namelessRows"] as? Int == nameless.count)
    }

    private func files(
        _ enterprise: [String: Any], _ award: [String: Any], _ uscc: String
    ) throws {
        let counted = try #require(award["files"] as? [[String: Any]])
        var classes: [String: String] = [:]
        for finding in try #require(enterprise["findings"] as? [[String: Any]]) {
            classes[finding["code"] as? String ?? ""] = finding["class"] as? String
        }
        let files = try #require(enterprise["files"] as? [[String: Any]])
        for file in files {
            let name = try #require(file["name"] as? String)
            let rows = try #require(file["rows"] as? [String: Int])
            let own = counted.first { $0["name"] as? String == name }
            #expect(rows["counted"] == own?["rows"] as? Int ?? 0)
            if let own { same(file, own, "volume") }
            for (rowClass, count) in rows where rowClass != "counted" {
                let lines = lines { cells in
                    cells[0] == name && cells[4] == uscc && classes[String(cells[3])] == rowClass
                }
                #expect(count == lines.count, "\(uscc) \(name) \(rowClass)")
            }
        }
        #expect(
            Set(counted.map { $0["name"] as? String }).isSubset(
                of: files.map { $0["name"] as? String }))
    }

    private func lines(_ isMeant: ([Substring]) -> Bool) -> [[Substring]] {
        findings.filter { $0.count > 5 && isMeant($0) }
    }

    private func same(_ left: [String: Any], _ right: [String: Any], _ key: String) {
        let (one, other) = (left[key] as? NSObject, right[key] as? NSObject)
        #expect(one != nil && one == other, "\(key)")
    }

    /// The classes of the codes, as their names have them.
    private static func isRejected(_ code: Substring) -> Bool {
        let others = [
            "waybill.suspicious", "enterprise.not-on-roster", "enterprise.refused",
            "enterprise.other-support", "date.outside-period",
        ]
        let families = [
            "row", "encoding", "waybill", "enterprise", "date", "pieces", "weight", "volume",
            "month",
        ]
        return families.contains(String(code.prefix { $0 != "." }))
            && !others.contains(String(code))
    }
}
