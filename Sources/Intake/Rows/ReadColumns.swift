import DelimitedText
import Subsidy

/// The columns of an export that are read: of a rejected row their cells are kept, and no others.
struct ReadColumns: Sendable {
    /// What is kept of a cell; a longer one ends in `…`.
    static let maximumBytes = 4096

    private let columns: [(field: ShipmentField, column: Int)]

    init(_ layout: Layout, fields: [ShipmentField]) {
        columns = fields.compactMap { field in
            layout.columns[field].map { (field: field, column: $0) }
        }
    }

    /// Keeps the cells of a rejected row, but those that are no text.
    func keep(
        _ record: RecordBatch.Record, of batch: RecordBatch, in file: UInt16,
        decoder: borrowing CellDecoder, to rejected: inout RejectedRows
    ) {
        rejected.beginRow(at: Place(file: file, line: UInt32(record.line)))
        let bytes = batch.cells.bytes.span
        for (field, column) in columns where column < record.cellCount {
            let cell = bytes.extracting(batch.range(of: column, in: record))
            guard !cell.isEmpty, case .success(let text) = decoder.decode(cell) else { continue }
            rejected.add(field, column: column, text: Self.cut(text))
        }
    }

    private static func cut(_ text: [UInt8]) -> [UInt8] {
        guard text.count > maximumBytes else { return text }
        // Not within a character: bytes 10xxxxxx follow the first of one.
        var end = maximumBytes
        while end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
        return text[..<end] + Array("…".utf8)
    }
}
