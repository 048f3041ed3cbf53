import Testing

@testable import DelimitedText

struct GB18030Tests {
    private func text(_ bytes: [UInt8]) -> String? {
        guard case .success(let text) = GB18030().decode(bytes) else { return nil }
        return String(decoding: text, as: UTF8.self)
    }

    @Test(
        arguments: [
            ([0xD4, 0xB2, 0xCD, 0xA8], "圆通"), ([0x61, 0xB4, 0xD3, 0x62], "a从b"), ([], ""),
            ([0x81, 0x30, 0x81, 0x30], "\u{80}"), ([0x94, 0x39, 0xDA, 0x33], "💩"),
            ([0x90, 0x30, 0x81, 0x30], "\u{10000}"), ([0xE3, 0x32, 0x9A, 0x35], "\u{10FFFF}"),
            ([0xA3, 0xB1], "１"), ([0x81, 0x40], "丂"),
            ([0x80], nil), ([0xFF], nil), ([0x00], nil),
            ([0x61, 0x00], nil), ([0xD4], nil), ([0xD4, 0x20], nil), ([0xD4, 0x7F], nil),
            ([0xD4, 0xFF], nil), ([0xE3, 0x32, 0x9A, 0x36], nil), ([0x85, 0x30, 0x81, 0x30], nil),
        ] as [([UInt8], String?)])
    func bytesAreTextOrNot(bytes: [UInt8], expected: String?) {
        #expect(text(bytes) == expected)
    }

    /// Among them vectors of the Encoding Standard's tests.
    @Test(
        arguments: [
            ([0x61, 0xFF, 0x62], [0xFF]), ([0xD4, 0xB2, 0x82, 0x30, 0xC3], [0x82, 0x30, 0xC3]),
            ([0x82, 0x30, 0xC3, 0x53], [0x82]), ([0x82, 0xFF, 0x61], [0x82, 0xFF]),
            ([0x00], [0x00]), ([0x83, 0x30, 0xFF, 0x33], [0x83]),
            ([0xFF, 0x30, 0xC3, 0x33], [0xFF]), ([0x82], [0x82]), ([0x82, 0x30], [0x82, 0x30]),
            ([0x82, 0x20], [0x82]),
        ] as [([UInt8], [UInt8])])
    func firstBytesThatAreNoTextAreNamed(bytes: [UInt8], named: [UInt8]) {
        #expect(GB18030().decode(bytes) == .failure(UndecodableBytes(bytes: named)))
    }

    /// The table is made by another implementation of the character set.
    @Test(.enabled(if: OracleFile.areThere, "FENTAN_ORACLES is unset; scripts/test sets it"))
    func everyTwoByteAndManyFourByteSequencesAgreeWithTheTable() throws {
        let table = try OracleFile.rows(of: "gb18030.csv")
        #expect(table.count > 30_000)
        let converter = GB18030()
        var wrong: [String] = []
        for row in table {
            var bytes: [UInt8] = []
            var digits = row[0]
            while let byte = UInt8(digits.prefix(2), radix: 16) {
                bytes.append(byte)
                digits = digits.dropFirst(2)
            }
            let expected = UInt32(row[1], radix: 16).flatMap(Unicode.Scalar.init)
            let found = try? converter.decode(bytes).get()
            if found != expected.map({ Array(String($0).utf8) }) { wrong.append(String(row[0])) }
        }
        #expect(wrong == [])
    }
}
