import Subsidy

/// The findings by code: how many, what they are worth and what to do.
enum FindingsSheet {
    static func sheet(_ report: Report) -> WorkbookSheet {
        let language = report.edition.language
        let unit = UnitWording.text(of: report.programme.unit)[language]
        let volume = FindingLabel.volume.text[language] + Text("（\(unit)）", " (\(unit))")[language]
        let columns: [SheetFrame.Column] = [
            .init(SheetLabel.findingCode.text[language], 27),
            .init(FlowLabel.rowClass.text[language], 11),
            .init(SheetLabel.problem.text[language], 44),
            .init(FindingLabel.count.text[language], 12, isNumber: true),
            .init(volume, 16, isNumber: true),
            .init(FindingLabel.yuan.text[language], 18, isNumber: true),
            .init(FindingLabel.remedy.text[language], 56),
        ]
        let frame = SheetFrame(report: report, label: .findings, columns: columns)
        let label = report.findings.isEmpty ? FindingLabel.none : FindingLabel.more
        return frame.sheet(
            note: label.text[language],
            report.findings.map { row(of: $0, language) }
                + (report.findings.isEmpty ? [] : [totalRow(report)]))
    }

    private static func row(
        of figures: CodeFigures, _ language: Language
    ) -> [WorkbookSheet.Cell] {
        let wording = FindingWording(of: figures.code)
        let name = figures.code.rowClass.map { ClassWording(of: $0).name } ?? FindingLabel.note.text
        return [
            .text(figures.code.rawValue), .text(name[language]), .text(wording.problem[language]),
            .figure(String(figures.count)), figures.volume.map { .figure($0) } ?? .text(""),
            figures.yuan.map { .figure($0) } ?? .text(""), .text(wording.remedy[language]),
        ]
    }

    /// Of the lines alone: a row may have two findings, and its volume is not to be added twice.
    private static func totalRow(_ report: Report) -> [WorkbookSheet.Cell] {
        let first = SheetFrame.headRows
        let sum = ColumnSum(
            column: 3, rows: first..<first + report.findings.count, decimals: 0)
        let count = report.findings.reduce(0) { $0 + $1.count }
        return [
            .text(AwardLabel.total.text[report.edition.language], isBold: true, span: 3),
            .total(sum.formula, is: String(count)), .text(""), .text(""), .text(""),
        ]
    }
}
