/// Finds the end of a record as nearly all are, a word at a time: on one line, each cell bare or in
/// quotes from its first byte to its last.
///
/// It says what `RecordScanner` says of the same bytes, or nothing.
enum PlainRecord {
    /// Nil where anything is out of the ordinary, or fewer than eight bytes follow.
    static func record(in bytes: Span<UInt8>, from start: Int) -> RecordScanner.Record? {
        unsafe bytes.withUnsafeBytes { buffer in
            var position = start
            while position + 8 <= buffer.count {
                let isQuoted = unsafe buffer[position] == quote
                guard let stop = unsafe end(of: isQuoted, in: buffer, from: position) else {
                    return nil
                }
                switch unsafe buffer[stop] {
                case UInt8(ascii: ","): position = stop + 1
                case UInt8(ascii: "\n"): return record(start, stop, 1)
                case UInt8(ascii: "\r"):
                    guard stop + 1 < buffer.count else { return nil }
                    let isPair = unsafe buffer[stop + 1] == UInt8(ascii: "\n")
                    return record(start, stop, isPair ? 2 : 1)
                default: return nil
                }
            }
            return nil
        }
    }

    private static let quote = UInt8(ascii: "\"")

    /// Where a cell ends: the comma, the line end, or whatever else the record is no plain one by.
    @inline(__always)
    private static func end(
        of isQuoted: Bool, in bytes: UnsafeRawBufferPointer, from start: Int
    ) -> Int? {
        guard isQuoted else {
            let stop = unsafe firstMark(in: bytes, from: start, stopsAtCommas: true)
            return stop.flatMap { unsafe bytes[$0] == quote ? nil : $0 }
        }
        let stop = unsafe firstMark(in: bytes, from: start + 1, stopsAtCommas: false)
        guard let stop, stop + 1 < bytes.count, unsafe bytes[stop] == quote else { return nil }
        return stop + 1
    }

    /// The first quote or line end, or comma where it counts; nil where fewer than eight bytes remain.
    @inline(__always)
    private static func firstMark(
        in bytes: UnsafeRawBufferPointer, from start: Int, stopsAtCommas: Bool
    ) -> Int? {
        var position = start
        while position + 8 <= bytes.count {
            let word = UInt64(
                littleEndian: unsafe bytes.loadUnaligned(
                    fromByteOffset: position, as: UInt64.self))
            var marks = ByteSearch.marks(below: 1, in: word ^ 0x2222_2222_2222_2222)
            // CR and LF are below 0x0E; what else is, is out of the ordinary.
            marks |= ByteSearch.marks(below: 0x0E, in: word)
            if stopsAtCommas {
                marks |= ByteSearch.marks(below: 1, in: word ^ 0x2C2C_2C2C_2C2C_2C2C)
            }
            // Only the lowest mark is exact: those above it may come of a borrow.
            if marks != 0 { return position + marks.trailingZeroBitCount / 8 }
            position += 8
        }
        return nil
    }

    private static func record(
        _ start: Int, _ end: Int, _ lineEnd: Int
    ) -> RecordScanner.Record? {
        if end - start > RecordScanner.maximumRecordBytes { return nil }
        return RecordScanner.Record(end: end, next: end + lineEnd, lines: 1, fault: nil)
    }
}
