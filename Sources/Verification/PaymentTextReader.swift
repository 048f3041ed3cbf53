internal import DelimitedText

/// Takes a text file of payments apart, and proves its form on the way: encoding, line ends,
/// titles, as many cells in each line as there are columns, and no cell that would be run.
struct PaymentTextReader {
    private let form: ReportFile.PaymentForm
    private let separator: UInt8

    init(_ form: ReportFile.PaymentForm) {
        self.form = form
        separator = form.separator?.utf8.first ?? UInt8(ascii: ",")
    }

    func read(_ bytes: [UInt8], proof: inout Proof) -> PaymentLines {
        var found = PaymentLines()
        guard let text = decoded(bytes, proof: &proof) else { return found }
        var lines = lines(of: text, proof: &proof)
        let above = form.before.count + (form.titles ? 1 : 0)
        guard lines.count >= above + form.after.count else {
            proof.fail(.header, line: lines.count)
            return found
        }
        let below = lines.suffix(form.after.count)
        found.before = lines.prefix(form.before.count).map(Self.string)
        found.after = below.map(Self.string)
        if form.titles { proveTitles(lines[form.before.count], line: above, proof: &proof) }
        lines.removeLast(form.after.count)
        for (index, line) in lines.enumerated().dropFirst(above) {
            let number = index + 1
            guard let cells = cells(of: line[...]) else {
                proof.fail(.quoting, line: number)
                continue
            }
            guard cells.count == form.columns.count else {
                proof.fail(
                    .cellCount, line: number, expected: String(form.columns.count),
                    found: String(cells.count))
                continue
            }
            for (cell, column) in zip(cells, form.columns) where SpreadsheetText.isFormula(cell) {
                proof.fail(.formula, line: number, place: column.title, found: cell)
            }
            found.rows.append(
                PaymentLines.Line(number: number, cells: cells.map(PaymentLines.Cell.text)))
        }
        return found
    }

    private static func string(_ line: [UInt8]) -> String { String(decoding: line, as: UTF8.self) }

    /// UTF-8 of the file without its mark; nil where the bytes are no text of the encoding.
    private func decoded(_ bytes: [UInt8], proof: inout Proof) -> [UInt8]? {
        let hasMark = bytes.starts(with: TextEncoding.utf8Mark)
        switch form.encoding ?? .utf8 {
        case .utf8, .utf8Marked:
            proof.require(hasMark == (form.encoding == .utf8Marked), .byteOrderMark, line: 1)
            proof.require(ByteSearch.isUTF8(bytes.span), .encoding)
            return hasMark ? Array(bytes.dropFirst(TextEncoding.utf8Mark.count)) : bytes
        case .gbk, .gb18030:
            let isOfTwo = form.encoding == .gb18030 || Self.hasOnlyPairs(bytes)
            guard isOfTwo, case .success(let text) = GB18030().decode(bytes) else {
                proof.fail(.encoding)
                return nil
            }
            return text
        }
    }

    /// Whether no code has four bytes, as in GBK: the second of them would be a digit.
    private static func hasOnlyPairs(_ bytes: [UInt8]) -> Bool {
        var position = 0
        while position < bytes.count {
            if bytes[position] < 0x80 {
                position += 1
            } else {
                guard position + 1 < bytes.count, bytes[position + 1] >= 0x40 else { return false }
                position += 2
            }
        }
        return true
    }

    private func lines(of text: [UInt8], proof: inout Proof) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        var line: [UInt8] = []
        for byte in text {
            if byte != UInt8(ascii: "\n") {
                line.append(byte)
                continue
            }
            let hasReturn = line.last == UInt8(ascii: "\r")
            proof.require(hasReturn == (form.lineEnd == .crlf), .lineEnd, line: lines.count + 1)
            if hasReturn { line.removeLast() }
            proof.require(!line.contains(UInt8(ascii: "\r")), .lineEnd, line: lines.count + 1)
            lines.append(line)
            line = []
        }
        proof.require(line.isEmpty, .lineEnd, line: lines.count + 1)
        return line.isEmpty ? lines : lines + [line]
    }

    private func proveTitles(_ line: [UInt8], line number: Int, proof: inout Proof) {
        let prefix = Array((form.titlePrefix ?? "").utf8)
        let names = form.columns.map(\.title)
        let found = line.starts(with: prefix) ? cells(of: line.dropFirst(prefix.count)) : nil
        proof.require(
            found == names, .header, line: number, expected: names.joined(separator: ","),
            found: Self.string(line))
    }

    /// Nil where a quote is not closed or does not fit, or the last separator is missing.
    private func cells(of line: ArraySlice<UInt8>) -> [String]? {
        var cells: [String] = []
        var rest = line
        while true {
            guard let (cell, end) = cell(at: rest) else { return nil }
            cells.append(String(decoding: cell, as: UTF8.self))
            if end == rest.endIndex { break }
            rest = rest[(end + 1)...]
        }
        guard form.closingSeparator == true else { return cells }
        return cells.popLast() == "" ? cells : nil
    }

    /// The first cell, and where it ends: at a separator or at the end of the line.
    private func cell(at text: ArraySlice<UInt8>) -> (cell: [UInt8], end: Int)? {
        let quote = UInt8(ascii: "\"")
        guard form.kind == .csv, text.first == quote else {
            let end = text.firstIndex(of: separator) ?? text.endIndex
            let cell = Array(text[..<end])
            return form.kind == .csv && cell.contains(quote) ? nil : (cell, end)
        }
        var cell: [UInt8] = []
        var position = text.startIndex + 1
        while position < text.endIndex {
            if text[position] != quote {
                cell.append(text[position])
            } else if position + 1 < text.endIndex, text[position + 1] == quote {
                cell.append(quote)
                position += 1
            } else {
                let end = position + 1
                return end == text.endIndex || text[end] == separator ? (cell, end) : nil
            }
            position += 1
        }
        return nil
    }
}
