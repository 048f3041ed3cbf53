import Foundation
import Testing

/// report.xlsx as other programs read it: openpyxl every figure, LibreOffice the totals it computes.
@Suite struct ReportWorkbookTests {
    /// Names that a spreadsheet, a page or a file's form would take for something else.
    static let names = [
        "\"=HYPERLINK(\"\"http://example.invalid\"\",\"\"x\"\")\"",
        "<script>alert(1)</script>&amp;_x0041_",
        "控制\u{1}符\u{7F}\u{200B}" + String(repeating: "长", count: 200),
    ]

    private func hostile(_ arguments: String...) throws -> Fixture {
        let fixture = try Fixture()
        for (name, plain) in zip(Self.names, ["样例甲公司", "样例乙公司", "样例丙公司"]) {
            try fixture.scratch.edit("programme/roster.csv", "," + plain + ",通过", ",\(name),通过")
        }
        try fixture.set("programme: \"=A1&B1 \\\"<b>\\\" &P\"")
        let outcome = try Command.run(
            ["run", "programme", "--output", "out"] + arguments, in: fixture.scratch)
        try #require(outcome.exit == 0, "\(outcome.error)")
        return fixture
    }

    @Test func sampleHasTheFiguresOfItsReport() throws {
        let sample = try Sample.published.get()
        try compare([sample.url("out").path], in: sample)
    }

    @Test func draftHasTheFiguresOfItsReport() throws {
        let fixture = try hostile("--dry-run", "--language", "en")
        try compare([fixture.scratch.url("out.draft").path], in: fixture.scratch)
    }

    @Test func hostileNamesStayText() throws {
        let fixture = try hostile()
        try compare([fixture.scratch.url("out").path], in: fixture.scratch)
        let outcome = try fixture.verify("out")
        #expect(outcome.exit == 0, "\(outcome.error)")
    }

    @Test func weightHasTheFiguresOfItsReport() throws {
        let scratch = try Scratch()
        let folder = Places.cases.appendingPathComponent("pool-is-split-by-grams-of-weight")
        try scratch.copy(folder.appendingPathComponent("programme"), to: "programme")
        try Command.run("run", "programme", "--output", "out", in: scratch)
        try compare([scratch.url("out").path], in: scratch)
    }

    /// With the values that the file keeps, and without, so that it must compute them.
    @Test func spreadsheetComputesTheSameTotals() throws {
        let scratch = try hostile().scratch
        try scratch.rename("out", "hostile")
        let sample = try Sample.published.get()
        try scratch.copy(sample.url("out"), to: "sample")
        for folder in ["sample", "hostile"] {
            try scratch.copy(scratch.url(folder + "/report.xlsx"), to: folder + "-kept.xlsx")
            let bare = scratch.url(folder + "-bare.xlsx").path
            try compare([scratch.url(folder).path, "--bare", bare], in: scratch)
        }
        let books = ["sample-kept", "sample-bare", "hostile-kept", "hostile-bare"]
        let outcome = try Command.start(
            URL(fileURLWithPath: "/usr/bin/soffice"),
            [
                "-env:UserInstallation=" + scratch.url("profile").absoluteString, "--headless",
                "--convert-to",
                "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,0",
            ] + books.map { $0 + ".xlsx" }, in: scratch, environment: ["HOME": scratch.url.path]
        ).outcome()
        try #require(outcome.exit == 0, "\(outcome.error)")
        for folder in ["sample", "hostile"] {
            let sheets = books.filter { $0.hasPrefix(folder) }
            try compare(
                [scratch.url(folder).path, "--computed"]
                    + sheets.map { scratch.url($0 + ".csv").path }, in: scratch)
        }
    }

    private func compare(_ arguments: [String], in scratch: Scratch) throws {
        let script = Places.oracles.appendingPathComponent("workbook_figures.py").path
        let python = ProcessInfo.processInfo.environment["FENTAN_PYTHON"] ?? "/usr/bin/python3"
        let outcome = try Command.start(
            URL(fileURLWithPath: python), ["-B", script] + arguments, in: scratch,
            environment: ["PYTHONUTF8": "1"]
        ).outcome()
        #expect(outcome.exit == 0, "\(outcome.output)\(outcome.error)")
    }
}
