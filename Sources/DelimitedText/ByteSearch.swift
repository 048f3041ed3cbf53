private import Glibc

/// Searches over blocks of bytes, a word or more at a time.
package enum ByteSearch {
    package static func contains(_ byte: UInt8, in bytes: Span<UInt8>) -> Bool {
        unsafe bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return false }
            return unsafe memchr(base, Int32(byte), buffer.count) != nil
        }
    }

    /// A blank or TAB.
    package static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    /// Whether there is nothing but blanks and TABs.
    package static func isBlank(_ bytes: Span<UInt8>) -> Bool {
        for index in bytes.indices where !isBlank(bytes[index]) { return false }
        return true
    }

    /// Whether two runs of bytes are the same.
    package static func areEqual(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
        guard left.count == right.count else { return false }
        return unsafe left.withUnsafeBytes { left in
            unsafe right.withUnsafeBytes { right in
                guard let base = left.baseAddress, let other = right.baseAddress else {
                    return true
                }
                return unsafe memcmp(base, other, left.count) == 0
            }
        }
    }

    /// A hash of the bytes, eight at a time (multiply and fold, as in wyhash).
    package static func hash(_ bytes: Span<UInt8>) -> UInt64 {
        unsafe bytes.withUnsafeBytes { buffer in
            var hash = UInt64(truncatingIfNeeded: buffer.count) ^ 0x9E37_79B9_7F4A_7C15
            var position = 0
            while position + 8 <= buffer.count {
                let word = unsafe buffer.loadUnaligned(fromByteOffset: position, as: UInt64.self)
                hash = fold(hash ^ word)
                position += 8
            }
            var rest: UInt64 = 0
            while position < buffer.count {
                rest = unsafe rest << 8 | UInt64(buffer[position])
                position += 1
            }
            return fold(hash ^ rest)
        }
    }

    private static func fold(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
        return product.high ^ product.low
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
                // A zero byte borrows into its high bit (Hacker's Delight, 6-1); ASCII has none set.
                zeros |= (word &- 0x0101_0101_0101_0101) & ~word
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

    private static func count(_ byte: UInt8, in bytes: Span<UInt8>) -> Int {
        unsafe bytes.withUnsafeBytes { buffer in
            let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
            let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
            var total = 0
            var position = 0
            while position + 8 <= buffer.count {
                let word = unsafe buffer.loadUnaligned(fromByteOffset: position, as: UInt64.self)
                let difference = word ^ pattern
                // A high bit for each byte that is zero, exactly (Hacker's Delight, 6-1).
                total += (~(((difference & low) &+ low) | difference | low)).nonzeroBitCount
                position += 8
            }
            while position < buffer.count {
                total += unsafe buffer[position] == byte ? 1 : 0
                position += 1
            }
            return total
        }
    }
}
