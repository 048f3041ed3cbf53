private import CLibCSV

/// libcsv 3.0.3: takes records apart into cells, and writes fields with their quotes.
///
/// The only file that touches the C library. A parser owns its C memory.
@safe package struct LibCSV: ~Copyable {
    private let parser: UnsafeMutablePointer<csv_parser>

    package init() {
        unsafe parser = .allocate(capacity: 1)
        // Not strict: that refuses `="123"`, which exports are full of. Quotes that are wrong,
        // unclosed ones too, are found by RecordScanner before a record comes here.
        let code = unsafe csv_init(parser, 0)
        precondition(code == 0, "libcsv did not start")
    }

    deinit {
        unsafe csv_free(parser)
        unsafe parser.deallocate()
    }

    /// Appends the cells of one record (without its line end) to `cells`.
    ///
    /// False where libcsv sees other than one record in the bytes; `cells` is then as it was.
    package func parse(_ record: Span<UInt8>, into cells: inout CellStore) -> Bool {
        let mark = cells.mark
        var sink = Sink(cells: cells)
        cells = CellStore()
        let parsed = unsafe record.withUnsafeBufferPointer { bytes in
            unsafe withUnsafeMutablePointer(to: &sink) { context in
                let taken = unsafe csv_parse(
                    parser, bytes.baseAddress, bytes.count, appendCell, endRecord, context)
                let ended = unsafe csv_fini(parser, appendCell, endRecord, context)
                return taken == bytes.count && ended == 0
            }
        }
        swap(&cells, &sink.cells)
        if parsed, sink.records == 1 { return true }
        cells.truncate(to: mark)
        return false
    }

    /// Appends `field` to `output`, quoted where CSV (RFC 4180) or a reader that trims asks for it.
    package static func write(_ field: Span<UInt8>, to output: inout [UInt8]) {
        guard needsQuotes(field) else {
            for index in field.indices { output.append(field[index]) }
            return
        }
        unsafe field.withUnsafeBufferPointer { source in
            let room = source.count * 2 + 2
            let quoted = unsafe [UInt8](unsafeUninitializedCapacity: room) { target, count in
                count = unsafe csv_write2(
                    target.baseAddress, room, source.baseAddress, source.count, UInt8(CSV_QUOTE))
            }
            output.append(contentsOf: quoted)
        }
    }

    /// Whether a field has to be quoted.
    package static func needsQuotes(_ field: Span<UInt8>) -> Bool {
        guard let last = field.indices.last else { return false }
        if ByteSearch.isBlank(field[0]) || ByteSearch.isBlank(field[last]) { return true }
        for index in field.indices {
            switch field[index] {
            case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                return true
            default: continue
            }
        }
        return false
    }
}

/// What the callbacks fill: cells so far and how many records libcsv saw end.
private struct Sink {
    var cells: CellStore
    var records = 0
}

private func appendCell(
    _ text: UnsafeMutableRawPointer?, _ length: Int, _ context: UnsafeMutableRawPointer?
) {
    guard let context = unsafe context else { return }
    let sink = unsafe context.assumingMemoryBound(to: Sink.self)
    unsafe sink.pointee.cells.append(UnsafeRawBufferPointer(start: text, count: length))
}

private func endRecord(_ terminator: Int32, _ context: UnsafeMutableRawPointer?) {
    guard let context = unsafe context else { return }
    unsafe context.assumingMemoryBound(to: Sink.self).pointee.records += 1
}
