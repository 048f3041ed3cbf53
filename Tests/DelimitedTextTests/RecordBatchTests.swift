import DelimitedText
import Testing

/// The scan of quote-free bytes, held to the scanner and libcsv.
struct RecordBatchTests {
    private struct Row: Equatable {
        var line: Int
        var cells: [String]
    }

    private func rows(of batch: RecordBatch) -> [Row] {
        batch.records.map { record in
            Row(
                line: record.line,
                cells: (0..<record.cellCount).map { cell in
                    String(
                        decoding: batch.cells.bytes[batch.range(of: cell, in: record)],
                        as: UTF8.self)
                })
        }
    }

    /// The rows as `RecordScanner` finds them and libcsv takes them apart; blank lines are none.
    private func rowsByLibCSV(of bytes: [UInt8], firstLine: Int) -> [Row] {
        let parser = LibCSV()
        return ScannedRecord.records(of: bytes).compactMap { record in
            let text = Array(record.text.utf8)
            if PlainCSV.trimmed(text).isEmpty { return nil }
            var store = CellStore()
            _ = parser.parse(text.span, into: &store)
            return Row(
                line: firstLine + record.line - 1,
                cells: cells(of: store).map { String(decoding: $0, as: UTF8.self) })
        }
    }

    @Test func scanOfEverySmallTextWithoutQuotesAgreesWithLibCSV() {
        var batch = RecordBatch()
        var wrong: [String] = []
        for string in csvStrings(upTo: 5) where !string.contains(UInt8(ascii: "\"")) {
            batch.scan(string, firstLine: 7)
            // Lines of blanks are records of blank cells here, and none to libcsv.
            let found = rows(of: batch).filter { $0.cells != [""] }
            if found != rowsByLibCSV(of: string, firstLine: 7) { wrong.append(shown(string)) }
        }
        #expect(wrong == [])
    }

    @Test(arguments: 0..<40)
    func scanAgreesWithLibCSVWhereverItsWordsBegin(padding: Int) {
        let text =
            String(repeating: "x", count: padding) + ",运单号,b,\r\n\n, 12\t,,\u{0B}\u{01}c\rd,e"
        let bytes = Array((text + "\n" + text).utf8)
        var batch = RecordBatch()
        batch.scan(bytes, firstLine: 1)
        #expect(rows(of: batch) == rowsByLibCSV(of: bytes, firstLine: 1))
    }

    @Test(arguments: [0, 1])
    func recordOfMoreThanAMebibyteIsAFault(excess: Int) {
        let long = [UInt8](repeating: 0x61, count: RecordScanner.maximumRecordBytes + excess)
        var batch = RecordBatch()
        batch.scan(Array("a,b\n".utf8) + long + Array("\nc,d".utf8), firstLine: 1)
        #expect(batch.records.map(\.line) == [1, 2, 3])
        #expect(batch.records.map(\.fault) == [nil, excess == 0 ? nil : .tooLong, nil])
    }

    @Test func batchIsEmptyAgainOnceEverythingIsRemoved() {
        var batch = RecordBatch()
        batch.scan(Array("a,b\nc,d\n".utf8), firstLine: 1)
        batch.removeAll()
        #expect(batch.records.isEmpty)
        batch.append(Array("e,\"f\"".utf8).span, line: 9, fault: nil, parser: LibCSV())
        #expect(rows(of: batch) == [Row(line: 9, cells: ["e", "f"])])
    }

    @Test func faultyRecordHasNoCells() {
        let parser = LibCSV()
        var batch = RecordBatch()
        batch.append(Array("a,b".utf8).span, line: 1, fault: nil, parser: parser)
        batch.append(Array("\"c".utf8).span, line: 2, fault: .quote, parser: parser)
        batch.append(Array("d".utf8).span, line: 3, fault: nil, parser: parser)
        #expect(
            rows(of: batch) == [
                Row(line: 1, cells: ["a", "b"]), Row(line: 2, cells: []),
                Row(line: 3, cells: ["d"]),
            ])
        #expect(batch.records.map(\.fault) == [nil, .quote, nil])
    }
}
