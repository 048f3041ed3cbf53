import Foundation
import Testing

/// Names of files and folders are anybody's: they make no line, move no cursor, and lead nowhere.
@Suite struct HostileNamesTests {
    private static let name = "a\nfentan: published: out\u{1B}[31m\r"

    @Test func nameForgesNoLine() throws {
        let fixture = try Fixture()
        try fixture.scratch.write("x", to: "programme/exports/" + Self.name + ".csv")
        for outcome in [
            try fixture.run(),
            try Command.run(
                "run", "programme", "--output", "no" + Self.name + "/out", in: fixture.scratch),
            try Command.run("verify", Self.name, in: fixture.scratch),
            try Command.run("compare", Self.name, "out", in: fixture.scratch),
            try Command.run("settle", "programme", Self.name, in: fixture.scratch),
            try Command.run("run", "programme", "--ledger", Self.name, in: fixture.scratch),
        ] {
            #expect(outcome.exit != 0)
            #expect(outcome.error.split(separator: "\n").count == 1, "\(outcome.error)")
            #expect(!outcome.error.dropLast().unicodeScalars.contains { $0.value < 32 })
        }
    }

    @Test func outputOfSuchANameIsNamedInOneLine() throws {
        let fixture = try Fixture()
        let outcome = try Command.run(
            "run", "programme", "--output", Self.name, in: fixture.scratch)
        #expect(outcome.exit == 0, "\(outcome.error)")
        #expect(outcome.output.split(separator: "\n").count == 4, "\(outcome.output)")
    }

    @Test(arguments: ["programme/roster.csv", "programme/fentan.yaml"])
    func tableOfMoreThan64MiBIsRefusedUnread(path: String) throws {
        let fixture = try Fixture()
        try fixture.scratch.write("", to: path)
        let handle = try FileHandle(forWritingTo: fixture.scratch.url(path))
        try handle.truncate(atOffset: 64 << 20 | 1)
        try handle.close()
        let outcome = try fixture.run()
        #expect(outcome.exit == 66)
        #expect(outcome.error.contains("File too large"), "\(outcome.error)")
    }
}
