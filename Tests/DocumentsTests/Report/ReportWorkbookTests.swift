import Subsidy
import Testing

@testable import Documents

struct ReportWorkbookTests {
    private func sheets(
        _ sample: Sample, _ state: Edition.State = .published, language: Language = .zh
    ) throws -> [WorkbookSheet] {
        let edition = try Sample.edition(state, language: language)
        return ReportWorkbook.sheets(Report(of: try sample.settlement(), edition: edition))
    }

    private func values(_ row: [WorkbookSheet.Cell]) -> [WorkbookSheet.Value] { row.map(\.value) }

    private func number(_ figure: String) throws -> WorkbookSheet.Number {
        try #require(WorkbookSheet.Number(figure: figure))
    }

    @Test func awardsAreNumbersAndCodesAreText() throws {
        let awards = try sheets(try Sample.plain())[0]
        let first = values(awards.rows[3])
        #expect(first[0] == .number(try number("1")))
        #expect(first[1] == .text(Sample.codes[3]))
        #expect(first[3] == .number(try number("881")))
        #expect(first[4] == .number(try number("39.3304%")))
        #expect(first[5] == .number(try number("196651.79")))
        #expect(awards.rows[3][1].style.format == "@")
        #expect(awards.rows[3][5].style.format == "#,##0.00")
        #expect(awards.rows[3][5].style.alignment == .right)
    }

    @Test func totalsAreFormulasWithTheirValues() throws {
        let total = values(try sheets(try Sample.plain())[0].rows[6])
        #expect(total[1] == .formula("SUM(D4:D6)", is: try number("2240")))
        #expect(total[2] == .formula("ROUND(D7/2240,6)", is: try number("100.0000%")))
        #expect(total[3] == .formula("ROUND(SUM(F4:F6),2)", is: try number("500000.00")))
        #expect(total[4] == .formula("ROUND(SUM(G4:G6),2)", is: try number("500000.00")))
        #expect(total[5] == .formula("ROUND(SUM(H4:H6),2)", is: try number("0.00")))
    }

    @Test func totalStandsInWordsAboveTheSignatures() throws {
        let rows = try sheets(try Sample.plain())[0].rows
        #expect(values(rows[7])[1] == .text("人民币伍拾万元整"))
        let signatures = rows[8...].flatMap(values)
        for label in ["制表：", "复核：", "审批：", "盖章：", "日期："] {
            #expect(signatures.contains(.text(label)), "\(label)")
        }
    }

    @Test(arguments: [(Language.zh, "草案"), (.en, "Draft")])
    func onlyADraftIsMarked(language: Language, mark: String) throws {
        for state in [Edition.State.draft, .published] {
            for sheet in try sheets(try Sample.plain(), state, language: language) {
                let page = try #require(sheet.page)
                #expect(page.header.right == (state == .draft ? mark : ""))
                guard case .text(let title) = sheet.rows[0][0].value else {
                    Issue.record("no title")
                    continue
                }
                #expect(title.hasPrefix(mark) == (state == .draft))
            }
        }
    }

    @Test func payersAccountIsMasked() throws {
        let cells = try sheets(try Sample.plain()).flatMap(\.rows).flatMap { $0 }.map(\.value)
        #expect(cells.contains(.text("****9876")))
        #expect(!cells.contains { "\($0)".contains(Sample.payerAccount) })
    }

    @Test func furtherBatchSaysWhatWasPaidBefore() throws {
        let batch = Batch(number: 2, kind: .supersede, reason: "异议成立", withdraws: false)
        let edition = try Sample.edition(batch: batch, earlier: [.first])
        let report = Report(of: try Sample.plain().settlement(), edition: edition)
        let sheets = ReportWorkbook.sheets(report)
        let titles = values(sheets[0].rows[2])
        #expect(titles.contains(.text("此前已付（元）")))
        #expect(titles.contains(.text("应追回（元）")))
        #expect(sheets[0].rows.prefix(6).dropFirst(2).allSatisfy { $0.count == 12 })
    }

    @Test(arguments: [
        ("0", 0, 0), ("12.500", 12_500, 3), ("0.01", 1, 2), ("12.3456%", 123_456, 6),
        ("999999999999999", 999_999_999_999_999, 0),
    ])
    func figureIsANumberOfItsDigits(figure: String, units: Int, decimals: Int) throws {
        let number = try number(figure)
        #expect(number.units == UInt128(units))
        #expect(number.decimals == decimals)
    }

    @Test(arguments: ["1000000000000000", "", "1.2.3", "-1", "1,000", "x"])
    func whatASpreadsheetWouldRoundIsNoNumber(figure: String) {
        #expect(WorkbookSheet.Number(figure: figure) == nil)
    }

    @Test func volumeOfMoreThan15DigitsIsTextToTheLastDigit() throws {
        let cell = WorkbookSheet.Cell.total("SUM(D4:D6)", is: "1234567890123456")
        #expect(cell.value == .text("1234567890123456"))
    }

    @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
    func columnsHaveLetters(column: Int, letters: String) {
        #expect(WorkbookSheet.letters(of: column) == letters)
    }

    @Test func wrappedTextHasRoomForItsLines() throws {
        let sheet = WorkbookSheet(
            name: "x", columns: [.init(width: 13), .init(width: 13)], rows: [])
        #expect(sheet.height(of: [.note("x")]) == nil)
        #expect(sheet.height(of: [.text("十个宽的字")]) == 18)
        #expect(sheet.height(of: [.text("十个宽的字"), .text("十一个宽的字")]) == 33)
        #expect(sheet.height(of: [.text("十一个宽的字", span: 2)]) == 18)
        #expect(sheet.height(of: [.text(String(repeating: "字", count: 900))]) == 409)
    }
}
