import DelimitedText
import Testing

struct LibCSVTests {
    @Test func everySmallFieldIsWrittenAsThePlainWriterWritesIt() {
        var wrong: [String] = []
        for field in csvStrings(upTo: 5) {
            var written: [UInt8] = []
            LibCSV.write(field.span, to: &written)
            if written != PlainCSV.written(field) { wrong.append(shown(field)) }
        }
        #expect(wrong == [])
    }

    @Test func everySmallFieldIsReadBackAsItWasWritten() {
        let parser = LibCSV()
        var wrong: [String] = []
        for field in csvStrings(upTo: 5) {
            var record = Array("x,".utf8)
            LibCSV.write(field.span, to: &record)
            var store = CellStore()
            let isParsed = parser.parse(record.span, into: &store)
            if !isParsed || cells(of: store) != [Array("x".utf8), field] {
                wrong.append(shown(field))
            }
        }
        #expect(wrong == [])
    }

    @Test(arguments: [
        ("a,b", ["a", "b"]), (",", ["", ""]), ("=\"123\",b", ["=\"123\"", "b"]),
        (" a , \"b\" ", ["a", "b"]), ("\"a\"\"b\"", ["a\"b"]), ("\"a\nb\",c", ["a\nb", "c"]),
        ("a b\tc", ["a b\tc"]), ("\" a \"", [" a "]), ("\"\"", [""]), ("a\"b", ["a\"b"]),
    ])
    func cellsAreTakenApart(record: String, expected: [String]) {
        var store = CellStore()
        let bytes = Array(record.utf8)
        let isParsed = LibCSV().parse(bytes.span, into: &store)
        #expect(isParsed)
        #expect(cells(of: store).map { String(decoding: $0, as: UTF8.self) } == expected)
    }

    @Test(arguments: ["a\nb", "a\rb\n", "a\n\nb", "", "  "])
    func whatIsNotOneRecordLeavesTheStoreAsItWas(text: String) {
        let parser = LibCSV()
        var store = CellStore()
        let (first, other) = (Array("x,y".utf8), Array(text.utf8))
        let isFirst = parser.parse(first.span, into: &store)
        let isOther = parser.parse(other.span, into: &store)
        #expect(isFirst && !isOther)
        #expect(cells(of: store) == [Array("x".utf8), Array("y".utf8)])
    }

    @Test(arguments: ["\"a", "\"", "x,\"y\n", "a\nb"])
    func parserIsAsNewAfterWhatIsNoRecord(text: String) {
        let parser = LibCSV()
        var (none, store) = (CellStore(), CellStore())
        let (open, next) = (Array(text.utf8), Array("x,y".utf8))
        _ = parser.parse(open.span, into: &none)
        let isParsed = parser.parse(next.span, into: &store)
        #expect(isParsed)
        #expect(cells(of: store) == [Array("x".utf8), Array("y".utf8)])
    }

    @Test func cellsOfManyRecordsStandOneAfterAnother() {
        let parser = LibCSV()
        var store = CellStore()
        let records = ["a,b", "\"c,d\"", ",e"].map { Array($0.utf8) }
        for record in records { _ = parser.parse(record.span, into: &store) }
        let texts = cells(of: store).map { String(decoding: $0, as: UTF8.self) }
        #expect(texts == ["a", "b", "c,d", "", "e"])
    }
}
