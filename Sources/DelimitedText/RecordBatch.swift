/// Records of one block, taken apart: their cells, their lines, and what is wrong with them.
public struct RecordBatch: Sendable {
    public struct Record: Sendable {
        /// From 1, as an editor counts.
        package let line: Int
        package let fault: RecordScanner.Fault?
        /// Where the first cell begins in `cells.bytes`.
        @usableFromInline package let start: Int
        @usableFromInline package let firstCell: Int
        package let cellCount: Int

        fileprivate init(
            line: Int, fault: RecordScanner.Fault?, start: Int, firstCell: Int, cellCount: Int
        ) {
            self.line = line
            self.fault = fault
            self.start = start
            self.firstCell = firstCell
            self.cellCount = cellCount
        }

        /// The bytes of a cell in a store's `bytes`, without the blanks and TABs around it.
        @inlinable @inline(__always)
        public func range(
            of cell: Int, in bytes: Span<UInt8>, ends: Span<UInt32>
        ) -> Range<Int> {
            let index = firstCell &+ cell
            let start = cell == 0 ? start : Int(ends[index &- 1]) &+ 1
            let end = Int(ends[index])
            if start < end, !ByteSearch.isBlank(bytes[start]), !ByteSearch.isBlank(bytes[end &- 1])
            {
                return unsafe Range(uncheckedBounds: (start, end))
            }
            return Self.trimmed(start, end, bytes)
        }

        @usableFromInline static func trimmed(
            _ first: Int, _ last: Int, _ bytes: Span<UInt8>
        ) -> Range<Int> {
            var (start, end) = (first, last)
            while start < end, ByteSearch.isBlank(bytes[start]) { start += 1 }
            while start < end, ByteSearch.isBlank(bytes[end - 1]) { end -= 1 }
            return start..<end
        }
    }

    package private(set) var cells = CellStore()
    package private(set) var records: [Record] = []
    /// The room of the cells' own bytes, emptied, while `cells` stands over those of a block.
    private var ownBytes: [UInt8]?
    /// Room for the ends that a scan finds.
    private var scannedEnds: [UInt32] = []

    package init() {}

    /// The bytes of a record's cell in `cells.bytes`, without the blanks and TABs around it.
    package func range(of cell: Int, in record: Record) -> Range<Int> {
        record.range(of: cell, in: cells.bytes.span, ends: cells.ends.span)
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

    /// The records of the first `count` bytes, or all, without a quote, in the place of those that
    /// were here; empty lines are none.
    package mutating func scan(_ bytes: [UInt8], count: Int? = nil, firstLine: Int) {
        removeAll()
        var room: [UInt32] = []
        swap(&room, &scannedEnds)
        var scan = QuoteFreeScan(firstLine: firstLine, ends: room)
        room = []
        let text = bytes.span.extracting(0..<(count ?? bytes.count))
        scan.run(text) { start, end, line, firstCell, cellCount in
            let isTooLong = end - start > RecordScanner.maximumRecordBytes
            records.append(
                Record(
                    line: line, fault: isTooLong ? .tooLong : nil, start: start,
                    firstCell: firstCell, cellCount: cellCount))
        }
        ownBytes = cells.takeBytes()
        cells = CellStore(bytes: bytes, ends: scan.ends)
    }

    package mutating func removeAll() {
        if let own = ownBytes.take() {
            scannedEnds = cells.takeEnds()
            cells = CellStore(bytes: own, ends: [])
        } else {
            cells.truncate(to: CellStore().mark)
        }
        records.removeAll(keepingCapacity: true)
    }
}
