/// Takes a workbook of payments apart as `PaymentTextReader` does a text.
enum PaymentWorkbookReader {
    static func read(
        _ bytes: [UInt8], _ form: ReportFile.PaymentForm, proof: inout Proof
    ) -> PaymentLines {
        var found = PaymentLines()
        guard let book = sheet(of: bytes) else {
            proof.fail(.workbook)
            return found
        }
        proof.equal(book.name, form.sheet, .workbook, place: "sheet")
        let above = form.before.count + (form.titles ? 1 : 0)
        guard book.rows.count >= above + form.after.count else {
            proof.fail(.header, line: book.rows.count)
            return found
        }
        found.before = book.rows.prefix(form.before.count).map(single)
        found.after = book.rows.suffix(form.after.count).map(single)
        if form.titles {
            let titles = form.columns.map { PaymentLines.Cell.text($0.title) }
            proof.require(
                book.rows[form.before.count] == titles, .header, line: above,
                expected: form.columns.map(\.title).joined(separator: ","))
        }
        for (index, row) in book.rows.enumerated().dropFirst(above).dropLast(form.after.count) {
            guard row.count <= form.columns.count else {
                proof.fail(
                    .cellCount, line: index + 1, expected: String(form.columns.count),
                    found: String(row.count))
                continue
            }
            found.rows.append(PaymentLines.Line(number: index + 1, cells: row))
        }
        return found
    }

    private static func single(_ row: [PaymentLines.Cell]) -> String {
        row.count == 1 ? row[0].text : row.map(\.text).joined(separator: "\t")
    }

    /// The one sheet, with its rows; nil where there are more, or a formula.
    private static func sheet(
        of bytes: [UInt8]
    ) -> (name: String, rows: [[PaymentLines.Cell]])? {
        guard let sheets = WorkbookContents.read(bytes)?.sheets, sheets.count == 1 else {
            return nil
        }
        var rows: [[PaymentLines.Cell]] = []
        for row in sheets[0].rows {
            let cells = row.compactMap { cell -> PaymentLines.Cell? in
                switch cell {
                case .text(let text): .text(text)
                case .number(let digits): .number(digits)
                case .formula: nil
                }
            }
            guard cells.count == row.count else { return nil }
            rows.append(cells)
        }
        return (sheets[0].name, rows)
    }
}
