import Foundation
import Testing

/// What the system refuses is said in one line, and is an exit of its own.
@Suite struct SurroundingsTests {
    @Test(arguments: [
        "run programme --output out", "settle programme bank.csv", "status programme",
    ])
    func fewOpenFilesAreSaid(command: String) throws {
        let fixture = try Fixture()
        for count in 5...63 where count < 12 || count == 63 {
            let outcome = try shell(
                "ulimit -n \(count); exec \"$0\" \(command)", in: fixture.scratch)
            #expect(outcome.exit == 74, "\(count): \(outcome.error)")
            #expect(outcome.error.split(separator: "\n").count == 1, "\(outcome.error)")
        }
        #expect(!fixture.scratch.exists("out"))
    }

    @Test func lowLimitOfOpenFilesIsRaisedWhereItMayBe() throws {
        let fixture = try Fixture()
        let outcome = try shell(
            "ulimit -S -n 8; exec \"$0\" run programme --output out", in: fixture.scratch)
        #expect(outcome.exit == 0, "\(outcome.error)")
    }

    @Test func fileThatMayNotGrowIsLikeAFullDisk() throws {
        let fixture = try Fixture()
        let outcome = try shell(
            "ulimit -f 8; exec \"$0\" run programme --output out", in: fixture.scratch)
        #expect(outcome.exit == 74, "\(outcome.error)")
        #expect(outcome.error.split(separator: "\n").count == 1, "\(outcome.error)")
        #expect(!fixture.scratch.exists("out"))
        #expect(!fixture.scratch.exists(".out.fentan-part"))
        try #expect(fixture.run().exit == 0)
    }

    @Test func closedStandardErrorEndsNothing() throws {
        let fixture = try Fixture()
        let outcome = try shell("exec \"$0\" run nowhere 2>/dev/full", in: fixture.scratch)
        #expect(outcome.exit == 66)
    }

    /// Whoever reads an exit of 0 believes that the document is there.
    @Test(arguments: [
        "explain programme \(Fixture.codes[0])",
        "explain programme \(Fixture.codes[0]) --format html",
        "explain programme \(Fixture.codes[0]) --format json", "status programme", "verify out",
        "settle programme bank.csv", "compare out out", "compare out other", "check programme",
        "run programme --output out", "run programme --output third --ledger third.sqlite",
        "doctor programme --output out", "init 2027", "keys key", "profiles",
        "profiles neutral", "intake plan programme", "--version", "--help", "run --help",
        "--generate-completion-script bash", "--experimental-dump-help",
    ])
    func fullStandardOutputIsNoSuccess(command: String) throws {
        let year = YearFixture(try Fixture.published())
        let payment = try #require(year.payments(of: "out").first)
        try year.statement([YearFixture.line(payment, "已付", day: 16)], to: "bank.csv")
        try year.scratch.edit(Fixture.exportPath, "2026-01-05,3", "2026-01-05,4")
        try #require(
            Command.run(
                "run", "programme", "--output", "other", "--ledger", "other.sqlite",
                in: year.scratch
            ).exit == 0)
        try year.scratch.edit(Fixture.exportPath, "2026-01-05,4", "2026-01-05,3")
        let listing = "printf 'f 1 logistics.csv\\0' | "
        let outcome = try shell("\(listing)\"$0\" \(command) >/dev/full", in: year.scratch)
        // What the machine lacks is an exit of its own.
        let exits: Set<Int32> = command.hasPrefix("doctor") ? [74, 78] : [74]
        #expect(exits.contains(outcome.exit), "\(outcome.error)")
        #expect(
            outcome.error
                == "fentan: standard output or a temporary file cannot be written (No space left on "
                + "device). Check the disk, and what reads it.\n")
    }

    /// What had to be done is done: the text of it alone is lost.
    @Test func runThatCannotTellHasPublished() throws {
        let fixture = try Fixture()
        let outcome = try shell(
            "exec \"$0\" run programme --output out >/dev/full", in: fixture.scratch)
        #expect(outcome.exit == 74)
        try #expect(Command.run("verify", "out", in: fixture.scratch).exit == 0)
    }

    @Test func aReaderThatHasGoneIsNoError() throws {
        let fixture = try Fixture()
        let outcome = try shell(
            "{ \"$0\" run programme --output out; echo $? >code; } | :", in: fixture.scratch)
        #expect(outcome.error.isEmpty)
        try #expect(fixture.scratch.text("code") == "0\n")
    }

    private func shell(_ line: String, in scratch: Scratch) throws -> Command.Outcome {
        try Command.start(
            URL(fileURLWithPath: "/bin/sh"), ["-c", line, Command.binary.path], in: scratch
        ).outcome()
    }
}
