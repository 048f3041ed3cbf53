import DelimitedText
import Testing

struct RecordScannerTests {
    @Test(arguments: [
        ("a,b\nc,d\n", [ScannedRecord(1, "a,b"), ScannedRecord(2, "c,d")]),
        ("a,b\nc,d", [ScannedRecord(1, "a,b"), ScannedRecord(2, "c,d")]),
        ("a\r\nb\r\n", [ScannedRecord(1, "a"), ScannedRecord(2, "b")]),
        ("a\rb\r", [ScannedRecord(1, "a"), ScannedRecord(2, "b")]),
        ("a\nb\r\nc\rd", [(1, "a"), (2, "b"), (3, "c"), (4, "d")].map { ScannedRecord($0, $1) }),
        (
            "a\n\n\r\n\rb",
            [(1, "a"), (2, ""), (3, ""), (4, ""), (5, "b")].map { ScannedRecord($0, $1) }
        ),
    ])
    func everyLineEndEndsARecord(text: String, records: [ScannedRecord]) {
        #expect(ScannedRecord.records(of: Array(text.utf8)) == records)
    }

    @Test(arguments: [
        ("\"a\nb\",c\nd", "\"a\nb\",c", 3), ("\"a\r\nb\",c\nd", "\"a\r\nb\",c", 3),
        ("\"a\rb\",c\nd", "\"a\rb\",c", 3), ("a,\"\n\n\"\nd", "a,\"\n\n\"", 4),
        ("a,\"\r\r\n\n\"\rd", "a,\"\r\r\n\n\"", 5), (" \t\"a\nb\" \t,c\nd", " \t\"a\nb\" \t,c", 3),
        ("\"a\"\"\nb\"\nd", "\"a\"\"\nb\"", 3),
    ])
    func quotedLineBreaksBelongToTheirRecord(text: String, first: String, line: Int) {
        #expect(
            ScannedRecord.records(of: Array(text.utf8)) == [
                ScannedRecord(1, first), ScannedRecord(line, "d"),
            ])
    }

    @Test(arguments: [
        "=\"7730\",b", "a\"b,c", "a\"", "5\" screen,\"x\"", "\"a\"\"b\",c", "\"\",\"\"",
        " \"a\" ,b",
        "a \"b\",c", "'\"", "\"=\"\"7730\"\"\"",
    ])
    func quotesThatFitAreNoFault(record: String) {
        #expect(ScannedRecord.records(of: Array(record.utf8)) == [ScannedRecord(1, record)])
    }

    @Test(arguments: [
        "\"a\"b,c", "\"a\" b", "\"a\" \"b\"", "\"a\"\"b", "\"", "a,\"b", "a, \t\"b", "\"a\"=",
        "\"a\"\t'",
    ])
    func quoteThatDoesNotFitIsAFaultOfItsLineAlone(record: String) {
        for lineEnd in ["\n", "\r", "\r\n"] {
            let text = ["x,y", record, "c,d"].joined(separator: lineEnd)
            #expect(
                ScannedRecord.records(of: Array(text.utf8)) == [
                    ScannedRecord(1, "x,y"), ScannedRecord(2, record, .quote),
                    ScannedRecord(3, "c,d"),
                ])
        }
        #expect(
            ScannedRecord.records(of: Array(("x\n" + record).utf8)) == [
                ScannedRecord(1, "x"), ScannedRecord(2, record, .quote),
            ])
    }

    @Test(arguments: [
        (
            "\"a\nb\"\nc,d", 2...2,
            [ScannedRecord(1, "\"a", .quote), ScannedRecord(2, "b\""), ScannedRecord(3, "c,d")]
        ),
        ("\"a\nb\",c\nd,e", 2...2, [ScannedRecord(1, "\"a\nb\",c"), ScannedRecord(3, "d,e")]),
        ("\"a\nb\",c", 3...4, [ScannedRecord(1, "\"a", .quote), ScannedRecord(2, "b\",c")]),
        ("a\nb,c,d", 2...2, [ScannedRecord(1, "a"), ScannedRecord(2, "b,c,d")]),
        ("\"a\"\nb,c", 2...2, [ScannedRecord(1, "\"a\""), ScannedRecord(2, "b,c")]),
    ])
    func recordOfSeveralLinesIsBelievedByItsCells(
        text: String, believed: ClosedRange<Int>, records: [ScannedRecord]
    ) {
        let scanner = RecordScanner(believedCells: believed)
        #expect(ScannedRecord.records(of: Array(text.utf8), scanner: scanner) == records)
    }

    @Test(arguments: [0, 1, 2])
    func longestRecordHasOneMebibyte(excess: Int) throws {
        let length = RecordScanner.maximumRecordBytes + excess
        for lineEnd in ["\n", "\r", "\r\n"] {
            let bytes = [UInt8](repeating: 0x61, count: length) + Array((lineEnd + "b").utf8)
            let whole = RecordScanner().record(in: bytes.span, from: 0, isLast: true)
            let record = try #require(whole)
            #expect(record.fault == (excess == 0 ? nil : .tooLong))
            #expect(record.end == length)
            #expect(record.next == length + lineEnd.utf8.count)
            #expect(record.lines == 1)
        }
    }

    @Test func quoteThatIsOpenForAMebibyteIsAFaultOfItsLine() throws {
        let bytes =
            Array("\"a\n".utf8) + [UInt8](repeating: 0x61, count: RecordScanner.maximumRecordBytes)
            + Array("\"\n".utf8)
        let whole = RecordScanner().record(in: bytes.span, from: 0, isLast: true)
        let record = try #require(whole)
        #expect(record.fault == .quote)
        #expect((record.end, record.next, record.lines) == (2, 3, 1))
    }

    @Test func prefixSaysNothingThatTheWholeWouldTakeBack() {
        let scanner = RecordScanner()
        var wrong: [String] = []
        for string in csvStrings(upTo: 5) where !string.isEmpty {
            let whole = scanner.record(in: string.span, from: 0, isLast: true)
            for count in 1..<string.count {
                let prefix = Array(string.prefix(count))
                let record = scanner.record(in: prefix.span, from: 0, isLast: false)
                if record != nil, record != whole { wrong.append(shown(string)) }
            }
        }
        #expect(wrong == [])
    }

    @Test func everySmallTextIsReadAsThePlainReaderReadsIt() {
        let parser = LibCSV()
        var wrong: [String] = []
        for string in csvStrings(upTo: 5) {
            let expected = PlainCSV.records(of: string)
            let scanned = ScannedRecord.records(of: string)
            let found = scanned.map { record -> PlainCSV.Record in
                let bytes = Array(record.text.utf8)
                var store = CellStore()
                // libcsv sees no record in blanks alone.
                let isParsed =
                    PlainCSV.trimmed(bytes).isEmpty || parser.parse(bytes.span, into: &store)
                let cells = isParsed ? cells(of: store) : nil
                return PlainCSV.Record(
                    line: record.line,
                    cells: record.fault != nil ? nil : cells == [] ? [[]] : cells)
            }
            if found != expected { wrong.append(shown(string)) }
        }
        #expect(wrong == [])
    }
}
