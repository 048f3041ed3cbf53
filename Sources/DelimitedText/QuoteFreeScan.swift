/// Takes bytes without a quote apart, a word at a time.
///
/// It says what libcsv says of the same bytes; a differential test holds them to it.
struct QuoteFreeScan {
    /// Where each cell ends, for all records; behind the last of them there is room.
    private(set) var ends: [UInt32]
    private let firstLine: Int

    /// The room of `ends` is used again, whatever is in it.
    init(firstLine: Int, ends: [UInt32]) {
        self.firstLine = firstLine
        self.ends = ends
    }

    /// Calls `record` with each record's first byte, end, line, first cell and number of cells.
    mutating func run(_ bytes: Span<UInt8>, record: (Int, Int, Int, Int, Int) -> Void) {
        var state = State(line: firstLine)
        unsafe bytes.withUnsafeBytes { buffer in
            var position = 0
            while position < buffer.count {
                // A word has eight commas at most; two more cells end with the last record.
                if ends.count < state.cells + 10 {
                    ends += repeatElement(0, count: max(1024, ends.count))
                }
                position = unsafe ends.withUnsafeMutableBufferPointer { ends in
                    unsafe Self.run(buffer, from: position, &state, ends, record)
                }
            }
            if ends.isEmpty { ends = [0] }
            if state.start < buffer.count {
                unsafe ends.withUnsafeMutableBufferPointer { ends in
                    unsafe state.finish(at: buffer.count, ends, record)
                }
            }
        }
    }

    /// Goes on until the bytes or the room of `ends` are at their end; the place reached.
    private static func run(
        _ bytes: UnsafeRawBufferPointer, from start: Int, _ reached: inout State,
        _ ends: UnsafeMutableBufferPointer<UInt32>, _ record: (Int, Int, Int, Int, Int) -> Void
    ) -> Int {
        var state = reached
        defer { reached = state }
        var position = start
        while position + 8 <= bytes.count, state.cells + 10 <= ends.count {
            let word = unsafe bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
            var marks = marks(in: UInt64(littleEndian: word))
            if marks != 0 {
                if mayHaveLineEnd(UInt64(littleEndian: word)) {
                    while marks != 0 {
                        unsafe state.take(
                            position + marks.trailingZeroBitCount / 8, bytes, ends, record)
                        marks &= marks - 1
                    }
                } else {
                    var commas = commas(in: UInt64(littleEndian: word))
                    while commas != 0 {
                        unsafe state.endCell(
                            at: position + commas.trailingZeroBitCount / 8, ends)
                        commas &= commas - 1
                    }
                }
            }
            position += 8
        }
        while position < bytes.count, bytes.count - position < 8, state.cells + 10 <= ends.count {
            unsafe state.take(position, bytes, ends, record)
            position += 1
        }
        return position
    }

    /// The high bits of bytes below 0x2D, which commas and line ends are, and of some `-` that
    /// follow such a one.
    @inline(__always)
    private static func marks(in word: UInt64) -> UInt64 {
        ByteSearch.marks(below: 0x2D, in: word)
    }

    /// The high bits of bytes that are commas, exactly (Hacker's Delight, 6-1).
    @inline(__always)
    private static func commas(in word: UInt64) -> UInt64 {
        let difference = word ^ 0x2C2C_2C2C_2C2C_2C2C
        let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        return ~(((difference & low) &+ low) | difference | low)
    }

    /// False where no byte is below 0x0E, as CR and LF are.
    @inline(__always)
    private static func mayHaveLineEnd(_ word: UInt64) -> Bool {
        ByteSearch.marks(below: 0x0E, in: word) != 0
    }

    /// Where the scan stands.
    private struct State {
        var line: Int
        var start = 0
        var firstCell = 0
        var cells = 0

        init(line: Int) { self.line = line }

        @inline(__always)
        mutating func take(
            _ index: Int, _ bytes: UnsafeRawBufferPointer,
            _ ends: UnsafeMutableBufferPointer<UInt32>, _ record: (Int, Int, Int, Int, Int) -> Void
        ) {
            switch unsafe bytes[index] {
            case UInt8(ascii: ","): unsafe endCell(at: index, ends)
            case UInt8(ascii: "\n"):
                // The second byte of a CRLF ends nothing.
                if index < start { return }
                unsafe finish(at: index, ends, record)
                start = index + 1
            case UInt8(ascii: "\r"):
                unsafe finish(at: index, ends, record)
                let isPair =
                    unsafe index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n")
                start = index + (isPair ? 2 : 1)
            default: break
            }
        }

        @inline(__always)
        mutating func endCell(at index: Int, _ ends: UnsafeMutableBufferPointer<UInt32>) {
            unsafe ends[cells] = UInt32(truncatingIfNeeded: index)
            cells &+= 1
        }

        @inline(__always)
        mutating func finish(
            at end: Int, _ ends: UnsafeMutableBufferPointer<UInt32>,
            _ record: (Int, Int, Int, Int, Int) -> Void
        ) {
            if end > start {
                unsafe endCell(at: end, ends)
                record(start, end, line, firstCell, cells - firstCell)
            }
            firstCell = cells
            line += 1
        }
    }
}
