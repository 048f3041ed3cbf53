import DelimitedText
import Testing

struct ShortBytesTests {
    @Test func wordsAreTheBytesWithZerosBehindThem() {
        // Places near the end too, where nothing may be read behind the bytes.
        let bytes = (0..<60).map { UInt8(200 - $0) }
        for start in 0...60 {
            for count in 0...min(26, 60 - start) {
                let short = ShortBytes(start..<start + count, of: bytes.span)
                guard count <= ShortBytes.maximumCount else {
                    #expect(short == nil)
                    continue
                }
                var found: [UInt8] = []
                for word in [short?.first, short?.second, short?.third] {
                    for shift in 0..<UInt64(8) {
                        found.append(UInt8(truncatingIfNeeded: (word ?? 0) >> (shift * 8)))
                    }
                }
                let zeros = [UInt8](repeating: 0, count: 24 - count)
                #expect(found == Array(bytes[start..<start + count]) + zeros)
                #expect(short?.count == count)
            }
        }
    }
}
