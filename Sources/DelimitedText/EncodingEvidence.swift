/// What a file's bytes say for and against UTF-8, gathered block by block.
package struct EncodingEvidence: Sendable {
    private var expected = 0
    private var length = 0
    private var twoByteCharacters = 0
    private var longerCharacters = 0
    private var faults = 0

    package init() {}

    package mutating func add(_ bytes: Span<UInt8>) {
        for index in bytes.indices {
            let byte = bytes[index]
            if expected > 0 {
                if (0x80...0xBF) ~= byte {
                    expected -= 1
                    if expected == 0 {
                        if length == 2 { twoByteCharacters += 1 } else { longerCharacters += 1 }
                    }
                    continue
                }
                faults += 1
                expected = 0
            }
            if byte >= 0x80 { begin(byte) }
        }
    }

    private mutating func begin(_ lead: UInt8) {
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF: length = 3
        case 0xF0...0xF4: length = 4
        default:
            faults += 1
            return
        }
        expected = length - 1
    }

    /// The encoding of a file whose header fits both.
    ///
    /// Text that is UTF-8 without a longer character than two bytes reads as Chinese in GB18030:
    /// D4 B2 CD A8 is 圆通 there. Chinese in GB18030 has next to no longer characters of UTF-8.
    package var encoding: TextEncoding {
        if faults == 0 { return twoByteCharacters > 0 && longerCharacters == 0 ? .gb18030 : .utf8 }
        return longerCharacters > faults ? .utf8 : .gb18030
    }
}
