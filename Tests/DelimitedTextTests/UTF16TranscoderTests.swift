import DelimitedText
import Testing

struct UTF16TranscoderTests {
    private static let texts = [
        "", "a", "运单号,件数\r\n", "💩a", "\u{FEFF}x", "\u{10FFFF}\u{FFFF}\u{0}",
    ]

    private func bytes(_ units: [UInt16], isLittleEndian: Bool) -> [UInt8] {
        units.flatMap { unit in
            let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
            return isLittleEndian ? [low, high] : [high, low]
        }
    }

    private func transcoded(_ pieces: [ArraySlice<UInt8>], isLittleEndian: Bool) -> [UInt8] {
        var transcoder = UTF16Transcoder(isLittleEndian: isLittleEndian)
        return pieces.flatMap { transcoder.transcode($0) } + transcoder.finish()
    }

    @Test(arguments: texts, [true, false])
    func textIsTheSameWhereverItsBytesAreSplit(text: String, isLittleEndian: Bool) {
        let bytes = bytes(Array(text.utf16), isLittleEndian: isLittleEndian)
        for split in 0...bytes.count {
            let pieces = [bytes[..<split], bytes[split...]]
            #expect(transcoded(pieces, isLittleEndian: isLittleEndian) == Array(text.utf8))
        }
        let single = bytes.indices.map { bytes[$0...$0] }
        #expect(transcoded(single, isLittleEndian: isLittleEndian) == Array(text.utf8))
    }

    @Test(
        arguments: [
            ([0xD83D], [0xFF]), ([0xDE00], [0xFF]), ([0xD83D, 0x61], [0xFF, 0x61]),
            ([0xDE00, 0xD83D], [0xFF, 0xFF]),
            ([0xD83D, 0xD83D, 0xDCA9], [0xFF, 0xF0, 0x9F, 0x92, 0xA9]),
            ([0x61, 0xDC00, 0x62], [0x61, 0xFF, 0x62]),
        ] as [([UInt16], [UInt8])])
    func halfOfASurrogatePairBecomesAByteThatIsNoText(units: [UInt16], expected: [UInt8]) {
        let bytes = bytes(units, isLittleEndian: true)
        for split in 0...bytes.count {
            let pieces = [bytes[..<split], bytes[split...]]
            #expect(transcoded(pieces, isLittleEndian: true) == expected)
        }
    }

    @Test func oddByteAtTheEndIsNoText() {
        #expect(transcoded([[0x61, 0x00, 0x62]], isLittleEndian: true) == [0x61, 0xFF])
        #expect(transcoded([[0x00]], isLittleEndian: false) == [0xFF])
    }
}
