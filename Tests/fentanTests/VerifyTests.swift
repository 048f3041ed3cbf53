import Foundation
import Testing

/// `fentan verify`, from the command line.
@Suite struct VerifyTests {
    @Test func publishedFolderHolds() throws {
        let fixture = try Fixture.published()
        let outcome = try fixture.verify("out")
        #expect(outcome.exit == 0)
        #expect(outcome.error.isEmpty)
        #expect(!outcome.output.isEmpty)
    }

    static let documents = [
        "awards.csv", "findings.csv", "payments/neutral.csv", "payments/pain.001.xml",
        "report.html", "report.json", "report.xlsx", "SHA256SUMS",
    ]

    @Test(arguments: documents)
    func changedByteIsFound(path: String) throws {
        let fixture = try Fixture.published()
        var bytes = try fixture.scratch.data("out/" + path)
        let middle = bytes.count / 2
        bytes[middle] = bytes[middle] == 0x31 ? 0x32 : 0x31
        try fixture.scratch.write(bytes, to: "out/" + path)
        let outcome = try fixture.verify("out")
        // A report that cannot be read any more is a missing input; all else is a failed check.
        #expect(outcome.exit == 70 || (path == "report.json" && outcome.exit == 66))
        #expect(outcome.error.contains("out"))
        #expect(outcome.error.contains(path))
    }

    @Test(arguments: documents)
    func missingFileIsFound(path: String) throws {
        let fixture = try Fixture.published()
        try fixture.scratch.remove("out/" + path)
        let outcome = try fixture.verify("out")
        guard path == "report.json" else {
            #expect(outcome.exit == 70)
            return
        }
        #expect(outcome.exit == 66)
    }

    @Test func strangeFileIsFound() throws {
        let fixture = try Fixture.published()
        try fixture.scratch.write("x", to: "out/payments/more.csv")
        let outcome = try fixture.verify("out")
        #expect(outcome.exit == 70)
        #expect(outcome.error.contains("more.csv"))
    }

    @Test func missingFolderIsNamed() throws {
        let outcome = try Command.run("verify", "nowhere", in: Scratch())
        #expect(outcome.exit == 66)
        #expect(outcome.error.contains("nowhere"))
    }

    @Test func damagedFolderIsNotPublishedOver() throws {
        let fixture = try Fixture.published()
        try fixture.scratch.edit("out/awards.csv", "样例甲公司", "样例别公司")
        let before = try fixture.scratch.stamps("out")
        let outcome = try fixture.run()
        #expect(outcome.exit == 70)
        #expect(outcome.error.contains("out: "))
        try #expect(fixture.scratch.stamps("out") == before)
    }

    @Test func sha256sumAgrees() throws {
        let fixture = try Fixture.published()
        let tool = URL(fileURLWithPath: "/usr/bin/env")
        let outcome = try Command.start(
            tool, ["sh", "-c", "cd out && sha256sum --quiet --strict -c SHA256SUMS"],
            in: fixture.scratch
        ).outcome()
        #expect(outcome == Command.Outcome(exit: 0, output: "", error: ""))
    }
}
