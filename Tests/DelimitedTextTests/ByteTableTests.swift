import DelimitedText
import Testing

struct ByteTableTests {
    @Test func keysAreNumberedInTheOrderOfTheirComing() {
        var table = ByteTable()
        var known: [[UInt8]: Int] = [:]
        for number in 0..<3000 {
            // Keys of one to nine bytes, of which many share a beginning.
            let key = Array(String(number * number).utf8.dropFirst(number % 3)) + [0]
            let before = table.number(of: key.span)
            if before != known[key] { Issue.record("\(shown(key))") }
            guard known[key] == nil else { continue }
            table.insert(key.span)
            known[key] = known.count
        }
        #expect(table.count == known.count)
        let wrong = known.filter { table.number(of: $0.key.span) != $0.value }
        #expect(wrong.isEmpty)
        for key in [[], [0x30], [1], Array("12345678901".utf8)] as [[UInt8]] {
            let number = table.number(of: key.span)
            #expect(number == known[key])
        }
    }

    @Test func emptyKeyHasANumberToo() {
        var table = ByteTable()
        let empty: [UInt8] = []
        let before = table.number(of: empty.span)
        table.insert(empty.span)
        let after = table.number(of: empty.span)
        #expect(before == nil)
        #expect(after == 0)
    }
}
