import Documents
import Foundation
import Intake
import Testing

@testable import fentan

/// `fentan run --intake` goes on from what an engine left, or says why it cannot.
@Suite struct IntakeFolderTests {
    private static let carried: Result<Scratch, any Error> = Result {
        let scratch = try Scratch()
        try CarriedIntake(Sample.folder).write(to: scratch.url("intake"))
        return scratch
    }

    /// The sample's folder of an intake, to be spoilt.
    private func copy() throws -> Scratch {
        let scratch = try Scratch()
        try scratch.copy(Self.carried.get().url("intake"), to: "intake")
        // One run at a time works on a programme.
        try scratch.copy(Sample.folder, to: "2026")
        return scratch
    }

    private func run(_ scratch: Scratch, _ verb: String = "run") throws -> Command.Outcome {
        try Command.run(
            verb, "2026", "--output", "out", "--ledger", "ledger.sqlite", "--intake",
            "intake", in: scratch, environment: ["TZ": "Asia/Shanghai"])
    }

    @Test func whatIsPublishedIsTheSameButForTheEngine() throws {
        let scratch = try copy()
        let outcome = try run(scratch)
        try #require(outcome.exit == 0, "\(outcome.error)")
        let plain = try Sample.published.get()
        for path in ["awards.csv", "findings.csv", "payments/neutral.csv", "payments/held.csv"] {
            #expect(try scratch.data("out/" + path) == plain.data("out/" + path), "\(path)")
        }
        let report = try scratch.text("out/report.json")
        let without = report.replacingOccurrences(of: "  \"engine\" : \"test 1.0\",\n", with: "")
        #expect(without != report)
        #expect(try without == plain.text("out/report.json"))
        #expect(try scratch.text("out/report.html").contains("test 1.0"))
        #expect(try Command.run("verify", "out", in: scratch).exit == 0)
    }

    @Test func whatIsPublishedStandsWhoeverReadsItAgain() throws {
        let scratch = try copy()
        try #require(run(scratch).exit == 0)
        let published = try scratch.text("out/report.json")
        let plain = try Command.run(
            "run", "2026", "--output", "out", "--ledger", "ledger.sqlite", in: scratch)
        #expect(plain.exit == 0, "\(plain.error)")
        #expect(try scratch.text("out/report.json") == published)
    }

    @Test func checkTakesItToo() throws {
        let outcome = try run(copy(), "check")
        #expect(outcome.exit == 0, "\(outcome.error)")
    }

    @Test func anOutputWithinItIsRefused() throws {
        let scratch = try copy()
        let outcome = try Command.run(
            "run", "2026", "--output", "intake/out", "--intake", "intake", in: scratch)
        #expect(outcome.exit == 73)
    }

    @Test(arguments: [
        "truncated", "longer", "missing", "flipped", "repeated", "left out", "totals", "no engine",
        "no manifest", "form", "partitions", "elsewhere",
    ])
    func aSpoiltFolderIsRefused(_ harm: String) throws {
        let scratch = try copy()
        let part = "intake/records/part-1"
        let text = try scratch.text(part)
        switch harm {
        case "truncated": try scratch.write(String(text.dropLast(402)), to: part)
        case "longer": try scratch.write(text + "AAAA\n", to: part)
        case "missing": try scratch.remove(part)
        case "flipped":
            let place = text.index(text.startIndex, offsetBy: 1000)
            let other = text[place] == "A" ? "B" : "A"
            try scratch.write(text.replacingCharacters(in: place...place, with: other), to: part)
        case "repeated":
            try scratch.edit(
                "intake/manifest.json", "\"part-2\"", "\"part-1\"")
        case "left out":
            try scratch.edit(
                "intake/manifest.json", "{\"bytes\":\(text.utf8.count),\"name\":\"part-1\"},", "")
        case "totals": try scratch.edit("intake/manifest.json", "\"frames\":", "\"frames\":1")
        case "no engine": try scratch.edit("intake/manifest.json", "test 1.0", "")
        case "no manifest": try scratch.remove("intake/manifest.json")
        case "form":
            try scratch.edit(
                "intake/manifest.json", ",\"form\":1,\"parts\"", ",\"form\":2,\"parts\"")
        case "partitions":
            try scratch.edit("intake/manifest.json", "\"partitions\":4", "\"partitions\":8")
        default:
            try scratch.edit("intake/manifest.json", "\"part-1\"", "\"../records/part-1\"")
        }
        let outcome = try run(scratch)
        #expect(outcome.exit == 66, "\(outcome.error)")
        #expect(outcome.error.contains("intake/"), "\(outcome.error)")
        #expect(!scratch.exists("out"))
    }

    /// Payees may be mended without reading all again; what decides may not.
    @Test func otherRulesAreRefusedAndOtherAccountsAreNot() throws {
        let scratch = try copy()
        func exit() throws -> Int32 {
            try Command.run("check", "2026", "--intake", "intake", "--output", "o", in: scratch)
                .exit
        }
        #expect(try exit() == 0)
        let roster = try scratch.text("2026/roster.csv")
        try scratch.write(
            roster.replacingOccurrences(of: "999581000012", with: "999100000016"),
            to: "2026/roster.csv")
        #expect(try exit() == 0)
        try scratch.write(
            roster.replacingOccurrences(of: ",通过,", with: ",不通过,"), to: "2026/roster.csv")
        #expect(try exit() == 66)
    }
}
