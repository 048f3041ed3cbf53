import Testing

@testable import DelimitedText

struct CellDecoderTests {
    private func decoded(
        _ bytes: [UInt8], _ encoding: TextEncoding
    ) -> Result<[UInt8], UndecodableBytes> {
        CellDecoder(encoding).decode(bytes.span)
    }

    @Test(arguments: TextEncoding.allCases)
    func asciiIsTheSameInEveryEncoding(encoding: TextEncoding) {
        let bytes = Array("SF1234567890123 \t\u{7F}\u{1}".utf8)
        #expect(decoded(bytes, encoding) == .success(bytes))
        #expect(decoded([], encoding) == .success([]))
    }

    @Test(arguments: TextEncoding.allCases)
    func zeroByteIsNoText(encoding: TextEncoding) {
        let fault = UndecodableBytes(bytes: [0])
        #expect(decoded([0], encoding) == .failure(fault))
        #expect(decoded(Array("12345678\u{0}9".utf8), encoding) == .failure(fault))
        #expect(decoded(Array("1\u{0}234567".utf8), encoding) == .failure(fault))
    }

    @Test func chineseIsReadByTheFilesEncoding() {
        #expect(decoded([0xD4, 0xB2, 0xCD, 0xA8], .gb18030) == .success(Array("圆通".utf8)))
        #expect(decoded(Array("圆通".utf8), .utf8) == .success(Array("圆通".utf8)))
        #expect(decoded([0xD4, 0xB2, 0xCD, 0xA8], .utf8) == .success(Array("\u{532}\u{368}".utf8)))
    }

    @Test(
        arguments: [
            ([0x61, 0xFF, 0x62], [0xFF]), ([0xE5, 0x9C], [0xE5]), ([0xC0, 0x80], [0xC0]),
            ([0xE5, 0x9C, 0x86, 0xB4], [0xB4]), ([0xED, 0xA0, 0x80], [0xED]),
        ] as [([UInt8], [UInt8])])
    func firstByteThatIsNoUTF8IsNamed(bytes: [UInt8], named: [UInt8]) {
        #expect(decoded(bytes, .utf8) == .failure(UndecodableBytes(bytes: named)))
    }

    @Test func excerptShowsReplacementsForWhatIsNoText() {
        let excerpt = CellDecoder(.utf8).excerpt([0x61, 0xFF, 0x62].span)
        #expect(excerpt == "a\u{FFFD}b")
        let text = CellDecoder(.gb18030).excerpt([0xD4, 0xB2].span)
        #expect(text == "圆")
    }
}
