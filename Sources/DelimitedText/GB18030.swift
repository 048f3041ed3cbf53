private import Glibc

/// GB18030 text to UTF-8: the structure is checked here, the characters come from the C library.
@safe package struct GB18030: ~Copyable {
    private let converter: iconv_t

    package init() {
        unsafe converter = iconv_open("UTF-8", "GB18030")
        unsafe precondition(converter != iconv_t(bitPattern: -1), "iconv has no GB18030")
    }

    deinit { unsafe _ = iconv_close(converter) }

    /// UTF-8 of `bytes`, or the first bytes that are no GB18030.
    package func decode(_ bytes: [UInt8]) -> Result<[UInt8], UndecodableBytes> {
        var text: [UInt8] = []
        for unit in Self.units(of: bytes) {
            let slice = bytes[unit.range]
            guard unit.isValid, append(slice, to: &text) else {
                return .failure(UndecodableBytes(bytes: Array(slice)))
            }
        }
        return .success(text)
    }

    private struct Unit {
        let range: Range<Int>
        let isValid: Bool
    }

    /// The code units by the WHATWG decoder's structure (Encoding Standard, 10.2.1): one, two or
    /// four bytes, and faults of as few bytes as can be.
    private static func units(of bytes: [UInt8]) -> [Unit] {
        var units: [Unit] = []
        var position = 0
        while position < bytes.count {
            let length = validLength(bytes[position...])
            let end = position + (length ?? faultLength(bytes[position...]))
            units.append(Unit(range: position..<end, isValid: length != nil))
            position = end
        }
        return units
    }

    private static func validLength(_ bytes: ArraySlice<UInt8>) -> Int? {
        let first = bytes.startIndex
        if bytes[first] < 0x80 { return bytes[first] == 0 ? nil : 1 }
        guard lead ~= bytes[first], bytes.count >= 2 else { return nil }
        let second = bytes[first + 1]
        if (0x40...0x7E) ~= second || (0x80...0xFE) ~= second { return 2 }
        guard digit ~= second, bytes.count >= 4, lead ~= bytes[first + 2],
            digit ~= bytes[first + 3]
        else { return nil }
        return 4
    }

    /// A sequence that the bytes' end cuts off is one fault; else the lead alone, with its second
    /// byte where that is not ASCII.
    private static func faultLength(_ bytes: ArraySlice<UInt8>) -> Int {
        let first = bytes.startIndex
        guard lead ~= bytes[first], bytes.count >= 2 else { return 1 }
        let second = bytes[first + 1]
        if digit ~= second, bytes.count == 2 || (bytes.count == 3 && lead ~= bytes[first + 2]) {
            return bytes.count
        }
        return second < 0x80 ? 1 : 2
    }

    private static let lead: ClosedRange<UInt8> = 0x81...0xFE
    private static let digit: ClosedRange<UInt8> = 0x30...0x39

    /// Appends the UTF-8 of one valid unit; false where the character set leaves it empty.
    private func append(_ unit: ArraySlice<UInt8>, to text: inout [UInt8]) -> Bool {
        if unit.count == 1 {
            text += unit
            return true
        }
        var source = unit.map { CChar(bitPattern: $0) }
        var target = [CChar](repeating: 0, count: 8)
        let written = unsafe source.withUnsafeMutableBufferPointer { source in
            unsafe target.withUnsafeMutableBufferPointer { target -> Int? in
                var input = source.baseAddress
                var inputLeft = source.count
                var output = target.baseAddress
                var outputLeft = target.count
                let code = unsafe iconv(converter, &input, &inputLeft, &output, &outputLeft)
                return code == 0 && inputLeft == 0 ? target.count - outputLeft : nil
            }
        }
        guard let written else { return false }
        text += target.prefix(written).map { UInt8(bitPattern: $0) }
        return true
    }
}

/// Bytes that an encoding does not have.
package struct UndecodableBytes: Error, Equatable {
    package let bytes: [UInt8]
}
