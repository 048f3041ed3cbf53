import DelimitedText
import Testing

@testable import Intake

struct BlockCutTests {
    /// All byte strings of up to `length` over the bytes that mean something in CSV.
    private static func strings(upTo length: Int) -> [[UInt8]] {
        var all: [[UInt8]] = []
        var longest: [[UInt8]] = [[]]
        for _ in 0..<length {
            longest = longest.flatMap { string in "a,\"\r\n".utf8.map { string + [$0] } }
            all += longest
        }
        return all
    }

    /// Where each record of the whole text begins, and its line; then the end.
    private static func starts(of bytes: [UInt8]) -> [Int: Int] {
        let scanner = RecordScanner()
        var starts: [Int: Int] = [:]
        var (position, line) = (0, 1)
        while position < bytes.count,
            let record = scanner.record(in: bytes.span, from: position, isLast: true)
        {
            starts[position] = line
            position = record.next
            line += record.lines
        }
        starts[position] = line
        return starts
    }

    @Test func blockEndsWhereARecordOfTheWholeTextDoes() {
        let scanner = RecordScanner()
        var wrong: [String] = []
        for string in Self.strings(upTo: 6) {
            let starts = Self.starts(of: string)
            for count in 1...string.count {
                let prefix = Array(string.prefix(count))
                let cut = BlockCut(prefix.span, line: 1, isLast: false, scanner: scanner)
                guard let cut else { continue }
                let text = String(decoding: prefix, as: UTF8.self)
                // Lines that end at the very end count as ended there only.
                if cut.end == string.count {
                    if cut.end == 0 { wrong.append(text) }
                } else if starts[cut.end] != 1 + cut.lines {
                    wrong.append(text + " of " + String(decoding: string, as: UTF8.self))
                }
            }
        }
        #expect(wrong == [])
    }

    @Test func lastBlockEndsWithTheBytes() {
        for string in Self.strings(upTo: 4) {
            let cut = BlockCut(string.span, line: 1, isLast: true, scanner: RecordScanner())
            #expect(cut?.end == string.count)
            #expect(cut?.isWithinLine == false)
        }
    }

    @Test func recordsAreFoundOnTheWayWhereThereIsAQuote() throws {
        let bytes = Array("a,b\n\"c\nd\",e\n\nf".utf8)
        let found = BlockCut(bytes.span, line: 5, isLast: false, scanner: RecordScanner())
        let cut = try #require(found)
        let records = try #require(cut.records)
        #expect(records.map(\.line) == [5, 6, 8])
        #expect(records.map(\.range) == [0..<3, 4..<11, 12..<12])
        #expect(cut.end == 13)
        #expect(cut.lines == 4)
    }

    @Test func blockWithoutAQuoteIsCutAtItsLastLineEnd() throws {
        let bytes = Array("a,b\r\nc\rd".utf8)
        let found = BlockCut(bytes.span, line: 5, isLast: false, scanner: RecordScanner())
        let cut = try #require(found)
        #expect(cut.records == nil)
        #expect(cut.end == 7)
        #expect(cut.lines == 2)
    }

    @Test(arguments: ["a,b", "a\r", "\"a\nb\n", ""])
    func blockWithoutAWholeRecordIsNotCut(text: String) {
        let bytes = Array(text.utf8)
        let cut = BlockCut(bytes.span, line: 1, isLast: false, scanner: RecordScanner())
        let isCut = cut != nil
        #expect(!isCut)
    }
}
