internal import DelimitedText

/// Reads a CSV file that people open, and proves its form on the way: BOM, UTF-8, CRLF, header,
/// as many cells in each line as in the header, and no cell that a spreadsheet would run.
struct SheetReader {
    /// The first line.
    let header: String
    private let names: [String]
    /// Whether further names may follow in the first line.
    private let isOpen: Bool

    /// `header` is the first line, names between commas.
    init(header: String) {
        self.header = header
        names = header.split(separator: ",").map(String.init)
        isOpen = false
    }

    /// `opening` is how the first line begins; it may name more columns.
    init(opening: String) {
        header = opening
        names = opening.split(separator: ",").map(String.init)
        isOpen = true
    }

    /// The cells of one line, in UTF-8.
    struct Cells {
        private let text: [UInt8]
        private let ends: [UInt32]
        /// Of a plain line its record, which leaves blanks around a cell out.
        private let record: RecordBatch.Record?
        let count: Int

        fileprivate init(_ store: CellStore) {
            (text, ends, record) = (store.bytes, store.ends, nil)
            count = store.ends.count
        }

        fileprivate init(_ record: RecordBatch.Record, of text: [UInt8], ends: [UInt32]) {
            (self.text, self.ends, self.record) = (text, ends, record)
            count = record.cellCount
        }

        func text(_ index: Int) -> String {
            String(decoding: bytes(index), as: UTF8.self)
        }

        func bytes(_ index: Int) -> ArraySlice<UInt8> {
            if let record {
                return text[record.range(of: index, in: text.span, ends: ends.span)]
            }
            let start = index == 0 ? 0 : Int(ends[index - 1]) + 1
            return text[start..<Int(ends[index])]
        }
    }

    /// Calls `body` with the line number and the cells of each line below the header that is whole.
    func read(
        _ bytes: [UInt8], proof: inout Proof, body: (Int, Cells, inout Proof) -> Void
    ) {
        read(.memory(bytes), proof: &proof, body: body)
    }

    /// The same piece by piece: of a large file no more is in memory.
    func read(
        _ content: FileBytes, proof: inout Proof, body: (Int, Cells, inout Proof) -> Void
    ) {
        var reached = Reached(position: 0, line: 1, columns: names)
        var isBegun = false
        do {
            try content.forEachPiece { bytes in
                reached.position = 0
                if isBegun {
                    proof.require(ByteSearch.isUTF8(bytes.span), .encoding)
                } else {
                    begin(bytes, &reached, proof: &proof)
                }
                isBegun = true
                read(bytes, from: &reached, proof: &proof, body: body)
            }
        } catch {
            proof.fail(.digest)
        }
        if !isBegun { begin([], &reached, proof: &proof) }
    }

    private func begin(_ bytes: [UInt8], _ reached: inout Reached, proof: inout Proof) {
        let hasMark = bytes.starts(with: TextEncoding.utf8Mark)
        if hasMark { reached.position = TextEncoding.utf8Mark.count }
        proof.require(hasMark, .byteOrderMark, line: 1)
        proof.require(ByteSearch.isUTF8(bytes.span), .encoding)
        proof.require(reached.position < bytes.count, .header, line: 1, expected: header)
    }

    private func read(
        _ bytes: [UInt8], from reached: inout Reached, proof: inout Proof,
        body: (Int, Cells, inout Proof) -> Void
    ) {
        while reached.position < bytes.count {
            let piece = PlainLines.Piece(of: bytes, from: reached.position)
            if let lines = PlainLines(piece, of: bytes) {
                take(lines, from: &reached, proof: &proof, body: body)
            } else {
                read(bytes, to: piece.end, from: &reached, proof: &proof, body: body)
            }
            precondition(reached.position > piece.start, "of any bytes some are a record")
        }
    }

    private struct Reached {
        var position: Int
        var line: Int
        var columns: [String]
    }

    private func take(
        _ lines: PlainLines, from reached: inout Reached, proof: inout Proof,
        body: (Int, Cells, inout Proof) -> Void
    ) {
        for line in lines.lines {
            let cells = Cells(line, of: lines.text, ends: lines.ends)
            if isWhole(cells, &reached.columns, line: reached.line, proof: &proof) {
                body(reached.line, cells, &proof)
            }
            reached.line += 1
        }
        reached.position += lines.text.count
    }

    /// Record by record, as libcsv takes them apart, until `end` is reached.
    private func read(
        _ bytes: [UInt8], to end: Int, from reached: inout Reached, proof: inout Proof,
        body: (Int, Cells, inout Proof) -> Void
    ) {
        let scanner = RecordScanner()
        let parser = LibCSV()
        let text = bytes.span
        var store = CellStore()
        let empty = store.mark
        while reached.position < end,
            let record = scanner.record(in: text, from: reached.position, isLast: true)
        {
            let line = reached.line
            store.truncate(to: empty)
            let content = text.extracting(reached.position..<record.end)
            // libcsv sees no record in a blank line; it is then one without cells.
            let isTaken = content.isEmpty || parser.parse(content, into: &store)
            if record.fault != nil || !isTaken {
                proof.fail(.quoting, line: line)
            } else {
                let cells = Cells(store)
                if isWhole(cells, &reached.columns, line: line, proof: &proof) {
                    body(line, cells, &proof)
                }
            }
            proof.require(
                record.next == record.end + 2 && bytes[record.end] == UInt8(ascii: "\r"), .lineEnd,
                line: line + record.lines - 1)
            reached.position = record.next
            reached.line += record.lines
        }
    }

    /// Whether the cells are a line below the header, with a cell for each name.
    ///
    /// `columns` are the names of the first line, once it is read.
    private func isWhole(
        _ cells: Cells, _ columns: inout [String], line: Int, proof: inout Proof
    ) -> Bool {
        let count = cells.count
        if line == 1 {
            let found = (0..<count).map { cells.text($0) }
            let isHeader = isOpen ? found.starts(with: names) : found == names
            proof.require(
                isHeader, .header, line: 1, expected: header, found: found.joined(separator: ","))
            if isOpen, isHeader { columns = found }
            proveNoFormula(in: cells, found, line: line, proof: &proof)
            return false
        }
        guard count == columns.count else {
            proof.fail(
                .cellCount, line: line, expected: String(columns.count), found: String(count))
            return false
        }
        proveNoFormula(in: cells, columns, line: line, proof: &proof)
        return true
    }

    private func proveNoFormula(
        in cells: Cells, _ names: [String], line: Int, proof: inout Proof
    ) {
        for index in names.indices {
            guard let first = cells.bytes(index).first, Self.opensFormula[Int(first)] else {
                continue
            }
            let text = cells.text(index)
            proof.require(
                !SpreadsheetText.isFormula(text), .formula, line: line, place: names[index],
                found: text)
        }
    }

    /// First bytes of texts that may be formulas: most cells need no closer look.
    private static let opensFormula: [Bool] = {
        var table = [Bool](repeating: false, count: 256)
        for byte in [UInt8]("=+-@\t\r\n ".utf8) + [0xE3, 0xEF] { table[Int(byte)] = true }
        return table
    }()
}
