import DelimitedText

/// Takes the records of a block apart.
struct BlockRecords: ~Copyable {
    private let parser = LibCSV()
    private(set) var batch = RecordBatch()

    /// Fills `batch` with the block's records; empty lines are none.
    mutating func read(_ block: Block) {
        batch.removeAll()
        let bytes = block.bytes.span
        if let records = block.records {
            for record in records {
                append(bytes.extracting(record.range), line: record.line, fault: record.fault)
            }
            return
        }
        let scanner = RecordScanner()
        var position = 0
        var line = block.firstLine
        while position < bytes.count,
            let record = scanner.record(in: bytes, from: position, isLast: true)
        {
            append(bytes.extracting(position..<record.end), line: line, fault: record.fault)
            position = record.next
            line += record.lines
        }
    }

    private mutating func append(_ bytes: Span<UInt8>, line: Int, fault: RecordScanner.Fault?) {
        if bytes.isEmpty, fault == nil { return }
        batch.append(bytes, line: line, fault: fault, parser: parser)
    }
}
