import Foundation
import Testing

@testable import fentan

/// What a run says beside its results: nothing unless it is asked, and each message one line.
@Suite struct LogTests {
    @Test func successIsSilentOnStandardError() throws {
        let outcome = try Fixture().run()
        #expect(outcome.exit == 0)
        #expect(outcome.error.isEmpty)
        #expect(outcome.output.split(separator: "\n").count <= 8)
    }

    @Test func verboseSaysWhatIsDone() throws {
        let fixture = try Fixture()
        let outcome = try fixture.run("--verbose")
        let expected = """
            fentan: fentan VERSION: programme, into out
            fentan: fentan.yaml read: 2026, 500000.00 yuan; the ledger is ledger.sqlite
            fentan: logistics.csv read: waybills, utf-8, 245 bytes, 4 rows, 4 counted
            fentan: settled: 3 enterprises on the roster, 0 findings, 0 reasons not to pay
            fentan: 9 documents proved before anything is written
            fentan: recorded in ledger.sqlite

            """
        #expect(
            outcome.error.replacing(#/fentan \d+\.\d+\.\d+/#, with: "fentan VERSION") == expected)
        for account in Fixture.accounts + [Fixture.payerAccount] {
            #expect(!outcome.error.contains(account))
        }
        try #expect(outcome.output == Fixture().run().output)
    }

    @Test func verboseCountsWhatWasFound() throws {
        let fixture = try Fixture()
        let again = "T0001,\(Fixture.codes[0]),2026-01-05,3,已签收\n"
        try fixture.scratch.write(Fixture.export + again, to: Fixture.exportPath)
        let outcome = try fixture.run("--verbose")
        let said = "settled: 3 enterprises on the roster, 1 finding, 0 reasons not to pay\n"
        #expect(outcome.error.contains(said))
    }

    /// Whatever the command reads it names; none of them shows an account.
    @Test(arguments: [
        ("verify out", "fentan: out: 9 files read, to be proved\n"),
        ("status programme", "fentan: ledger.sqlite read: 1 batch\n"),
        (
            "settle programme bank.csv",
            "fentan: bank.csv read: csv, 1 answer\nfentan: ledger.sqlite read: 1 batch\n"
        ),
        (
            "explain programme \(Fixture.codes[0])",
            "fentan: logistics.csv read: waybills, utf-8, 245 bytes, 4 rows, 4 counted\n"
        ),
    ])
    func everyCommandSaysWhatItReads(command: String, said: String) throws {
        let year = YearFixture(try Fixture.published())
        let payment = try #require(year.payments(of: "out").first)
        try year.statement([YearFixture.line(payment, "已付", day: 16)], to: "bank.csv")
        let words = command.split(separator: " ").map(String.init)
        let plain = try Command.run(words, in: year.scratch)
        #expect(plain.exit == 0 && plain.error.isEmpty)
        let outcome = try Command.run(words + ["--verbose"], in: year.scratch)
        #expect(outcome.exit == 0)
        #expect(outcome.error == said)
    }

    struct Line: Decodable {
        let level: String
        let message: String
        let time: String
    }

    private func lines(_ text: String) throws -> [Line] {
        try text.split(separator: "\n").map {
            try JSONDecoder().decode(Line.self, from: Data($0.utf8))
        }
    }

    /// The same messages, each an object, on the same streams.
    @Test func jsonIsAnObjectALine() throws {
        let fixture = try Fixture()
        let plain = try Fixture().run("--verbose")
        let outcome = try fixture.run("--verbose", "--log-format", "json")
        let results = try lines(outcome.output)
        #expect(results.map(\.message) == plain.output.split(separator: "\n").map(String.init))
        #expect(Set(results.map(\.level)) == ["notice"])
        let notes = try lines(outcome.error)
        #expect(
            notes.map { "fentan: " + $0.message }
                == plain.error.split(separator: "\n").map(String.init))
        #expect(Set(notes.map(\.level)) == ["info"])
        let time = #/20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00/#
        #expect((results + notes).allSatisfy { $0.time.wholeMatch(of: time) != nil })
    }

    @Test func errorsAreObjectsToo() throws {
        let outcome = try Command.run("run", "nowhere", "--log-format", "json", in: Scratch())
        #expect(outcome.exit == 66)
        let said = try lines(outcome.error)
        #expect(said.map(\.level) == ["error"])
        #expect(said.first?.message.hasPrefix("nowhere: ") == true)
    }

    /// A name with a line break and an escape in it, in either form.
    @Test(arguments: ["text", "json"])
    func namesForgeNoLine(format: String) throws {
        let fixture = try Fixture()
        let name = "a\n{\"level\":\"error\"}\u{1B}[2J.csv"
        try fixture.scratch.rename(Fixture.exportPath, "programme/exports/" + name)
        let outcome = try fixture.run("--verbose", "--log-format", format)
        #expect(outcome.exit == 0)
        #expect(outcome.error.split(separator: "\n", omittingEmptySubsequences: false).count == 7)
        #expect(!outcome.error.contains("\u{1B}"))
        if format == "json" { try #expect(lines(outcome.error).count == 6) }
    }

    @Test func stopNamesTheNextCommandLast() throws {
        let fixture = try Fixture()
        try fixture.scratch.edit(
            "programme/roster.csv", "样例乙公司,通过", "样例乙公司,待审")
        let outcome = try fixture.run()
        #expect(outcome.exit == 65)
        let last = outcome.error.split(separator: "\n").last
        #expect(
            last
                == "fentan: next: mend what is named above, then fentan check programme --output out"
        )
    }

    @Test func heldIsSaidWithItsWayOut() throws {
        let fixture = try Fixture()
        try fixture.scratch.edit("programme/roster.csv", Fixture.accounts[1], "")
        let outcome = try fixture.run()
        #expect(outcome.exit == 0)
        #expect(
            outcome.output.hasSuffix(
                """
                published: out
                held: payments to 1 enterprise, see out/payments/held.csv; mend what it names, then \
                fentan run programme --output out --outstanding
                next: fentan verify out

                """))
    }
}
