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

    /// The bytes of a record's cell in `cells.bytes`, without the blanks and TABs around it.
    package func range(of cell: Int, in record: Record) -> Range<Int> {
        let index = record.firstCell + cell
        var start = cell == 0 ? record.start : Int(cells.ends[index - 1]) + 1
        var end = Int(cells.ends[index])
        while start < end, ByteSearch.isBlank(cells.bytes[start]) { start += 1 }
        while start < end, ByteSearch.isBlank(cells.bytes[end - 1]) { end -= 1 }
        return start..<end
    }

    /// Appends the record in `bytes`; libcsv takes it apart.
    package mutating func append(
        _ bytes: Span<UInt8>, line: Int, fault: RecordScanner.Fault?, parser: borrowing LibCSV
    ) {
        let mark = cells.mark
        if fault == nil, ByteSearch.isBlank(bytes) {
            // libcsv sees no record in blanks; a line of them is one empty cell.
            cells.appendEmpty()
            records.append(
                Record(
                    line: line, fault: nil, start: mark.byte, firstCell: mark.cell, cellCount: 1))
            return
        }
        // A quote that libcsv reads otherwise than the scanner did is a quote that does not fit.
        let isParsed = fault == nil && parser.parse(bytes, into: &cells)
        records.append(
            Record(
                line: line, fault: isParsed ? nil : fault ?? .quote, start: mark.byte,
                firstCell: mark.cell, cellCount: cells.mark.cell - mark.cell))
    }

    /// The records of bytes without a quote, in the place of those that were here; empty lines are
    /// none.
    package mutating func scan(_ bytes: [UInt8], firstLine: Int) {
        removeAll()
        var scan = QuoteFreeScan(firstLine: firstLine, ends: cells.takeEnds())
        scan.run(bytes.span) { start, end, line, firstCell, cellCount in
            let isTooLong = end - start > RecordScanner.maximumRecordBytes
            records.append(
                Record(
                    line: line, fault: isTooLong ? .tooLong : nil, start: start,
                    firstCell: firstCell, cellCount: cellCount))
        }
        cells = CellStore(bytes: bytes, ends: scan.ends)
    }

    package mutating func removeAll() {
        cells.truncate(to: CellStore().mark)
        records.removeAll(keepingCapacity: true)
    }
}
