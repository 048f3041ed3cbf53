import Subsidy

/// `report.xlsx`: the report for finance and the review group, in sheets that compute their totals.
enum ReportWorkbook {
    static let path = "report.xlsx"

    static func bytes(_ report: Report) throws(OutputDocuments.Fault) -> [UInt8] {
        do throws(Workbook.Fault) {
            return try Workbook.bytes(of: sheets(report), created: date(of: report))
        } catch {
            throw .workbook(error.reason, file: path)
        }
    }

    static func sheets(_ report: Report) -> [WorkbookSheet] {
        let awards = AwardsSheet(report)
        return [
            awards.sheet, awards.chartSheet, FilesSheet.sheet(report), FindingsSheet.sheet(report),
            SettingsSheet.sheet(report),
        ]
    }

    /// What dates the file, which is to be the same whenever it is made.
    private static func date(of report: Report) -> CalendarDate {
        report.edition.paymentDate ?? report.programme.period.to
    }
}

/// What all sheets of the report have: a title, a note, the columns' titles, and a page.
struct SheetFrame {
    typealias Cell = WorkbookSheet.Cell
    typealias Style = WorkbookSheet.Style

    /// Title, note and columns' titles stand above what is listed.
    static let headRows = 3

    struct Column {
        let title: String
        let width: Int
        var isNumber = false

        init(_ title: String, _ width: Int, isNumber: Bool = false) {
            self.title = title
            self.width = width
            self.isNumber = isNumber
        }
    }

    let report: Report
    let label: SheetLabel
    let columns: [Column]

    private var language: Language { report.edition.language }

    /// The sheet of these rows under their head.
    func sheet(note: String, _ rows: [[Cell]]) -> WorkbookSheet {
        let title = Style(alignment: .left, isBold: true, size: 14)
        let head: [[Cell]] = [
            [Cell(value: .text(heading), style: title)], [.note(note)],
            columns.map { column in
                Cell(
                    value: .text(column.title),
                    style: Style(
                        alignment: column.isNumber ? .right : .left, border: .grid, isBold: true,
                        isShaded: true, wraps: true))
            },
        ]
        return WorkbookSheet(
            name: label.text[language],
            columns: columns.map { WorkbookSheet.Column(width: $0.width) },
            rows: head + rows, page: page(titleRow: Self.headRows - 1))
    }

    /// How a sheet of the report prints.
    func page(titleRow: Int?) -> WorkbookSheet.Page {
        let isDraft = report.edition.state == .draft
        let title = "\(Excerpt.visible(report.programme.title)) · \(label.text[language])"
        return WorkbookSheet.Page(
            frozenRows: titleRow.map { $0 + 1 } ?? 0, titleRow: titleRow,
            header: (
                left: String(title.unicodeScalars.prefix(100)),
                right: isDraft ? VerdictWording.name(of: .draft)[language] : ""
            ),
            footer: SheetLabel.pageNumber.text[language])
    }

    /// `草案 · 补贴项目（2026 · 补贴）`.
    var heading: String {
        let title = Excerpt.visible(report.programme.title, limit: 200)
        let year = Text(
            "\(report.programme.year) 年度\(label.text.zh)",
            "\(label.text.en) of \(report.programme.year)")
        let state = report.edition.state
        let mark = state == .draft ? VerdictWording.name(of: state)[language] + " · " : ""
        return "\(mark)\(title) · \(year[language])"
    }
}

extension WorkbookSheet.Cell {
    typealias Style = WorkbookSheet.Style

    /// Text from somebody's file, which stays text also when it is edited.
    static func stated(_ text: String) -> Self {
        Self(
            value: .text(Excerpt.visible(text, limit: 200)),
            style: Style(format: "@", alignment: .left, border: .grid, wraps: true))
    }

    /// Text of ours.
    static func text(_ text: String, isBold: Bool = false, span: Int = 1) -> Self {
        Self(
            value: text.isEmpty && span == 1 ? .blank : .text(text),
            style: Style(alignment: .left, border: .grid, isBold: isBold, wraps: true), span: span)
    }

    /// Text above or below a table.
    static func note(_ text: String) -> Self {
        Self(value: text.isEmpty ? .blank : .text(text), style: Style(alignment: .left))
    }

    /// A figure as it is printed; as text where it has more digits than a spreadsheet keeps.
    static func figure(_ figure: String, isBold: Bool = false) -> Self {
        guard let number = WorkbookSheet.Number(figure: figure) else {
            return Self(
                value: .text(figure),
                style: Style(format: "@", alignment: .right, border: .grid, isBold: isBold))
        }
        return Self(
            value: .number(number),
            style: Style(
                format: format(of: number, isPercentage: figure.hasSuffix("%")), alignment: .right,
                border: .grid, isBold: isBold))
    }

    /// The total of a column, as a formula that comes to `figure`.
    static func total(_ formula: String, is figure: String) -> Self {
        let cell = self.figure(figure, isBold: true)
        guard case .number(let number) = cell.value else { return cell }
        return Self(value: .formula(formula, is: number), style: cell.style)
    }

    private static func format(of number: WorkbookSheet.Number, isPercentage: Bool) -> String {
        let decimals = number.decimals - (isPercentage ? 2 : 0)
        let zeros = decimals > 0 ? "." + String(repeating: "0", count: decimals) : ""
        return (isPercentage ? "0" : "#,##0") + zeros + (isPercentage ? "%" : "")
    }
}

/// The sum of a column's rows as a formula; rounded where the numbers have decimals.
struct ColumnSum {
    /// Of the sheet, from 0.
    let column: Int
    let rows: Range<Int>
    let decimals: Int

    var formula: String {
        let letters = WorkbookSheet.letters(of: column)
        let sum = "SUM(\(letters)\(rows.lowerBound + 1):\(letters)\(rows.upperBound))"
        return decimals == 0 ? sum : "ROUND(\(sum),\(decimals))"
    }
}
