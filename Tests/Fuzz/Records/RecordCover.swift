import DelimitedText
import FuzzInput
@testable import Intake

/// The records of bytes that are all at hand, each byte accounted for.
enum RecordCover {
    static func records(of bytes: [UInt8], by scanner: RecordScanner) -> [BlockRecord] {
        var records: [BlockRecord] = []
        var position = 0
        var line = 1
        while position < bytes.count {
            guard let record = scanner.record(in: bytes.span, from: position, isLast: true) else {
                fatalError("a scan of all bytes is finished")
            }
            expectSound(record, from: position, in: bytes)
            records.append(
                BlockRecord(range: position..<record.end, line: line, fault: record.fault))
            position = record.next
            line += record.lines
        }
        expect(position == bytes.count, "the last record ends where the bytes end")
        expect(
            line - 1 == lines(of: bytes), "lines are counted as an editor counts them")
        return records
    }

    private static func expectSound(
        _ record: RecordScanner.Record, from start: Int, in bytes: [UInt8]
    ) {
        expect(start <= record.end && record.end <= record.next, "a record ends behind its start")
        expect(start < record.next && record.next <= bytes.count, "a record has a byte or more")
        let lineEnd = Array(bytes[record.end..<record.next])
        let isOpen = lineEnd.isEmpty && record.next == bytes.count
        expect(isOpen || ["\n", "\r", "\r\n"].contains { Array($0.utf8) == lineEnd }, "a line end")
        let isSplitPair = lineEnd == [0x0D] && bytes[record.next...].first == 0x0A
        expect(!isSplitPair, "CR and LF stay together")
        let lines = lines(of: Array(bytes[start..<record.next]))
        expect(record.lines == lines, "a record spans the lines that it has")
        expect(record.fault == nil || lines == 1, "a fault covers one line")
    }

    /// Lines, the last with or without its end, one byte after another.
    private static func lines(of bytes: [UInt8]) -> Int {
        var lines = 0
        var isOpen = false
        for (index, byte) in bytes.enumerated() {
            let isEnd = byte == 0x0A || (byte == 0x0D && bytes.dropFirst(index + 1).first != 0x0A)
            if isEnd { lines += 1 }
            isOpen = !isEnd
        }
        return lines + (isOpen ? 1 : 0)
    }
}
