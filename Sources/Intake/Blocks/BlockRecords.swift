import DelimitedText

/// Takes the records of a block apart.
struct BlockRecords: ~Copyable {
    private let parser = LibCSV()
    private(set) var batch = RecordBatch()

    /// Fills `batch` with the block's records; empty lines are none.
    ///
    /// libcsv takes apart every block in which a quote occurs; without one there is nothing in CSV
    /// but commas and line ends.
    mutating func read(_ block: Block) {
        guard let records = block.records else {
            batch.scan(block.bytes.room, count: block.bytes.count, firstLine: block.firstLine)
            return
        }
        batch.removeAll()
        let room = block.bytes.room
        let bytes = room.span
        for record in records where !record.range.isEmpty || record.fault != nil {
            batch.append(
                bytes.extracting(record.range), line: record.line, fault: record.fault,
                parser: parser)
        }
    }

    /// Lets go of the last block.
    mutating func removeAll() { batch.removeAll() }
}
