import DelimitedText
import Testing

struct EncodingEvidenceTests {
    private func encoding(of pieces: [[UInt8]]) -> TextEncoding {
        var evidence = EncodingEvidence()
        for piece in pieces { evidence.add(piece.span) }
        return evidence.encoding
    }

    private static let gbk: [UInt8] = [
        0xB4, 0xD3, 0xBB, 0xAF, 0xC7, 0xF8, 0xD6, 0xB1, 0xB2, 0xA5, 0xB5, 0xE7, 0xC9, 0xCC,
    ]

    @Test(
        arguments: [
            (Array("waybill,carrier\n".utf8), TextEncoding.utf8),
            (Array("运单号,承运商\n圆通".utf8), .utf8),
            (Array("a,".utf8) + [0xD4, 0xB2, 0xCD, 0xA8], .gb18030),
            (gbk, .gb18030),
            (Array("运单号,承运商,企业名称".utf8) + [0xFF] + Array("发货日期".utf8), .utf8),
            (Array("运单号,承运商,企业名称".utf8) + [0xE5, 0x0A], .utf8),
            ([], .utf8),
            (Array("💩".utf8), .utf8),
        ] as [([UInt8], TextEncoding)])
    func bytesSpeakForAnEncoding(bytes: [UInt8], expected: TextEncoding) {
        #expect(encoding(of: [bytes]) == expected)
        #expect(encoding(of: bytes.map { [$0] }) == expected)
        for split in bytes.indices {
            #expect(
                encoding(of: [Array(bytes[..<split]), Array(bytes[split...])]) == expected)
        }
    }
}
