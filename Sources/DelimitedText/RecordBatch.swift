/// Records of one block, taken apart: their cells, their lines, and what is wrong with them.
package struct RecordBatch: Sendable {
    package struct Record: Sendable {
        /// From 1, as an editor counts.
        package let line: Int
        package let fault: RecordScanner.Fault?
        /// Where the first cell begins in `cells.bytes`.
        fileprivate let start: Int
        fileprivate let firstCell: Int
        package let cellCount: Int
    }

    package private(set) var cells = CellStore()
    package private(set) var records: [Record] = []

    package init() {}

    /// The bytes of a record's cell in `cells.bytes`.
    package func range(of cell: Int, in record: Record) -> Range<Int> {
        let index = record.firstCell + cell
        let start = cell == 0 ? record.start : Int(cells.ends[index - 1]) + 1
        return start..<Int(cells.ends[index])
    }

    /// Appends the record in `bytes`; libcsv takes it apart.
    package mutating func append(
        _ bytes: Span<UInt8>, line: Int, fault: RecordScanner.Fault?, parser: borrowing LibCSV
    ) {
        let mark = cells.mark
        // A quote that libcsv reads otherwise than the scanner did is a quote that does not fit.
        let isParsed = fault == nil && (bytes.isEmpty || parser.parse(bytes, into: &cells))
        records.append(
            Record(
                line: line, fault: isParsed ? nil : fault ?? .quote, start: mark.byte,
                firstCell: mark.cell, cellCount: cells.mark.cell - mark.cell))
    }

    package mutating func removeAll() {
        cells.truncate(to: CellStore().mark)
        records.removeAll(keepingCapacity: true)
    }
}
