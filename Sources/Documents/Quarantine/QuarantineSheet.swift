import DelimitedText
import Subsidy

/// One file of `quarantine/`: a line for each rejected row, with the cells that were read.
///
/// All other cells stay empty: they may be people's names and telephone numbers.
struct QuarantineSheet {
    /// Names of columns in a header stay short: they serve to recognise the columns.
    private static let headerLimit = 60

    private let columnCount: Int
    private var buffer = SentenceBuffer()

    init(of file: ExportFile) {
        let names = file.columns.map(CanonicalText.cell)
        columnCount = (names.lastIndex { !$0.isEmpty } ?? -1) + 1
        var header = CSVWriter()
        header.row(
            ["行号", "代码", "原因"]
                + names.prefix(columnCount).map {
                    SpreadsheetText.guarded(Excerpt.visible($0, limit: Self.headerLimit))
                })
        buffer.bytes = header.bytes
    }

    var bytes: [UInt8] { buffer.bytes }

    /// A line for the row of `finding`, which stands on a line of the export.
    mutating func append(
        _ finding: Finding, _ sentence: FindingSentence, cells: [RejectedRows.Cell]
    ) {
        guard let line = finding.line else { preconditionFailure("a row stands on a line") }
        Digits.append(line, to: &buffer.bytes)
        buffer.append(",")
        buffer.append(finding.code.rawValue)
        buffer.append(",")
        sentence.appendCell(finding, to: &buffer)
        for column in 0..<columnCount {
            buffer.append(",")
            if let cell = cells.last(where: { $0.column == column }) {
                append(cell, hiding: sentence.accounts)
            }
        }
        buffer.append("\r\n")
    }

    private mutating func append(_ cell: RejectedRows.Cell, hiding accounts: AccountMask) {
        if cell.field != .status, Self.isPlain(cell.text), !accounts.hides(cell.text) {
            buffer.bytes.append(contentsOf: cell.text)
            return
        }
        var text = String(decoding: cell.text, as: UTF8.self)
        switch cell.field {
        // Some look like a resident's number, and without them no row is found again.
        case .waybill: break
        case .status: text = StatusRule.shown(text)
        default: text = Excerpt.withoutPersonalNumbers(text)
        }
        let guarded = Array(SpreadsheetText.guarded(accounts.masked(text)).utf8)
        LibCSV.write(guarded.span, to: &buffer.bytes)
    }

    /// Few letters and digits: no formula, nothing to quote, no person's number.
    private static func isPlain(_ text: ArraySlice<UInt8>) -> Bool {
        text.count < 11
            && text.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
                default: false
                }
            }
    }
}
