/// UTF-16 bytes, as they come in blocks, to UTF-8.
///
/// A surrogate without its other half becomes a byte that no UTF-8 has, so that its cell is refused
/// as undecodable in the same way as in every other file.
package struct UTF16Transcoder: Sendable {
    private let isLittleEndian: Bool
    private var pendingByte: UInt8?
    private var pendingHigh: UInt32?

    package init(isLittleEndian: Bool) { self.isLittleEndian = isLittleEndian }

    package mutating func transcode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        for byte in bytes {
            guard let first = pendingByte else {
                pendingByte = byte
                continue
            }
            pendingByte = nil
            take(
                isLittleEndian
                    ? UInt32(byte) << 8 | UInt32(first) : UInt32(first) << 8 | UInt32(byte),
                into: &output)
        }
        return output
    }

    /// What is left when the file ends within a character.
    package mutating func finish() -> [UInt8] {
        let isCut = pendingByte != nil || pendingHigh != nil
        pendingByte = nil
        pendingHigh = nil
        return isCut ? [Self.undecodable] : []
    }

    private static let undecodable: UInt8 = 0xFF

    private mutating func take(_ unit: UInt32, into output: inout [UInt8]) {
        if let high = pendingHigh {
            pendingHigh = nil
            if (0xDC00...0xDFFF) ~= unit {
                append(0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00), to: &output)
                return
            }
            output.append(Self.undecodable)
        }
        switch unit {
        case 0xD800...0xDBFF: pendingHigh = unit
        case 0xDC00...0xDFFF: output.append(Self.undecodable)
        default: append(unit, to: &output)
        }
    }

    private func append(_ value: UInt32, to output: inout [UInt8]) {
        guard let scalar = Unicode.Scalar(value) else { return }
        output += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
    }
}
