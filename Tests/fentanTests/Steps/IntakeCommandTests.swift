import Foundation
import Intake
import Testing

@testable import fentan

/// `fentan intake`: each step as a process, from standard input to standard output.
@Suite struct IntakeCommandTests {
    private static let settings = """
        year: 2026
        payer: {name: 样例联盟, account: "0099440117000000018", bank: 样例银行, cnaps: "999581000012"}
        """
    private static let rows =
        "运单号,企业名称,发货日期,件数\nSF1,样例荔香,2026-05-05,1\nSF2,样例荔香,2026-05-05,2\n"

    /// A programme with a plan.
    private func planned() throws -> Scratch {
        let scratch = try Scratch()
        try scratch.write(Self.settings, to: "p/fentan.yaml")
        try scratch.copy(Sample.folder.appendingPathComponent("roster.csv"), to: "p/roster.csv")
        let listing = "f 90 b.csv\0f 7 .hidden\0f 90 a.csv\0"
        let plan = try step("plan p --partitions 2", Data(listing.utf8), in: scratch)
        try #require(plan.exit == 0, "\(plan.error)")
        try scratch.write(plan.output, to: "plan.json")
        return scratch
    }

    private struct Done {
        let exit: Int32
        let output: Data
        let error: String
    }

    private func step(_ command: String, _ input: Data, in scratch: Scratch) throws -> Done {
        try scratch.write(input, to: "stdin")
        // Through a pipe, as engines do it.
        let outcome = try Command.start(
            URL(fileURLWithPath: "/bin/sh"),
            [
                "-c", "cat stdin | \"$0\" intake \(command) >stdout 2>stderr",
                Command.binary.path,
            ], in: scratch
        ).outcome()
        return Done(
            exit: outcome.exit, output: try scratch.data("stdout"),
            error: try scratch.text("stderr"))
    }

    @Test func aPlanHasTheExportsInOrderAndNoAccount() throws {
        let scratch = try planned()
        let plan = try PlannedIntake.value(IntakePlan.self, at: scratch.url("plan.json").path)
        #expect(plan.exports == ["a.csv", "b.csv"])
        #expect(plan.skipped == [".hidden"])
        #expect(plan.partitions == 2)
        let account = Data("0099440117000000018".utf8)
        let digits = account.map { String(format: "%02x", $0) }.joined()
        #expect(try !scratch.text("plan.json").contains(digits))
    }

    @Test(arguments: [
        ("f 1 a.csv", 66), ("f x a.csv\0", 66), ("d 0 a\0", 66), ("\0", 66), ("", 66),
        ("f 1 .a\0", 66),
    ])
    func aListingThatIsNoneIsRefused(_ listing: String, _ exit: Int32) throws {
        let scratch = try planned()
        #expect(try step("plan p", Data(listing.utf8), in: scratch).exit == exit)
    }

    @Test func stepsAreTheSameWhereverTheBytesComeFrom() throws {
        let scratch = try planned()
        let rows = Data(Self.rows.utf8)
        let whole = try step("map --plan plan.json --export a.csv", rows, in: scratch)
        #expect(whole.exit == 0, "\(whole.error)")
        let cut = try step("cut --plan plan.json --export a.csv", rows, in: scratch)
        #expect(cut.exit == 0, "\(cut.error)")
        try scratch.write(cut.output, to: "cut.json")
        let header = try #require(Self.rows.firstIndex(of: "\n"))
        let body = Data(Self.rows[header...].dropFirst().utf8)
        let range = try step(
            "map --plan plan.json --export a.csv --cut cut.json --range 0", body, in: scratch)
        #expect(range.exit == 0, "\(range.error)")
        #expect(try frames(range.output, scratch) == frames(whole.output, scratch))
    }

    private func frames(_ records: Data, _ scratch: Scratch) throws -> Int {
        let plan = try PlannedIntake(at: scratch.url("plan.json").path)
        var reader = try RecordReader(rules: plan.digest, Array(records))
        var count = 0
        while try reader.next() != nil { count += 1 }
        return count
    }

    @Test func aStreamThatIsNoneIsAnErrorAndNeverAShorterResult() throws {
        let scratch = try planned()
        let rows = Data(Self.rows.utf8)
        let records = try step("map --plan plan.json --export a.csv", rows, in: scratch).output
        for (input, word) in [
            (Data(), "no records"), (rows, "no records"), (records.dropLast(), "end before"),
            (records.prefix(200), "end before"), (records + Data([0]), "not belong"),
        ] {
            let table = try step("table volumes --plan plan.json", input, in: scratch)
            #expect(table.exit == 66)
            #expect(table.error.contains("stdin") && table.error.contains(word), "\(table.error)")
            let reduced = try step("reduce --partition 0 --plan plan.json", input, in: scratch)
            #expect(reduced.exit == 66)
            #expect(reduced.output.isEmpty)
        }
        // Records of both partitions are none of one.
        #expect(try step("reduce --partition 0 --plan plan.json", records, in: scratch).exit == 66)
    }

    @Test func aFileThatIsNoExportIsNamed() throws {
        let scratch = try planned()
        let other = try step(
            "map --plan plan.json --export a.csv", Data("a;b\n1;2\n".utf8), in: scratch)
        #expect(other.exit == 66)
        #expect(other.error.contains("exports/a.csv"), "\(other.error)")
        #expect(
            try step("map --plan plan.json --export c.csv", Data(), in: scratch).exit == 66)
    }

    @Test func aPlanOfOtherHandsIsRefused() throws {
        let scratch = try planned()
        let text = try scratch.text("plan.json")
        for other in [
            "", "{}", text.replacingOccurrences(of: "\"a.csv\"", with: "\"aa.csv\""),
            text.replacingOccurrences(of: "\"partitions\":2", with: "\"partitions\":4"),
            text.replacingOccurrences(of: "\"partitions\":2", with: "\"partitions\":3"),
            text.replacingOccurrences(of: "\"form\":1", with: "\"form\":9"),
            text.replacingOccurrences(of: Version.text, with: "9.9.9"),
        ] {
            try scratch.write(other, to: "plan.json")
            let done = try step(
                "map --plan plan.json --export a.csv", Data(Self.rows.utf8), in: scratch)
            #expect(done.exit == 66, "\(done.error)")
            #expect(done.output.isEmpty)
        }
    }

    @Test func theHelpDoesNotShowIt() throws {
        let help = try Command.run("--help", in: Scratch())
        #expect(!help.output.contains("intake"))
        #expect(try Command.run("help", "intake", in: Scratch()).output.contains("reduce"))
    }

    @Test func aTableHasAsManyFindingsAsRecords() throws {
        let scratch = try planned()
        let rows = Self.rows + "SF3,样例荔香,,1\n,样例荔香,2026-05-05,1\n"
        let records = try step("map --plan plan.json --export a.csv", Data(rows.utf8), in: scratch)
        let table = try step("table findings --plan plan.json", records.output, in: scratch)
        #expect(table.exit == 0, "\(table.error)")
        let text = String(decoding: table.output, as: UTF8.self)
        #expect(text.split(separator: "\r\n").count == 2)
        #expect(text.contains("a.csv,4,3,date.missing,rejected,"), "\(text)")
    }
}
