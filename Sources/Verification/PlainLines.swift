internal import DelimitedText

/// Whole lines without a quote, each with cells and CRLF at its end: nearly all of a large file.
///
/// There is nothing in them but commas and line ends, so they need not be taken apart one by one.
struct PlainLines {
    /// Whole lines of a file.
    struct Piece {
        private static let bytes = 1 << 18

        let start: Int
        let end: Int

        /// As many lines as fit, and one at least.
        init(of bytes: [UInt8], from start: Int) {
            let limit = min(bytes.count, start + Self.bytes)
            let room = bytes.span.extracting(start..<limit)
            self.start = start
            if limit < bytes.count, let length = ByteSearch.lastRecordEnd(in: room) {
                end = start + length
            } else {
                end = bytes.count
            }
        }
    }

    let text: [UInt8]
    let ends: [UInt32]
    let lines: [RecordBatch.Record]

    /// Nil where a line is of another form.
    init?(_ piece: Piece, of bytes: [UInt8]) {
        let text = Array(bytes[piece.start..<piece.end])
        guard !ByteSearch.contains(UInt8(ascii: "\""), in: text.span) else { return nil }
        var batch = RecordBatch()
        batch.scan(text, firstLine: 1)
        let (ends, lines) = (batch.cells.ends, batch.records)
        var next = 0
        for record in lines {
            let last = Int(ends[record.firstCell + record.cellCount - 1])
            guard record.fault == nil, record.start == next, last + 1 < text.count,
                text[last] == UInt8(ascii: "\r"), text[last + 1] == UInt8(ascii: "\n")
            else { return nil }
            next = last + 2
        }
        guard next == text.count else { return nil }
        (self.text, self.ends, self.lines) = (text, ends, lines)
    }
}
