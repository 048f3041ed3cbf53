private import DelimitedText
package import Subsidy

/// A column of a table in the programme's folder: its English name is the raw value.
package protocol TableField: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    var chineseName: String { get }
}

extension RosterField: TableField {}

/// A small table of the programme's folder, such as `roster.csv`: columns in any order, found by
/// their Chinese or English name.
package struct InputTable<Field: TableField> {
    package let rows: [InputRow<Field>]

    /// Refuses what is no CSV, lacks a column of `required`, has a column twice, or a row whose
    /// cells are not those of the header.
    package init(_ bytes: [UInt8], file: String, required: [Field]) throws(InputFault) {
        if let format = ForeignFormat(startingWith: bytes) {
            throw InputFault(.notCSV(format), file: file)
        }
        let (table, columns, width) = try Self.table(of: bytes, file: file, required: required)
        var rows: [InputRow<Field>] = []
        for row in table {
            try Self.refuseOtherCells(row, width: width, file: file)
            rows.append(
                InputRow(file: file, line: row.line, cells: row.cells, columns: columns))
        }
        self.rows = rows
    }

    /// The rows below the header, and each field's column.
    private static func table(
        of bytes: [UInt8], file: String, required: [Field]
    ) throws(InputFault) -> (rows: ArraySlice<CSVTable.Row>, columns: [Field: Int], width: Int) {
        var failure: InputFault?
        for encoding in encodings(of: bytes) {
            do throws(InputFault) {
                let rows = try rows(of: bytes, in: encoding, file: file)
                guard let header = rows.first else { throw InputFault(.empty, file: file) }
                let columns = try columns(of: header, file: file, required: required)
                return (rows.dropFirst(), columns, header.cells.count)
            } catch {
                failure = failure ?? error
            }
        }
        throw failure ?? InputFault(.unknownEncoding, file: file)
    }

    /// A comma too many shifts an account; one at the end of the row shifts nothing.
    private static func refuseOtherCells(
        _ row: CSVTable.Row, width: Int, file: String
    ) throws(InputFault) {
        let count = row.cells.count
        if count == width || (count == width + 1 && row.cells.last?.isEmpty == true) { return }
        throw InputFault(
            .cellCount(found: count, expected: width), file: file, line: row.line)
    }

    /// The encodings to try, the likelier first; a header that matches decides.
    private static func encodings(of bytes: [UInt8]) -> [TextEncoding] {
        if let marked = TextEncoding.marked(bytes) { return [marked.encoding] }
        var evidence = EncodingEvidence()
        evidence.add(bytes.span)
        return evidence.encoding == .utf8 ? [.utf8, .gb18030] : [.gb18030, .utf8]
    }

    private static func rows(
        of bytes: [UInt8], in encoding: TextEncoding, file: String
    ) throws(InputFault) -> [CSVTable.Row] {
        let text = try utf8(bytes, in: encoding, file: file)
        do throws(CSVTable.Fault) {
            return try CSVTable.rows(of: text)
        } catch {
            switch error {
            case .quote(let line): throw InputFault(.openQuote, file: file, line: line)
            case .tooLong(let line): throw InputFault(.tooLong, file: file, line: line)
            case .notUTF8(let line): throw InputFault(.notText, file: file, line: line)
            }
        }
    }

    private static func utf8(
        _ bytes: [UInt8], in encoding: TextEncoding, file: String
    ) throws(InputFault) -> [UInt8] {
        switch encoding {
        case .utf8: return bytes
        case .utf16LittleEndian, .utf16BigEndian:
            var transcoder = UTF16Transcoder(isLittleEndian: encoding == .utf16LittleEndian)
            return transcoder.transcode(bytes.dropFirst(2)) + transcoder.finish()
        case .gb18030:
            guard case .success(let text) = GB18030().decode(bytes) else {
                throw InputFault(.notText, file: file)
            }
            return text
        }
    }

    private static func columns(
        of header: CSVTable.Row, file: String, required: [Field]
    ) throws(InputFault) -> [Field: Int] {
        var columns: [Field: Int] = [:]
        let names = header.cells.map { CanonicalText.name($0).lowercased() }
        for field in Field.allCases {
            let places = names.indices.filter {
                names[$0] == field.chineseName || names[$0] == field.rawValue
            }
            if places.count > 1 {
                throw InputFault(
                    .repeatedColumn, file: file, line: header.line, column: field.chineseName)
            }
            columns[field] = places.first
        }
        if let field = required.first(where: { columns[$0] == nil }) {
            throw InputFault(
                .missingColumn(field.chineseName), file: file, line: header.line)
        }
        return columns
    }
}

/// One row of an input table, its cells by field.
package struct InputRow<Field: TableField> {
    private let file: String
    /// From 1, as an editor counts.
    package let line: Int
    private let cells: [String]
    private let columns: [Field: Int]

    fileprivate init(file: String, line: Int, cells: [String], columns: [Field: Int]) {
        self.file = file
        self.line = line
        self.cells = cells
        self.columns = columns
    }

    /// The cell as it stands; empty where there is none.
    func cell(_ field: Field) -> String {
        guard let column = columns[field], cells.indices.contains(column) else { return "" }
        return cells[column]
    }

    /// The cell in canonical text; empty where there is none.
    package func text(_ field: Field) -> String {
        guard let column = columns[field], cells.indices.contains(column) else { return "" }
        return CanonicalText.value(cells[column])
    }

    /// The cell without what systems put around it: names stand in documents as they were typed.
    package func asTyped(_ field: Field) -> String {
        guard let column = columns[field], cells.indices.contains(column) else { return "" }
        let text = CanonicalText.unwrapped(cells[column])
        return text == "-" ? "" : text
    }

    package func required(_ field: Field) throws(InputFault) -> String {
        try required(text(field), field)
    }

    func requiredAsTyped(_ field: Field) throws(InputFault) -> String {
        try required(asTyped(field), field)
    }

    /// A code whose check characters are right, in capitals.
    func uscc(_ field: Field) throws(InputFault) -> USCC {
        let text = try required(field).uppercased()
        do throws(USCC.Fault) {
            return try USCC(text)
        } catch {
            throw fault(.invalidCode(error), field, excerpt: text)
        }
    }

    package func fault(
        _ problem: InputFault.Problem, _ field: Field, excerpt: String? = nil
    ) -> InputFault {
        InputFault(problem, file: file, line: line, column: field.chineseName, excerpt: excerpt)
    }

    private func required(_ text: String, _ field: Field) throws(InputFault) -> String {
        if text.isEmpty { throw fault(.missingValue, field) }
        return text
    }
}
