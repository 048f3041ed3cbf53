/// Up to 24 bytes as three words: the first byte lowest, zeros behind the last.
///
/// Rules that take eight bytes at a time take them from here, and need no pointers.
///
/// What a row is read by is public: the compiler puts only that into the rooms that use it.
public struct ShortBytes: Equatable, Sendable, BitwiseCopyable {
    @inlinable public static var maximumCount: Int { 24 }

    public let first: UInt64
    public let second: UInt64
    public let third: UInt64
    public let count: Int

    /// What no bytes are.
    public static let none = ShortBytes()

    private init() { (first, second, third, count) = (0, 0, 0, -1) }

    /// The bytes of `range`; nil where they are too many.
    @inlinable @inline(__always) public init?(_ range: Range<Int>, of bytes: Span<UInt8>) {
        let count = range.count
        guard count <= Self.maximumCount else { return nil }
        self.count = count
        let raw = unsafe bytes.bytes
        if range.lowerBound >= 0, range.lowerBound &+ Self.maximumCount <= raw.byteCount {
            first = Self.word(raw, range.lowerBound) & Self.mask(count)
            second = Self.word(raw, range.lowerBound + 8) & Self.mask(count - 8)
            third = Self.word(raw, range.lowerBound + 16) & Self.mask(count - 16)
            return
        }
        (first, second, third) = Self.words(range, of: bytes)
    }

    /// The last cells of a block: there is nothing behind them to be read and masked.
    @usableFromInline static func words(
        _ range: Range<Int>, of bytes: Span<UInt8>
    ) -> (UInt64, UInt64, UInt64) {
        var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
        for index in 0..<range.count {
            let byte = UInt64(bytes[range.lowerBound + index]) << (UInt64(index & 7) * 8)
            switch index >> 3 {
            case 0: words.0 |= byte
            case 1: words.1 |= byte
            default: words.2 |= byte
            }
        }
        return words
    }

    /// Whether the bytes are the same.
    @inlinable @inline(__always) public static func == (left: Self, right: Self) -> Bool {
        let words =
            (left.first ^ right.first) | (left.second ^ right.second) | (left.third ^ right.third)
        return words == 0 && left.count == right.count
    }

    @inlinable @inline(__always) static func word(_ bytes: RawSpan, _ offset: Int) -> UInt64 {
        UInt64(
            littleEndian: unsafe bytes.unsafeLoadUnaligned(
                fromUncheckedByteOffset: offset, as: UInt64.self))
    }

    /// Ones for the first `count` bytes of a word.
    @inlinable @inline(__always) static func mask(_ count: Int) -> UInt64 {
        count >= 8 ? .max : count <= 0 ? 0 : 1 &<< (UInt64(truncatingIfNeeded: count) &* 8) &- 1
    }
}
