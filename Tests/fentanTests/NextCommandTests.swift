import Foundation
import Testing

@testable import fentan

/// What a hint says can be typed as it stands, and meets the files that the command met.
@Suite struct NextCommandTests {
    @Test(arguments: [
        ("2026", "2026"), ("/srv/分摊/2026", "/srv/分摊/2026"), ("a_b-1.c", "a_b-1.c"),
        ("a b", "'a b'"), ("a'b", #"'a'\''b'"#), ("$HOME", "'$HOME'"), ("", "''"), ("a;b", "'a;b'"),
        ("a\tb", "'a\tb'"), ("~x", "'~x'"),
    ])
    func wordIsQuotedWhereAShellWouldReadIt(text: String, word: String) {
        #expect(NextCommand.word(text) == word)
    }

    @Test func optionsThatWereTypedAreNamed() {
        #expect(NextCommand(programme: "2026").line("check") == "fentan check 2026")
        let next = NextCommand(
            programme: "2026", output: "/srv/my out", ledger: "all.sqlite", intake: "spark")
        #expect(
            next.line("run", "--outstanding")
                == "fentan run 2026 --output '/srv/my out' --ledger all.sqlite --intake spark "
                + "--outstanding")
    }

    @Test func theHintOfAHeldPaymentSendsItFromTheSameLedger() throws {
        let year = try YearFixture()
        try year.account(2, "")
        let first = try year.run("--ledger", "all years.sqlite")
        let hint = try #require(first.output.split(separator: "\n").first { $0.contains("held: ") })
        let command = try #require(hint.split(separator: "then ").last)
        #expect(
            command
                == "fentan run programme --output out --ledger 'all years.sqlite' --outstanding")
        try year.scratch.edit("programme/roster.csv", "样例丙公司,,", "样例丙公司,990377,")
        let status = try Command.run(
            "status", "programme", "--ledger", "all years.sqlite", in: year.scratch)
        let note = "no longer held: fentan run programme --ledger 'all years.sqlite' --outstanding"
        #expect(status.output.contains(note))
        let again = try Command.start(
            URL(fileURLWithPath: "/bin/sh"),
            ["-c", "exec \"$0\"" + command.dropFirst("fentan".count), Command.binary.path],
            in: year.scratch
        ).outcome()
        #expect(again.exit == 0, "\(again.error)")
        #expect(year.scratch.exists("out-2"))
    }
}
