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

    private func shell(_ line: String, in scratch: Scratch) throws -> Command.Outcome {
        try Command.start(
            URL(fileURLWithPath: "/bin/sh"), ["-c", line, Command.binary.path], in: scratch
        ).outcome()
    }
}
