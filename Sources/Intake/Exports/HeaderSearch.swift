package import DelimitedText
package import Subsidy

/// Looks for a header among the first lines of an export, read in one encoding.
package struct HeaderSearch: ~Copyable {
    package static let maximumLines = 50
    package static let maximumColumns = 1024

    package struct Found: Sendable {
        package let layout: Layout
        /// The first byte, and its line, below the header.
        package let next: Int
        package let nextLine: Int
    }

    /// The header, if there is one, and what the likeliest line lacks to be one.
    package private(set) var found: Found?
    package private(set) var missing: [ShipmentField] = [.waybill, .uscc, .shipped]
    /// What stands between the cells of a line that would be a header with commas in its place.
    package private(set) var separator: CellSeparator?
    /// The line of that.
    package private(set) var separatedLine: Int?
    /// Whether any of the lines has a cell with text.
    package private(set) var hasText = false

    /// Searches `bytes` from `start`; they are the file's first, and its last if `isWhole`.
    package init(
        _ bytes: Span<UInt8>, from start: Int, isWhole: Bool, encoding: TextEncoding,
        settings: ExportSettings?
    ) {
        let scanner = RecordScanner()
        let decoder = CellDecoder(encoding)
        let parser = LibCSV()
        var position = start
        var line = 1
        while line <= Self.maximumLines, position < bytes.count {
            guard
                let record = scanner.record(in: bytes, from: position, isLast: isWhole)
                    ?? Self.faultyLine(in: bytes, from: position)
            else {
                hasText = true
                return
            }
            let names = Self.cells(
                bytes.extracting(position..<record.end), record.fault, parser, decoder)
            hasText =
                hasText || record.fault != nil
                || names.contains { !CanonicalText.cell($0).isEmpty }
            let columns = Layout.columns(of: names, settings: settings)
            if let kind = Layout.kind(of: columns, settings: settings) {
                found = Found(
                    layout: Layout(names: names, line: line, columns: columns, kind: kind),
                    next: record.next, nextLine: line + record.lines)
                return
            }
            if separator == nil {
                let text = decoder.excerpt(bytes.extracting(position..<record.end))
                separator = Self.separator(in: text, settings: settings)
                separatedLine = separator.map { _ in line }
            }
            let missing = Layout.missing(in: columns, settings: settings)
            if missing.count < self.missing.count { self.missing = missing }
            position = record.next
            line += record.lines
        }
    }

    /// The line at `start`, where a quote that opens on it does not close within the bytes at hand.
    private static func faultyLine(
        in bytes: Span<UInt8>, from start: Int
    ) -> RecordScanner.Record? {
        ByteSearch.firstLineEnd(in: bytes, from: start, isLast: false).map { next in
            RecordScanner.Record(end: next, next: next, lines: 1, fault: .quote)
        }
    }

    /// What makes a header of waybills or of volumes of the line, where that is not a comma.
    private static func separator(in line: String, settings: ExportSettings?) -> CellSeparator? {
        CellSeparator.allCases.first { separator in
            guard line.contains(separator.rawValue) else { return false }
            let names = line.split(separator: separator.rawValue).map { name in
                CanonicalText.cell(String(name.filter { $0 != "\"" }))
            }
            let columns = Layout.columns(of: names, settings: settings)
            return Layout.kind(of: columns, settings: settings) != nil
        }
    }

    private static func cells(
        _ record: Span<UInt8>, _ fault: RecordScanner.Fault?, _ parser: borrowing LibCSV,
        _ decoder: borrowing CellDecoder
    ) -> [String] {
        var batch = RecordBatch()
        batch.append(record, line: 0, fault: fault, parser: parser)
        guard let record = batch.records.first, record.fault == nil else { return [] }
        let bytes = batch.cells.bytes
        return (0..<record.cellCount).map { cell in
            decoder.excerpt(bytes.span.extracting(batch.range(of: cell, in: record)))
        }
    }
}
