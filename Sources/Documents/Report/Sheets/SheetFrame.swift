import Subsidy

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
