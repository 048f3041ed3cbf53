import DelimitedText
import Testing

/// Each search against a loop that anyone can read.
struct ByteSearchTests {
    @Test func byteIsFoundWhereverItStands() {
        for count in [0, 1, 7, 8, 9, 300, 5000] {
            let bytes = [UInt8](repeating: 0x61, count: count)
            #expect(!contains(0x22, bytes))
            for index in stride(from: 0, to: count, by: max(1, count / 37)) {
                var bytes = bytes
                bytes[index] = 0x22
                #expect(contains(0x22, bytes))
            }
        }
    }

    private func contains(_ byte: UInt8, _ bytes: [UInt8]) -> Bool {
        ByteSearch.contains(byte, in: bytes.span)
    }

    @Test func recordAndLineEndsAreThoseOfThePlainSearch() {
        var wrong: [String] = []
        for string in csvStrings(upTo: 5) {
            let isRight =
                ByteSearch.lastRecordEnd(in: string.span) == lastRecordEnd(string)
                && ByteSearch.firstLineEnd(in: string.span, isLast: true)
                    == firstLineEnd(string, isLast: true)
                && ByteSearch.firstLineEnd(in: string.span, isLast: false)
                    == firstLineEnd(string, isLast: false)
                && ByteSearch.lineBreaks(in: string.span) == lineBreaks(string)
            if !isRight { wrong.append(shown(string)) }
        }
        #expect(wrong == [])
    }

    @Test func breaksOfManyLinesAreCounted() {
        let bytes = Array(repeating: Array("a\n\r\n\rb,".utf8), count: 1000).flatMap(\.self)
        let lines = ByteSearch.lineBreaks(in: bytes.span)
        #expect(lines == 3000)
    }

    /// The cut between two bytes that is nearest the end and has a line end before it.
    private func lastRecordEnd(_ bytes: [UInt8]) -> Int? {
        (1...max(1, bytes.count)).last { end in
            guard end <= bytes.count, PlainCSV.isLineEnd(bytes[end - 1]) else { return false }
            if bytes[end - 1] == 0x0A { return true }
            return end < bytes.count && bytes[end] != 0x0A
        }
    }

    private func firstLineEnd(_ bytes: [UInt8], isLast: Bool) -> Int? {
        let end = PlainCSV.endOfLine(bytes, from: 0)
        if end == bytes.count { return nil }
        let next = PlainCSV.pastLineEnd(bytes, at: end)
        let mayContinue = bytes[end] == 0x0D && next == bytes.count && next == end + 1
        return mayContinue && !isLast ? nil : next
    }

    private func lineBreaks(_ bytes: [UInt8]) -> Int {
        var text = bytes
        var lines = 0
        while let end = text.firstIndex(where: PlainCSV.isLineEnd) {
            text.removeFirst(PlainCSV.pastLineEnd(text, at: end))
            lines += 1
        }
        return lines
    }

    @Test func plainBytesAreASCIIWithoutZero() {
        for count in 1...20 {
            for index in 0..<count {
                for byte in [0x00, 0x01, 0x7F, 0x80, 0x81, 0xFF] as [UInt8] {
                    for other in [0x01, 0x20, 0x7F] as [UInt8] {
                        var bytes = [UInt8](repeating: other, count: count)
                        bytes[index] = byte
                        let isPlain = ByteSearch.isPlain(bytes.span)
                        if isPlain != ((1...0x7F) ~= byte) {
                            Issue.record("\(bytes)")
                        }
                    }
                }
            }
        }
        let none: [UInt8] = []
        let isPlain = ByteSearch.isPlain(none.span)
        #expect(isPlain)
    }

    @Test func equalBytesAreEqualAndHashAlike() {
        let strings = csvStrings(upTo: 3) + [Array("12345678".utf8), Array("123456789".utf8)]
        for left in strings {
            for right in strings {
                let areEqual = ByteSearch.areEqual(left.span, right.span)
                if areEqual != (left == right) { Issue.record("\(shown(left)) \(shown(right))") }
            }
        }
        let hashes = strings.map { ByteSearch.hash($0.span) }
        #expect(Set(hashes).count == strings.count)
        #expect(strings.map { ByteSearch.hash($0.span) } == hashes)
    }
}
