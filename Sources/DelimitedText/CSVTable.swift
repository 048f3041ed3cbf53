/// A small CSV file, whole: its records as text, each with the line it begins on.
///
/// For rosters and for files read back. Exports, which are large, come through `RecordScanner`.
package enum CSVTable {
    package struct Row: Sendable, Equatable {
        /// The line of the file, from 1, as an editor counts.
        package let line: Int
        package let cells: [String]
    }

    package enum Fault: Error, Equatable {
        /// A quote that is not closed, or that something else than a comma follows.
        case quote(line: Int)
        /// A record of more than `RecordScanner.maximumRecordBytes`.
        case tooLong(line: Int)
        /// Bytes that are not UTF-8.
        case notUTF8(line: Int)
    }

    /// The records of UTF-8 `bytes`, with or without a BOM; lines without any cell text are no rows.
    package static func rows(of bytes: [UInt8]) throws(Fault) -> [Row] {
        let scanner = RecordScanner()
        let parser = LibCSV()
        var rows: [Row] = []
        var line = 1
        let text = bytes.span
        var position = bytes.starts(with: TextEncoding.utf8Mark) ? TextEncoding.utf8Mark.count : 0
        while position < bytes.count {
            guard let record = scanner.record(in: text, from: position, isLast: true) else {
                preconditionFailure("a scan of all bytes is always finished")
            }
            switch record.fault {
            case .quote: throw .quote(line: line)
            case .tooLong: throw .tooLong(line: line)
            case nil: break
            }
            let cells = try cells(
                of: text.extracting(position..<record.end), by: parser, line: line)
            if cells.contains(where: { !$0.isEmpty }) { rows.append(Row(line: line, cells: cells)) }
            position = record.next
            line += record.lines
        }
        return rows
    }

    private static func cells(
        of record: Span<UInt8>, by parser: borrowing LibCSV, line: Int
    ) throws(Fault) -> [String] {
        if ByteSearch.isBlank(record) { return [] }
        var store = CellStore()
        guard parser.parse(record, into: &store) else { throw .quote(line: line) }
        var texts: [String] = []
        var start = 0
        for end in store.ends {
            guard let text = String(validating: store.bytes[start..<Int(end)], as: UTF8.self) else {
                throw .notUTF8(line: line)
            }
            texts.append(text)
            start = Int(end) + 1
        }
        return texts
    }
}
