import DelimitedText

/// A record as a scan of the whole text finds it.
struct ScannedRecord: Equatable {
    var line: Int
    var text: String
    var fault: RecordScanner.Fault?

    init(_ line: Int, _ text: String, _ fault: RecordScanner.Fault? = nil) {
        self.line = line
        self.text = text
        self.fault = fault
    }

    static func records(
        of bytes: [UInt8], scanner: RecordScanner = RecordScanner()
    ) -> [ScannedRecord] {
        var records: [ScannedRecord] = []
        var position = 0
        var line = 1
        while position < bytes.count,
            let record = scanner.record(in: bytes.span, from: position, isLast: true)
        {
            let text = String(decoding: bytes[position..<record.end], as: UTF8.self)
            records.append(ScannedRecord(line, text, record.fault))
            line += record.lines
            position = record.next
        }
        return records
    }
}

/// The cells in a store, as text.
func cells(of store: CellStore) -> [[UInt8]] {
    var cells: [[UInt8]] = []
    var start = 0
    for end in store.ends {
        cells.append(Array(store.bytes[start..<Int(end)]))
        start = Int(end) + 1
    }
    return cells
}
