package import Subsidy
private import DelimitedText

/// Reads `roster.csv`: one enterprise a row, columns in any order, found by name.
package enum RosterFile {
    package static func roster(of bytes: [UInt8]) throws(InputFault) -> Roster {
        if let format = ForeignFormat(startingWith: bytes) { throw fault(.notCSV(format)) }
        let (rows, columns, width) = try table(of: bytes)
        var enterprises: [Enterprise] = []
        for row in rows {
            try refuseOtherCells(row, width: width)
            enterprises.append(try enterprise(RosterRow(row: row, columns: columns)))
        }
        if enterprises.isEmpty { throw fault(.noEnterprises) }
        do throws(Roster.Fault) {
            return try Roster(enterprises)
        } catch {
            switch error {
            case .repeatedCode(let uscc, let line, let firstLine):
                throw fault(
                    .repeatedCode(firstLine: firstLine), line: line, .uscc, excerpt: uscc.text)
            case .repeatedName(let name, let isAlias, let line, let firstLine):
                throw fault(
                    .repeatedName(firstLine: firstLine), line: line, isAlias ? .aliases : .name,
                    excerpt: name)
            }
        }
    }

    private static let required: [RosterField] = [
        .uscc, .name, .review, .accountName, .account, .bank, .cnaps,
    ]

    /// The rows below the header, and each field's column.
    private static func table(
        of bytes: [UInt8]
    ) throws(InputFault) -> (
        rows: ArraySlice<CSVTable.Row>, columns: [RosterField: Int], width: Int
    ) {
        var failure: InputFault?
        for encoding in encodings(of: bytes) {
            do throws(InputFault) {
                let rows = try rows(of: bytes, in: encoding)
                guard let header = rows.first else { throw fault(.empty) }
                let columns = try columns(of: header)
                return (rows.dropFirst(), columns, header.cells.count)
            } catch {
                failure = failure ?? error
            }
        }
        throw failure ?? fault(.unknownEncoding)
    }

    /// A comma too many shifts an account; one at the end of the row shifts nothing.
    private static func refuseOtherCells(_ row: CSVTable.Row, width: Int) throws(InputFault) {
        let count = row.cells.count
        if count == width || (count == width + 1 && row.cells.last?.isEmpty == true) { return }
        throw fault(.cellCount(found: count, expected: width), line: row.line)
    }

    /// The encodings to try, the likelier first; a header that matches decides.
    private static func encodings(of bytes: [UInt8]) -> [TextEncoding] {
        if let marked = TextEncoding.marked(bytes) { return [marked.encoding] }
        var evidence = EncodingEvidence()
        evidence.add(bytes.span)
        return evidence.encoding == .utf8 ? [.utf8, .gb18030] : [.gb18030, .utf8]
    }

    private static func rows(
        of bytes: [UInt8], in encoding: TextEncoding
    ) throws(InputFault) -> [CSVTable.Row] {
        let text = try utf8(bytes, in: encoding)
        do throws(CSVTable.Fault) {
            return try CSVTable.rows(of: text)
        } catch {
            switch error {
            case .quote(let line): throw fault(.openQuote, line: line)
            case .tooLong(let line): throw fault(.tooLong, line: line)
            case .notUTF8(let line): throw fault(.notText, line: line)
            }
        }
    }

    private static func utf8(
        _ bytes: [UInt8], in encoding: TextEncoding
    ) throws(InputFault) -> [UInt8] {
        switch encoding {
        case .utf8: return bytes
        case .utf16LittleEndian, .utf16BigEndian:
            var transcoder = UTF16Transcoder(isLittleEndian: encoding == .utf16LittleEndian)
            return transcoder.transcode(bytes.dropFirst(2)) + transcoder.finish()
        case .gb18030:
            guard case .success(let text) = GB18030().decode(bytes) else { throw fault(.notText) }
            return text
        }
    }

    private static func columns(of header: CSVTable.Row) throws(InputFault) -> [RosterField: Int] {
        var columns: [RosterField: Int] = [:]
        let names = header.cells.map { CanonicalText.name($0).lowercased() }
        for field in RosterField.allCases {
            let places = names.indices.filter {
                names[$0] == field.chineseName || names[$0] == field.rawValue
            }
            if places.count > 1 { throw fault(.repeatedColumn, line: header.line, field) }
            columns[field] = places.first
        }
        if let field = required.first(where: { columns[$0] == nil }) {
            throw fault(.missingColumn(field.chineseName), line: header.line)
        }
        return columns
    }

    private static func enterprise(_ row: RosterRow) throws(InputFault) -> Enterprise {
        Enterprise(
            uscc: try uscc(row), name: try row.requiredAsTyped(.name), review: try review(row),
            payee: Payee(
                accountName: row.asTyped(.accountName), account: account(row),
                bank: row.asTyped(.bank), cnaps: row.text(.cnaps)),
            aliases: row.asTyped(.aliases).split { "|｜".contains($0) }
                .map { CanonicalText.unwrapped(String($0)) }
                .filter { !$0.isEmpty },
            line: row.line)
    }

    private static func uscc(_ row: RosterRow) throws(InputFault) -> USCC {
        let text = try row.required(.uscc).uppercased()
        do throws(USCC.Fault) {
            return try USCC(text)
        } catch {
            throw fault(.invalidCode(error), line: row.line, .uscc, excerpt: text)
        }
    }

    private static func review(_ row: RosterRow) throws(InputFault) -> Review {
        let text = try row.required(.review)
        switch text.lowercased() {
        case "通过", "approved": return .approved
        case "不通过", "refused": return .refused
        case "待审", "pending": return .pending
        default:
            throw fault(
                .invalidValue(expected: .oneOf(["通过/approved", "不通过/refused", "待审/pending"])),
                line: row.line,
                .review, excerpt: text)
        }
    }

    /// Without the blanks by which people group an account's digits.
    private static func account(_ row: RosterRow) -> String {
        CanonicalText.name(row.text(.account)).uppercased()
    }

    static func fault(
        _ problem: InputFault.Problem, line: Int? = nil, _ field: RosterField? = nil,
        excerpt: String? = nil
    ) -> InputFault {
        InputFault(
            problem, file: ProgrammeInputs.rosterName, line: line, column: field?.chineseName,
            excerpt: excerpt)
    }
}

/// One row of the roster, its cells by field.
private struct RosterRow {
    let row: CSVTable.Row
    let columns: [RosterField: Int]

    var line: Int { row.line }

    /// The cell in canonical text; empty where there is none.
    func text(_ field: RosterField) -> String {
        guard let column = columns[field], row.cells.indices.contains(column) else { return "" }
        return CanonicalText.value(row.cells[column])
    }

    /// The cell without what systems put around it: names stand in payments as they were typed.
    func asTyped(_ field: RosterField) -> String {
        guard let column = columns[field], row.cells.indices.contains(column) else { return "" }
        let text = CanonicalText.unwrapped(row.cells[column])
        return text == "-" ? "" : text
    }

    func required(_ field: RosterField) throws(InputFault) -> String {
        try required(text(field), field)
    }

    func requiredAsTyped(_ field: RosterField) throws(InputFault) -> String {
        try required(asTyped(field), field)
    }

    private func required(_ text: String, _ field: RosterField) throws(InputFault) -> String {
        if text.isEmpty { throw RosterFile.fault(.missingValue, line: line, field) }
        return text
    }
}
