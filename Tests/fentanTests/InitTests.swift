import Foundation
import Testing

/// `fentan init` makes a year that runs as it is, and writes over nothing.
@Suite struct InitTests {
    @Test(arguments: [[], ["--language", "en"]])
    func newProgrammeRunsAsItIs(language: [String]) throws {
        let scratch = try Scratch()
        let made = try Command.run(["init", "2026"] + language, in: scratch)
        #expect(made.exit == 0, "\(made.error)")
        #expect(made.error.isEmpty)
        #expect(made.output.hasSuffix("next: fentan check 2026\n"))
        for command in ["check", "run", "run"] {
            let outcome = try Command.run([command, "2026"] + language, in: scratch)
            #expect(outcome.exit == 0, "\(command): \(outcome.error)")
            #expect(outcome.error.isEmpty)
        }
        try #expect(Command.run("verify", "2026/out", in: scratch).exit == 0)
        // A trial leaves nothing in the ledger of all years.
        #expect(!scratch.exists("ledger.sqlite"))
        let report = try scratch.report("2026/out")
        #expect(report.rows["counted"] == 12)
        #expect(report.rows["duplicate"] == 1 && report.rows["excluded"] == 1)
    }

    @Test func yearIsTheFoldersNameOrThisOne() throws {
        let scratch = try Scratch()
        for folder in ["2031", "test"] { try Command.run("init", folder, in: scratch) }
        try #expect(scratch.text("2031/fentan.yaml").contains("\nyear: 2031\n"))
        try #expect(scratch.text("2031/exports/sample.csv").contains(",2031-12-20,"))
        try #expect(scratch.text("test/fentan.yaml").contains(#/\nyear: 20\d\d\n/#))
    }

    @Test func isForItsOwnerAlone() throws {
        let scratch = try Scratch()
        let shell = "umask 0; exec \"$0\" init 2026"
        let outcome = try Command.start(
            .init(filePath: "/bin/sh"), ["-c", shell, Command.binary.path], in: scratch
        ).outcome()
        #expect(outcome.exit == 0, "\(outcome.error)")
        let modes = try scratch.stamps("2026").mapValues { $0.mode & 0o777 }
        #expect(modes.filter { $0.value == 0o700 }.keys.sorted() == ["", "exports"])
        #expect(Set(modes.values) == [0o700, 0o600])
    }

    @Test(arguments: ["folder", "empty", "file", "link", "."])
    func whatStandsThereIsLeftAlone(place: String) throws {
        let scratch = try Scratch()
        try scratch.write("kept", to: "folder/kept")
        try scratch.write("kept", to: "file")
        try scratch.make("empty")
        try scratch.link("link", to: "nowhere")
        let before = try scratch.stamps("")
        let outcome = try Command.run("init", place, in: scratch)
        #expect(outcome.exit == 73)
        #expect(outcome.error.hasPrefix("fentan: \(place): it exists already"))
        try #expect(scratch.stamps("").keys == before.keys)
        try #expect(scratch.text("folder/kept") == "kept")
    }

    /// `fentan init programmes/2027` on a new machine.
    @Test func foldersAboveAreMade() throws {
        let scratch = try Scratch()
        let outcome = try Command.run("init", "a/b/2026", in: scratch)
        #expect(outcome.exit == 0, "\(outcome.error)")
        #expect(scratch.exists("a/b/2026/fentan.yaml"))
        #expect(try Stamp(scratch.url("a")).mode == 0o700)
    }
}
