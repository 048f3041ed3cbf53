import DelimitedText

/// Where a block ends: behind the last whole record of the bytes at hand.
struct BlockCut {
    let end: Int
    let lines: Int
    /// The records found on the way; nil where there is no quote and they need not be found yet.
    let records: [BlockRecord]?
    /// Whether the last record is a line too long to end within the bytes: its rest is still to come.
    let isWithinLine: Bool

    /// Cuts `bytes`, whose first line is `line`; nil where no record is whole.
    init?(_ bytes: Span<UInt8>, line: Int, isLast: Bool, scanner: RecordScanner) {
        if !ByteSearch.contains(UInt8(ascii: "\""), in: bytes),
            let end = isLast ? bytes.count : ByteSearch.lastRecordEnd(in: bytes)
        {
            self.end = end
            lines = ByteSearch.lineBreaks(in: bytes.extracting(0..<end))
            records = nil
            isWithinLine = false
            return
        }
        var records: [BlockRecord] = []
        var position = 0
        var lines = 0
        var isWithinLine = false
        while position < bytes.count, !isWithinLine,
            let record = scanner.record(in: bytes, from: position, isLast: isLast)
        {
            records.append(
                BlockRecord(range: position..<record.end, line: line + lines, fault: record.fault))
            position = record.next
            lines += record.lines
            isWithinLine = record.lines == 0
        }
        if position == 0 { return nil }
        end = position
        self.lines = lines
        self.records = records
        self.isWithinLine = isWithinLine
    }
}
