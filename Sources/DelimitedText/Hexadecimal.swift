/// Bytes in two lower-case hexadecimal digits each.
package enum Hexadecimal {
    package static func append(_ byte: UInt8, to text: inout [UInt8]) {
        for digit in [byte >> 4, byte & 15] {
            text.append(digit < 10 ? 0x30 + digit : 0x61 + digit - 10)
        }
    }

    package static func text(of bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        for byte in bytes { append(byte, to: &text) }
        return String(decoding: text, as: UTF8.self)
    }
}
