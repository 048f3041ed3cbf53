/// Searches over blocks of bytes, in plain loops that the compiler makes wide.
package enum ByteSearch {
    package static func contains(_ byte: UInt8, in bytes: Span<UInt8>) -> Bool {
        var start = 0
        while start < bytes.count {
            let end = min(start + 4096, bytes.count)
            var hits: UInt8 = 0
            for index in start..<end { hits |= bytes[index] == byte ? 1 : 0 }
            if hits != 0 { return true }
            start = end
        }
        return false
    }

    /// The index behind the last CR, LF or CRLF; nil where there is none, or only a CR at the very
    /// end that a LF may still follow.
    package static func lastRecordEnd(in bytes: Span<UInt8>) -> Int? {
        var index = bytes.count - 1
        while index >= 0 {
            if bytes[index] == UInt8(ascii: "\n") { return index + 1 }
            if bytes[index] == UInt8(ascii: "\r"), index + 1 < bytes.count { return index + 1 }
            index -= 1
        }
        return nil
    }

    /// The index behind the first CR, LF or CRLF; nil where there is none, or only a CR at the very
    /// end that a LF may still follow unless the bytes are the last.
    package static func firstLineEnd(in bytes: Span<UInt8>, isLast: Bool) -> Int? {
        for index in bytes.indices {
            if bytes[index] == UInt8(ascii: "\n") { return index + 1 }
            guard bytes[index] == UInt8(ascii: "\r") else { continue }
            guard index + 1 < bytes.count else { return isLast ? index + 1 : nil }
            return bytes[index + 1] == UInt8(ascii: "\n") ? index + 2 : index + 1
        }
        return nil
    }

    /// How many lines end in the bytes; a CRLF is one end.
    package static func lineBreaks(in bytes: Span<UInt8>) -> Int {
        var lines = 0
        var wasReturn = false
        for index in bytes.indices {
            let isReturn = bytes[index] == UInt8(ascii: "\r")
            let isFeed = bytes[index] == UInt8(ascii: "\n")
            lines += isReturn || (isFeed && !wasReturn) ? 1 : 0
            wasReturn = isReturn
        }
        return lines
    }
}
