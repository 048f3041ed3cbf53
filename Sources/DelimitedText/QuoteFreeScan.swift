/// Takes bytes without a quote apart, a word at a time.
///
/// It says what libcsv says of the same bytes; a differential test holds them to it.
struct QuoteFreeScan {
    /// Where each cell ends, for all records.
    private(set) var ends: [UInt32]
    private var line: Int
    private var start = 0
    private var firstCell: Int

    /// `ends` is empty; its room is used again.
    init(firstLine: Int, ends: [UInt32]) {
        line = firstLine
        firstCell = ends.count
        self.ends = ends
    }

    /// Calls `record` with each record's first byte, end, line, first cell and number of cells.
    mutating func run(_ bytes: Span<UInt8>, record: (Int, Int, Int, Int, Int) -> Void) {
        unsafe bytes.withUnsafeBytes { buffer in
            let count = buffer.count
            var position = 0
            while position + 8 <= count {
                let word = unsafe buffer.loadUnaligned(fromByteOffset: position, as: UInt64.self)
                var marks = Self.marks(in: UInt64(littleEndian: word))
                while marks != 0 {
                    unsafe take(position + marks.trailingZeroBitCount / 8, buffer, record)
                    marks &= marks - 1
                }
                position += 8
            }
            while position < count {
                unsafe take(position, buffer, record)
                position += 1
            }
            if start < count { finish(at: count, record) }
        }
    }

    /// The high bits of bytes that are a comma or below 0x0E, and of some that follow such a one.
    private static func marks(in word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let commas = word ^ (ones &* 0x2C)
        let zeros = (commas &- ones) & ~commas
        let controls = (word &- (ones &* 0x0E)) & ~word
        return (zeros | controls) & (ones &* 0x80)
    }

    private mutating func take(
        _ index: Int, _ bytes: UnsafeRawBufferPointer, _ record: (Int, Int, Int, Int, Int) -> Void
    ) {
        switch unsafe bytes[index] {
        case UInt8(ascii: ","): ends.append(UInt32(index))
        case UInt8(ascii: "\n"):
            // The second byte of a CRLF ends nothing.
            if index < start { return }
            finish(at: index, record)
            start = index + 1
        case UInt8(ascii: "\r"):
            finish(at: index, record)
            let isPair = unsafe index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n")
            start = index + (isPair ? 2 : 1)
        default: break
        }
    }

    private mutating func finish(at end: Int, _ record: (Int, Int, Int, Int, Int) -> Void) {
        if end > start {
            ends.append(UInt32(end))
            record(start, end, line, firstCell, ends.count - firstCell)
        }
        firstCell = ends.count
        line += 1
    }
}
