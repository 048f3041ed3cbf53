import Foundation
import Testing

/// Bank profiles: as `fentan profiles` shows them, and as other programs read what they write.
@Suite struct ProfilesTests {
    private static let shipped = [
        "neutral", "neutral-workbook", "icbc-text", "icbc-workbook", "ccb-workbook", "cmb-csv",
    ]

    private static let python =
        ProcessInfo.processInfo.environment["FENTAN_PYTHON"] ?? "/usr/bin/env"

    private func published(
        _ payments: String, roster: (String) -> String = { $0 }, before: (Fixture) throws -> Void
    ) throws -> (Fixture, Command.Outcome) {
        let fixture = try Fixture()
        try fixture.set("payments: [\(payments)]")
        try fixture.scratch.write(roster(Fixture.roster), to: "programme/roster.csv")
        try before(fixture)
        return (fixture, try fixture.run())
    }

    @Test func listNamesEveryShippedProfile() throws {
        let scratch = try Scratch()
        let outcome = try Command.run("profiles", in: scratch)
        #expect(outcome.exit == 0 && outcome.error.isEmpty)
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.map { $0.split(separator: " ").first.map(String.init) } == Self.shipped)
        for line in lines { #expect(line.contains(" / "), "\(line)") }
    }

    @Test func unknownProfileNamesTheNearest() throws {
        let outcome = try Command.run("profiles", "icbc-txt", in: Scratch())
        #expect(outcome.exit == 64 && outcome.output.isEmpty)
        #expect(outcome.error.contains("icbc-text"))
    }

    /// Saved under a name of one's own it writes what the shipped one does.
    @Test(arguments: shipped) func printedProfileIsAccepted(name: String) throws {
        let scratch = try Scratch()
        let printed = try Command.run("profiles", name, in: scratch)
        try #require(printed.exit == 0 && printed.error.isEmpty)
        let (own, outcome) = try published("our-\(name)") {
            try $0.scratch.write(printed.output, to: "programme/our-\(name).profile.yaml")
        }
        #expect(outcome.exit == 0, "\(outcome.error)")
        let (shipped, other) = try published(name) { _ in }
        try #require(other.exit == 0, "\(other.error)")
        let files = try own.scratch.tree("out/payments")
        #expect(!files.isEmpty)
        // Where a profile names no file, it is called after the profile.
        try #expect(Set(files.values) == Set(shipped.scratch.tree("out/payments").values))
        try #expect(own.verify("out").exit == 0)
    }

    /// One that GBK cannot write, of an account whose payment is out.
    @Test(arguments: [true, false])
    func fileThatCannotCarryWhatIsPaidIsRefused(hasLedger: Bool) throws {
        let (fixture, first) = try published(
            "neutral", roster: { $0.replacing("样例甲公司", with: "样例\u{20BB7}公司") }, before: { _ in })
        try #require(first.exit == 0, "\(first.error)")
        if !hasLedger { try fixture.scratch.remove("ledger.sqlite") }
        let before = try fixture.scratch.stamps("out")
        try fixture.scratch.edit(
            "programme/fentan.yaml", "payments: [neutral]", "payments: [neutral, icbc-text]")
        let again = try fixture.run()
        #expect(again.exit == 78, "\(again.error)")
        #expect(again.error.contains(Fixture.codes[0]), "\(again.error)")
        #expect(again.error.contains("icbc.txt"), "\(again.error)")
        #expect(again.error.contains("U+20BB7"), "\(again.error)")
        try #expect(fixture.scratch.stamps("out") == before)
    }

    /// Of two banks, so that there is a file for each.
    @Test func otherProgramsReadWhatIsWritten() throws {
        let (fixture, outcome) = try published(
            (["pain.001"] + Self.shipped + ["our-wide"]).joined(separator: ", "),
            roster: {
                $0.replacingOccurrences(
                    of: "\(Fixture.accounts[1]),样例银行,999", with: "\(Fixture.accounts[1]),别的银行,998")
            },
            before: { fixture in
                let text = try Command.run("profiles", "icbc-text", in: fixture.scratch).output
                try fixture.scratch.write(
                    text.replacingOccurrences(of: "icbc.txt", with: "our-wide.txt")
                        .replacingOccurrences(of: "encoding: gbk", with: "encoding: gb18030"),
                    to: "programme/our-wide.profile.yaml")
            })
        try #require(outcome.exit == 0, "\(outcome.error)")
        let payments = try YearFixture(fixture).payments(of: "out")
        try #require(payments.count == 3)
        let said = payments.map {
            "\($0.id)=\($0.account)=\($0.payee)=\(YearFixture.yuan($0.fen))"
        }
        let read = try read(said, in: fixture)
        #expect(read.exit == 0, "\(read.output)\(read.error)")
        // What reads them sees a wrong account, name or fen.
        for (old, new) in [("=9901", "=9911"), ("=样例甲", "=样例丁"), (".29", ".28")] {
            let wrong = said.map { $0.replacingOccurrences(of: old, with: new) }
            try #require(wrong != said)
            try #expect(self.read(wrong, in: fixture).exit == 1)
        }
    }

    private func read(_ payments: [String], in fixture: Fixture) throws -> Command.Outcome {
        let script = Places.oracles.appendingPathComponent("read_payments.py").path
        let start = Self.python == "/usr/bin/env" ? ["python3"] : []
        return try Command.start(
            URL(fileURLWithPath: Self.python),
            start + ["-B", script, fixture.scratch.url("out/payments").path] + payments,
            in: fixture.scratch, environment: ["PYTHONUTF8": "1"]
        ).outcome()
    }
}
