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

    /// One line: where its first cell begins in `text`, which of `ends` is its first, and how many.
    struct Line {
        let start: Int
        let firstCell: Int
        let cellCount: Int
    }

    let text: [UInt8]
    private(set) var ends: [UInt32] = []
    private(set) var lines: [Line] = []

    /// Nil where a line is of another form.
    init?(_ piece: Piece, of bytes: [UInt8]) {
        text = Array(bytes[piece.start..<piece.end])
        guard !ByteSearch.contains(UInt8(ascii: "\""), in: text.span) else { return nil }
        var batch = RecordBatch()
        batch.scan(text, firstLine: 1)
        ends = batch.cells.ends
        var next = 0
        for record in batch.records {
            let last = Int(ends[record.firstCell + record.cellCount - 1])
            guard record.fault == nil, record.start == next, last + 1 < text.count,
                text[last] == UInt8(ascii: "\r"), text[last + 1] == UInt8(ascii: "\n")
            else { return nil }
            lines.append(
                Line(
                    start: record.start, firstCell: record.firstCell, cellCount: record.cellCount))
            next = last + 2
        }
        guard next == text.count else { return nil }
    }
}
