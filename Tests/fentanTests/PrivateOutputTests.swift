import Foundation
import Testing

/// Outputs are for their owner alone, and accounts for finance alone.
@Suite struct PrivateOutputTests {
    /// Whatever rights a shell takes from new files, or leaves to them.
    @Test(arguments: ["000", "022", "027", "077", "177", "277", "777"])
    func onlyTheOwnerReadsOutputs(umask: String) throws {
        let fixture = try Fixture()
        // A row that is rejected, so that every kind of output is written.
        try fixture.scratch.edit(Fixture.exportPath, "2026-03-06,1,", "2026-03-06,x,")
        try fixture.set("max-rejected: 100%")
        let outcomes = try ["run programme", "run programme --dry-run", "check programme"].map {
            try shell("umask \(umask); exec \"$0\" \($0) --output out", in: fixture.scratch)
        }
        #expect(outcomes.map(\.exit) == [0, 0, 0], "\(outcomes.map(\.error))")
        try fixture.scratch.edit("programme/roster.csv", "样例甲公司,通过", "样例甲公司,待审")
        // With a ledger of its own, for the year is published.
        let stopped = try shell(
            "umask \(umask); exec \"$0\" run programme --output later --ledger later.sqlite",
            in: fixture.scratch)
        #expect(stopped.exit == 65)
        for folder in ["out", "out.draft", "out.checked", "later.stopped"] {
            for (path, stamp) in try fixture.scratch.stamps(folder) {
                let isFolder = try fixture.scratch.url(folder + "/" + path)
                    .resourceValues(forKeys: [.isDirectoryKey]).isDirectory
                #expect(
                    stamp.mode == (isFolder == true ? 0o700 : 0o600), "\(umask) \(folder)/\(path)")
            }
        }
    }

    @Test(arguments: ["000", "777"])
    func keyIsPrivateUnderAnyMask(umask: String) throws {
        let scratch = try Scratch()
        #expect(try shell("umask \(umask); exec \"$0\" keys key", in: scratch).exit == 0)
        #expect(try Stamp(scratch.url("key")).mode == 0o600)
    }

    /// Every account of the sample, in the outputs of every command on it.
    @Test func noAccountOfTheSampleOutsideOfPaymentFiles() throws {
        let accounts = try sampleAccounts()
        try #require(accounts.count > 30)
        let scratch = try Scratch()
        try scratch.copy(Sample.folder, to: "year")
        try? scratch.remove("year/out")
        var said = ""
        for arguments in [
            ["run", "year", "--output", "out"], ["run", "year", "--output", "out"],
            ["run", "year", "--output", "out", "--language", "en"],
            ["run", "year", "--output", "out", "--dry-run"], ["check", "year", "--output", "out"],
            ["verify", "out"], ["verify", "out.draft"],
        ] {
            let outcome = try Command.run(arguments, in: scratch)
            #expect(outcome.exit == 0, "\(arguments)")
            said += outcome.output + outcome.error
        }
        try scratch.edit("year/fentan.yaml", "volume: pieces", "volume: pieces\nmax-rejected: 0%")
        let stopped = try Command.run(
            ["run", "year", "--output", "stopped", "--ledger", "other.sqlite"], in: scratch)
        #expect(stopped.exit == 65)
        said += stopped.output + stopped.error
        #expect(leaks(of: accounts, in: said).isEmpty)
        var seen = 0
        for (path, bytes) in try scratch.tree()
        where !path.hasPrefix("year/") && !path.hasPrefix("out/payments/") {
            seen += 1
            let found = leaks(of: accounts, in: String(decoding: bytes, as: UTF8.self))
            #expect(found.isEmpty, "\(path)")
        }
        #expect(seen >= 16)
        let paid = try scratch.text("out/payments/pain.001.xml")
        #expect(leaks(of: accounts, in: paid).count > 30)
        #expect(try leaks(of: accounts, in: scratch.text("out/payments/held.csv")).isEmpty)
    }

    /// An account that stands where something else should: the message does not repeat it.
    @Test(arguments: [
        "6222023602001230", "6222 0236 0200 1230", "６２２２０２３６０２００１２３０", "6222-0236-0200-1230",
    ])
    func accountInAWrongColumnIsMasked(account: String) throws {
        let edits = [
            ("programme/roster.csv", "样例甲公司,通过", "样例甲公司,\(account)"),
            ("programme/roster.csv", Fixture.codes[0] + ",", account + ","),
            ("programme/fentan.yaml", "year: 2026", "year: \(account)"),
            ("programme/fentan.yaml", "payment-date: 2027-03-15", "payment-date: \(account)"),
            ("programme/fentan.yaml", "year: 2026", "year: 2026\npool: \"\(account)\""),
            ("programme/fentan.yaml", "year: 2026", "year: 2026\nvolume: \"\(account)\""),
        ]
        for (path, old, new) in edits {
            let fixture = try Fixture()
            try fixture.scratch.edit(path, old, new)
            let outcome = try fixture.run()
            #expect([66, 78].contains(outcome.exit), "\(new)")
            #expect(leaks(of: ["6222023602001230"], in: outcome.error).isEmpty, "\(outcome.error)")
        }
    }

    /// An account in a column of an export: neither findings nor messages repeat it.
    @Test(
        arguments: 0..<5, [Fixture.accounts[1], "9902 0000-0000 0022", "账号\(Fixture.accounts[1])"])
    func accountInAnExportIsMasked(column: Int, account: String) throws {
        for limit in ["100%", "0%"] {
            let fixture = try Fixture()
            var cells = ["T0009", Fixture.codes[1], "2026-02-05", "x", "已签收"]
            cells[column] = account
            try fixture.scratch.write(
                fixture.scratch.text(Fixture.exportPath) + cells.joined(separator: ",") + "\n",
                to: Fixture.exportPath)
            try fixture.set("max-rejected: \(limit)")
            let outcome = try fixture.run()
            #expect(outcome.exit == (limit == "0%" ? 65 : 0), "\(outcome.error)")
            let accounts = [Fixture.accounts[1]]
            #expect(leaks(of: accounts, in: outcome.output + outcome.error).isEmpty)
            for (path, bytes) in try fixture.scratch.tree()
            where path.hasPrefix("out") && !path.hasPrefix("out/payments/") {
                let found = leaks(of: accounts, in: String(decoding: bytes, as: UTF8.self))
                #expect(found.isEmpty, "\(path)")
            }
        }
    }

    private func sampleAccounts() throws -> [String] {
        let roster = try String(
            contentsOf: Sample.folder.appendingPathComponent("roster.csv"), encoding: .utf8)
        let lines = roster.split(whereSeparator: \.isNewline).map {
            $0.drop { $0 == "\u{FEFF}" }.split(separator: ",", omittingEmptySubsequences: false)
        }
        let column = try #require(lines.first?.firstIndex { $0.contains("账号") })
        let payees = lines.dropFirst().map { digits(of: String($0[column])) }
        return (payees + ["0099440117000000018"]).filter { $0.count >= 8 }
    }

    /// The accounts in `text`, with or without what people put between their digits.
    private func leaks(of accounts: [String], in text: String) -> [String] {
        let joined = joinedDigits(of: text)
        return accounts.filter(joined.contains)
    }

    private func digits(of text: String) -> String {
        joinedDigits(of: text).filter { $0.isASCII && ($0.isNumber || $0.isLetter) }
    }

    /// `text` in half-width digits, without blanks and hyphens.
    private func joinedDigits(of text: String) -> String {
        var joined = String.UnicodeScalarView()
        for scalar in text.unicodeScalars
        where !" -\u{A0}\u{3000}\u{200B}\t".unicodeScalars.contains(scalar) {
            let isWide = (0xFF10...0xFF19).contains(scalar.value)
            joined.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
        }
        return String(joined)
    }

    private func shell(_ line: String, in scratch: Scratch) throws -> Command.Outcome {
        try Command.start(
            URL(fileURLWithPath: "/bin/sh"), ["-c", line, Command.binary.path], in: scratch
        ).outcome()
    }
}
