import Testing
@testable import DelimitedText

/// The scan a word at a time against the one a byte at a time.
@Suite struct PlainRecordTests {
    private static let pieces = [
        "a", "分摊", ",", ",", "\"", "\"", "\",\"", "\n", "\r\n", "\r", " ", "\t", "\u{B}", "",
        "12345678", "0123456789abcdef", "\"\"", "-", "\u{0}", "!", "#",
    ].map { Array($0.utf8) }

    /// Texts of random pieces; `next` is Knuth's MMIX generator.
    private func texts(_ count: Int) -> [[UInt8]] {
        var state: UInt64 = 20_261_125
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        return (0..<count).map { _ in
            (0..<next(24)).flatMap { _ in Self.pieces[next(Self.pieces.count)] }
        }
    }

    @Test func whatItSaysIsTheSame() {
        let scanner = RecordScanner()
        var said = 0
        var wrong: [String] = []
        for text in texts(100_000) {
            for start in 0..<min(text.count, 4) {
                guard let plain = PlainRecord.record(in: text.span, from: start) else { continue }
                said += 1
                if plain != scanner.anyRecord(in: text.span, from: start, isLast: false) {
                    wrong.append(shown(text))
                }
            }
        }
        #expect(wrong == [])
        #expect(said > 10_000)
    }

    @Test(arguments: [
        "\"a\",\"b\"\nnext row", "a,b\nnext row", "\"\",\"\"\r\nnext row", "\rnext row",
        "\"分摊\",12,\"\"\nnext row", "12345678,\"12345678\",\nnext row",
    ])
    func plainRecordsAreItsOwn(text: String) throws {
        let bytes = Array(text.utf8)
        let found = PlainRecord.record(in: bytes.span, from: 0)
        let record = try #require(found)
        #expect(String(decoding: bytes[record.next...], as: UTF8.self) == "next row")
    }

    @Test(arguments: [
        "\"a\"\"b\",c\nnext row", "\"a\nb\",c\nnext row", " \"a\",b\nnext row", "a\"b,c\nnext row",
        "\"a\" ,b\nnext row", "\"a,b\nnext row", "a,b", "a,b\r", "\"a\"b,c\nnext row",
    ])
    func othersAreLeft(text: String) {
        let record = PlainRecord.record(in: Array(text.utf8).span, from: 0)
        #expect(record == nil)
    }
}
