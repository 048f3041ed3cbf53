import DelimitedText
import Testing

struct TextEncodingTests {
    @Test(
        arguments: [
            ([0xEF, 0xBB, 0xBF, 0x61], TextEncoding.utf8, 3),
            ([0xFF, 0xFE], .utf16LittleEndian, 2),
            ([0xFE, 0xFF, 0x00], .utf16BigEndian, 2),
        ] as [([UInt8], TextEncoding, Int)])
    func markDecides(bytes: [UInt8], encoding: TextEncoding, length: Int) throws {
        let mark = try #require(TextEncoding.marked(bytes))
        #expect(mark.encoding == encoding)
        #expect(mark.length == length)
    }

    @Test(arguments: [[], [0xEF, 0xBB], [0xFF], [0x61, 0xEF, 0xBB, 0xBF]] as [[UInt8]])
    func otherBytesAreNoMark(bytes: [UInt8]) {
        #expect(TextEncoding.marked(bytes) == nil)
    }
}
