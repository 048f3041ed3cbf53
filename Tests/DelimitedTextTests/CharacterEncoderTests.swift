import Testing

@testable import DelimitedText

struct CharacterEncoderTests {
    private func bytes(_ text: String, _ encoding: WrittenEncoding) -> [UInt8]? {
        guard case .success(let bytes) = CharacterEncoder.encode(text, as: encoding) else {
            return nil
        }
        return bytes
    }

    @Test(
        arguments: [
            ("圆通", [0xD4, 0xB2, 0xCD, 0xA8], [0xD4, 0xB2, 0xCD, 0xA8]),
            ("a|", [0x61, 0x7C], [0x61, 0x7C]),
            ("丂", [0x81, 0x40], [0x81, 0x40]), ("𠮷", nil, [0x95, 0x34, 0xB2, 0x35]),
            ("䶮", nil, [0xFE, 0x9F]), ("€", nil, [0xA2, 0xE3]), ("\u{E000}", nil, nil),
            ("\u{9FB4}", nil, nil), ("\u{E0041}", nil, [0xD3, 0x36, 0x9C, 0x33]), ("", [], []),
        ] as [(String, [UInt8]?, [UInt8]?)])
    func characterHasItsCodeOrNone(text: String, gbk: [UInt8]?, gb18030: [UInt8]?) {
        #expect(bytes(text, .gbk) == gbk)
        #expect(bytes(text, .gb18030) == gb18030)
        #expect(bytes(text, .utf8) == Array(text.utf8))
    }

    @Test func firstCharacterWithoutACodeIsNamed() {
        #expect(
            CharacterEncoder.encode("样例𠮷€", as: .gbk)
                == .failure(UnencodableCharacter(scalar: "𠮷")))
    }

    /// The table is made by another implementation of the character set.
    @Test(.enabled(if: OracleFile.areThere, "FENTAN_ORACLES is unset; scripts/test sets it"))
    func everyCodeOfTwoBytesIsWrittenAsTheTableReadsIt() throws {
        var written = 0
        for row in try OracleFile.rows(of: "gb18030.csv") where row[0].utf8.count == 4 {
            guard let value = UInt32(row[1], radix: 16), let scalar = Unicode.Scalar(value),
                let code = UInt16(row[0], radix: 16)
            else { continue }
            guard let bytes = bytes(String(scalar), .gb18030) else { continue }
            #expect(bytes == [UInt8(code >> 8), UInt8(code & 0xFF)], "\(row[0])")
            written += 1
        }
        #expect(written > 21_000)
    }
}
