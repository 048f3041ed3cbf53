private import Glibc

/// Searches over blocks of bytes, a word or more at a time.
public enum ByteSearch {
    package static func contains(_ byte: UInt8, in bytes: Span<UInt8>) -> Bool {
        unsafe bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return false }
            return unsafe memchr(base, Int32(byte), buffer.count) != nil
        }
    }

    /// A blank or TAB.
    @inlinable public static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    /// Whether there is nothing but blanks and TABs.
    package static func isBlank(_ bytes: Span<UInt8>) -> Bool {
        for index in bytes.indices where !isBlank(bytes[index]) { return false }
        return true
    }

    /// Whether two runs of bytes are the same.
    package static func areEqual(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
        unsafe areEqual(left.bytes, right.bytes)
    }

    /// A hash of the bytes.
    package static func hash(_ bytes: Span<UInt8>) -> UInt64 { unsafe hash(bytes.bytes) }

    /// Eight bytes at a time; the last eight may overlap those before.
    @inline(__always)
    static func areEqual(_ left: RawSpan, _ right: RawSpan) -> Bool {
        let count = left.byteCount
        guard count == right.byteCount else { return false }
        guard count >= 8 else { return short(left) == short(right) }
        var position = 0
        while position + 8 < count {
            if word(left, position) != word(right, position) { return false }
            position += 8
        }
        return word(left, count - 8) == word(right, count - 8)
    }

    /// Sixteen bytes at a time (multiply and fold, as in wyhash).
    @inline(__always)
    static func hash(_ bytes: RawSpan) -> UInt64 {
        let count = bytes.byteCount
        let seed = UInt64(truncatingIfNeeded: count) ^ 0x9E37_79B9_7F4A_7C15
        guard count >= 8 else { return fold(seed ^ short(bytes), 0xA076_1D64_78BD_642F) }
        var hash = seed
        var position = 0
        while position + 16 < count {
            hash = fold(
                hash ^ word(bytes, position), 0xE703_7ED1_A0B4_28DB ^ word(bytes, position + 8))
            position += 16
        }
        // The last sixteen, or as many as there are; they may overlap those before.
        return fold(
            hash ^ word(bytes, max(count - 16, 0)),
            0xA076_1D64_78BD_642F ^ word(bytes, count - 8))
    }

    private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }

    @inline(__always)
    private static func word(_ bytes: RawSpan, _ offset: Int) -> UInt64 {
        // Callers stay within the bytes: they go by their count.
        unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
    }

    /// Up to seven bytes in one word; of the same number of bytes, others make another word.
    private static func short(_ bytes: RawSpan) -> UInt64 {
        let count = bytes.byteCount
        if count >= 4 {
            let first = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt32.self)
            let last = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
            return UInt64(first) | UInt64(last) << 32
        }
        var word: UInt64 = 0
        for offset in 0..<count {
            word =
                unsafe word << 8 | UInt64(bytes.unsafeLoad(fromByteOffset: offset, as: UInt8.self))
        }
        return word
    }

    /// Whether all bytes are well-formed UTF-8.
    package static func isUTF8(_ bytes: Span<UInt8>) -> Bool {
        do {
            _ = try UTF8Span(validating: bytes)
            return true
        } catch {
            return false
        }
    }

    /// Of a word's bytes, the high bits of those below `limit`, which is 0x80 at most.
    ///
    /// The lowest is exact; those above it may come of its borrow (Hacker's Delight, 6-1).
    @inline(__always)
    static func marks(below limit: UInt64, in word: UInt64) -> UInt64 {
        (word &- limit &* 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
    }

    /// Whether all bytes are ASCII and none is NUL.
    package static func isPlain(_ bytes: Span<UInt8>) -> Bool {
        unsafe bytes.withUnsafeBytes { buffer in
            var high: UInt64 = 0
            var zeros: UInt64 = 0
            var position = 0
            while position + 8 <= buffer.count {
                let word = unsafe buffer.loadUnaligned(fromByteOffset: position, as: UInt64.self)
                high |= word
                zeros |= marks(below: 1, in: word)
                position += 8
            }
            while position < buffer.count {
                let byte = unsafe UInt64(buffer[position])
                high |= byte
                zeros |= (byte &- 1) & ~byte & 0x80
                position += 1
            }
            return (high | zeros) & 0x8080_8080_8080_8080 == 0
        }
    }

    /// The index behind the last CR, LF or CRLF.
    ///
    /// Nil where there is none, or only a CR at the very end that a LF may still follow.
    package static func lastRecordEnd(in bytes: Span<UInt8>) -> Int? {
        var index = bytes.count - 1
        while index >= 0 {
            if bytes[index] == UInt8(ascii: "\n") { return index + 1 }
            if bytes[index] == UInt8(ascii: "\r"), index + 1 < bytes.count { return index + 1 }
            index -= 1
        }
        return nil
    }

    /// The index behind the first CR, LF or CRLF from `start` on.
    ///
    /// Nil where there is none, or only a CR at the very end that a LF may still follow unless the
    /// bytes are the last.
    package static func firstLineEnd(
        in bytes: Span<UInt8>, from start: Int = 0, isLast: Bool
    ) -> Int? {
        var index = start
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "\n") { return index + 1 }
            if bytes[index] == UInt8(ascii: "\r") {
                guard index + 1 < bytes.count else { return isLast ? index + 1 : nil }
                return bytes[index + 1] == UInt8(ascii: "\n") ? index + 2 : index + 1
            }
            index += 1
        }
        return nil
    }

    /// How many lines end in the bytes; a CRLF is one end.
    package static func lineBreaks(in bytes: Span<UInt8>) -> Int {
        let feeds = count(UInt8(ascii: "\n"), in: bytes)
        guard contains(UInt8(ascii: "\r"), in: bytes) else { return feeds }
        var lines = feeds
        for index in bytes.indices where bytes[index] == UInt8(ascii: "\r") {
            let isPair = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n")
            if !isPair { lines += 1 }
        }
        return lines
    }

    /// How often a byte occurs, sixteen bytes at a time, each counted in its place while that has
    /// room.
    private static func count(_ byte: UInt8, in bytes: Span<UInt8>) -> Int {
        unsafe bytes.withUnsafeBytes { buffer in
            let pattern = SIMD16<UInt8>(repeating: byte)
            let (none, one) = (SIMD16<UInt8>(repeating: 0), SIMD16<UInt8>(repeating: 1))
            var total = 0
            var position = 0
            while position + 16 <= buffer.count {
                var counts = none
                let end = min(buffer.count - 15, position + 255 * 16)
                while position < end {
                    let part = unsafe buffer.loadUnaligned(
                        fromByteOffset: position, as: SIMD16<UInt8>.self)
                    counts &+= none.replacing(with: one, where: part .== pattern)
                    position += 16
                }
                let low = SIMD8<UInt16>(truncatingIfNeeded: counts.lowHalf)
                let high = SIMD8<UInt16>(truncatingIfNeeded: counts.highHalf)
                total += Int((low &+ high).wrappedSum())
            }
            while position < buffer.count {
                total += unsafe buffer[position] == byte ? 1 : 0
                position += 1
            }
            return total
        }
    }
}
