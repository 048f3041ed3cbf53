import DelimitedText
import Subsidy

extension ProfileSheet {
    /// The file's bytes; the same for the same payments, always.
    func bytes() throws(OutputDocuments.Fault) -> [UInt8] {
        if let lines = profile.lines { return try text(lines) }
        return try workbook()
    }

    private func text(_ form: BankProfile.Lines) throws(OutputDocuments.Fault) -> [UInt8] {
        var lines = before
        if let titles { lines.append(form.titlePrefix + line(titles, form)) }
        for row in try rows() {
            lines.append(
                line(
                    row.map { cell in
                        switch cell {
                        case .text(let text): text
                        case .amount(let amount): text(of: amount)
                        }
                    }, form))
        }
        lines += after
        let content = lines.map { $0 + form.end.text }.joined()
        switch CharacterEncoder.encode(content, as: Self.written(form.encoding)) {
        case .success(let bytes):
            return (form.encoding == .utf8Marked ? TextEncoding.utf8Mark : []) + bytes
        case .failure(let missing): throw .unencodable(missing.scalar.value, file: profile.file)
        }
    }

    private static func written(_ encoding: BankProfile.Encoding) -> WrittenEncoding {
        switch encoding {
        case .utf8, .utf8Marked: .utf8
        case .gbk: .gbk
        case .gb18030: .gb18030
        }
    }

    private func line(_ cells: [String], _ form: BankProfile.Lines) -> String {
        let cells = profile.kind == .csv ? cells.map { quoted($0, form.separator) } : cells
        return cells.joined(separator: form.separator)
            + (form.closesWithSeparator ? form.separator : "")
    }

    /// As CSV has it, and also where the separator is not CSV's.
    private func quoted(_ text: String, _ separator: String) -> String {
        var writer = CSVWriter(marked: false)
        writer.cell(text)
        let written = String(decoding: writer.bytes, as: UTF8.self)
        let isQuoted = written.utf8.count > text.utf8.count
        return isQuoted || !text.contains(separator) ? written : "\"" + text + "\""
    }

    private func workbook() throws(OutputDocuments.Fault) -> [UInt8] {
        var rows = before.map { [Cell.text($0)] }
        if let titles { rows.append(titles.map(Cell.text)) }
        rows += try self.rows()
        rows += after.map { [Cell.text($0)] }
        let text = WorkbookSheet.Style(format: "@")
        let sheet = WorkbookSheet(
            name: profile.sheet ?? "",
            columns: profile.columns.map { .init(width: Self.width($0), style: text) },
            rows: rows.map { $0.map(cell) })
        do throws(Workbook.Fault) {
            return try Workbook.bytes(of: [sheet], created: order.date)
        } catch {
            throw .workbook(error.reason, file: profile.file)
        }
    }

    private func cell(_ cell: Cell) -> WorkbookSheet.Cell {
        switch cell {
        case .text(let text): .init(value: .text(text), style: .init(format: "@"))
        case .amount(let amount):
            .init(
                value: .number(
                    WorkbookSheet.Number(amount, decimals: profile.unit == .yuan ? 2 : 0)),
                style: .init(format: profile.unit == .yuan ? "0.00" : "0"))
        }
    }

    /// Room for what a column mostly holds, in the widths of a digit.
    private static func width(_ column: ProfileColumn) -> Int {
        let ofTitle = column.title.unicodeScalars.reduce(2) { $0 + ($1.isASCII ? 1 : 2) }
        let ofContent =
            switch column.content {
            case .source(.id), .source(.purpose): 34
            case .source(.name), .source(.bank), .source(.payerName), .source(.payerBank): 32
            case .source(.account), .source(.payerAccount): 24
            case .source(.amount), .source(.cnaps), .source(.payerCNAPS): 15
            case .fixed, .bankRelation, .source: 8
            }
        return max(ofTitle, ofContent)
    }
}
