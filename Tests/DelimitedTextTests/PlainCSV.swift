import DelimitedText

/// The rules of records and cells once more, slow and plain: what the fast readers are held to.
enum PlainCSV {
    struct Record: Equatable {
        var line: Int
        /// Nil where a quote does not fit; reading goes on below the record's first line.
        var cells: [[UInt8]]?
    }

    static func records(of bytes: [UInt8]) -> [Record] {
        var records: [Record] = []
        var position = 0
        var line = 1
        while position < bytes.count {
            var reader = RecordReader(bytes: bytes, position: position)
            let cells = reader.record()
            if cells == nil { reader.position = endOfLine(bytes, from: position) }
            records.append(Record(line: line, cells: cells))
            let next = pastLineEnd(bytes, at: reader.position)
            line += lines(in: bytes[position..<next])
            position = next
        }
        return records
    }

    /// The line ends in `bytes`, and the line that the bytes' end cuts off.
    private static func lines(in bytes: ArraySlice<UInt8>) -> Int {
        var text = Array(bytes)
        var lines = 0
        while let end = text.firstIndex(where: { isLineEnd($0) }) {
            text.removeFirst(pastLineEnd(text, at: end))
            lines += 1
        }
        return lines
    }

    static func endOfLine(_ bytes: [UInt8], from start: Int) -> Int {
        bytes[start...].firstIndex { isLineEnd($0) } ?? bytes.count
    }

    static func pastLineEnd(_ bytes: [UInt8], at position: Int) -> Int {
        if position >= bytes.count { return bytes.count }
        let isPair = bytes[position...].starts(with: Array("\r\n".utf8))
        return position + (isPair ? 2 : 1)
    }

    static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    static func trimmed(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var bytes = Array(bytes)
        while let last = bytes.last, isBlank(last) { bytes.removeLast() }
        while let first = bytes.first, isBlank(first) { bytes.removeFirst() }
        return bytes
    }

    /// A field as RFC 4180 writes it, and with quotes also around outer blanks.
    static func written(_ field: [UInt8]) -> [UInt8] {
        let special = Array(",\"\r\n".utf8)
        guard field.contains(where: special.contains) || trimmed(field) != field else {
            return field
        }
        let quote = UInt8(ascii: "\"")
        return [quote] + field.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
    }
}

/// Reads one record by recursive descent.
private struct RecordReader {
    let bytes: [UInt8]
    var position: Int

    mutating func record() -> [[UInt8]]? {
        var cells: [[UInt8]] = []
        while true {
            guard let cell = cell() else { return nil }
            cells.append(cell)
            guard position < bytes.count, bytes[position] == UInt8(ascii: ",") else { return cells }
            position += 1
        }
    }

    private mutating func cell() -> [UInt8]? {
        var start = position
        while start < bytes.count, PlainCSV.isBlank(bytes[start]) { start += 1 }
        if start < bytes.count, bytes[start] == UInt8(ascii: "\"") {
            position = start + 1
            return quotedCell()
        }
        let end = bytes[position...].firstIndex { $0 == 0x2C || PlainCSV.isLineEnd($0) }
        let cell = bytes[position..<(end ?? bytes.count)]
        position = cell.endIndex
        return PlainCSV.trimmed(cell)
    }

    private mutating func quotedCell() -> [UInt8]? {
        var cell: [UInt8] = []
        while let quote = bytes[position...].firstIndex(of: UInt8(ascii: "\"")) {
            cell += bytes[position..<quote]
            position = quote + 1
            if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
                cell.append(UInt8(ascii: "\""))
                position += 1
                continue
            }
            while position < bytes.count, PlainCSV.isBlank(bytes[position]) { position += 1 }
            let isEnd =
                position == bytes.count || bytes[position] == 0x2C
                || PlainCSV.isLineEnd(bytes[position])
            return isEnd ? cell : nil
        }
        return nil
    }
}

/// All byte strings of up to `length` over the bytes that mean something in CSV, and one that does
/// not.
func csvStrings(upTo length: Int) -> [[UInt8]] {
    var strings: [[UInt8]] = [[]]
    var longest = strings
    for _ in 0..<length {
        longest = longest.flatMap { string in "a,\"\r\n \t".utf8.map { string + [$0] } }
        strings += longest
    }
    return strings
}

/// How a byte string reads in a message.
func shown(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self).debugDescription }
