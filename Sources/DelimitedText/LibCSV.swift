private import CLibCSV

/// libcsv 3.0.3: takes records apart into cells, and writes fields with their quotes.
///
/// The only file that touches the C library. A parser owns its C memory.
@safe package struct LibCSV: ~Copyable {
    /// Of its header: the library itself does not tell.
    package static let version = "\(CSV_MAJOR).\(CSV_MINOR).\(CSV_RELEASE)"

    private let parser: UnsafeMutablePointer<csv_parser>
    private let sink: UnsafeMutablePointer<Sink>

    package init() {
        unsafe parser = .allocate(capacity: 1)
        unsafe sink = .allocate(capacity: 1)
        unsafe sink.initialize(to: Sink())
        // Not strict: that refuses `="123"`, which exports are full of. Quotes that are wrong,
        // unclosed ones too, are found by RecordScanner before a record comes here.
        let code = unsafe csv_init(parser, 0)
        precondition(code == 0, "libcsv did not start")
    }

    deinit {
        unsafe csv_free(parser)
        unsafe parser.deallocate()
        unsafe sink.deinitialize(count: 1)
        unsafe sink.deallocate()
    }

    /// Appends the cells of one record (without its line end) to `cells`.
    ///
    /// False where libcsv sees other than one record in the bytes; `cells` is then as it was.
    package func parse(_ record: Span<UInt8>, into cells: inout CellStore) -> Bool {
        unsafe sink.pointee.makeRoom(for: record.count)
        let parsed = unsafe record.withUnsafeBufferPointer { bytes in
            let taken = unsafe csv_parse(
                parser, bytes.baseAddress, bytes.count, appendCell, endRecord, sink)
            let ended = unsafe csv_fini(parser, appendCell, endRecord, sink)
            return taken == bytes.count && ended == 0
        }
        guard parsed, unsafe sink.pointee.records == 1 else { return false }
        unsafe cells.append(sink.pointee.written, ends: sink.pointee.ends)
        return true
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

/// What the callbacks fill: the cells of one record, each followed by one byte, where each ends, and
/// how many records libcsv saw end.
@safe private struct Sink: ~Copyable {
    private var room: UnsafeMutableRawBufferPointer
    private var count = 0
    private(set) var ends: [UInt32] = []
    var records = 0

    init() { unsafe room = .allocate(byteCount: 4096, alignment: 1) }

    deinit { unsafe room.deallocate() }

    /// Lets go of the last record.
    ///
    /// A cell has no more bytes than it had in its record, where all but the last had a comma behind.
    mutating func makeRoom(for recordBytes: Int) {
        count = 0
        records = 0
        ends.removeAll(keepingCapacity: true)
        guard unsafe room.count <= recordBytes else { return }
        unsafe room.deallocate()
        unsafe room = .allocate(byteCount: recordBytes * 2, alignment: 1)
    }

    mutating func append(_ cell: UnsafeRawBufferPointer) {
        precondition(unsafe count + cell.count < room.count, "a record has room for its cells")
        unsafe UnsafeMutableRawBufferPointer(rebasing: room[count...]).copyMemory(from: cell)
        count += cell.count
        ends.append(UInt32(count))
        unsafe room[count] = 0
        count += 1
    }

    var written: UnsafeRawBufferPointer {
        unsafe UnsafeRawBufferPointer(rebasing: room[..<count])
    }
}

private func appendCell(
    _ text: UnsafeMutableRawPointer?, _ length: Int, _ context: UnsafeMutableRawPointer?
) {
    guard let context = unsafe context else { return }
    let sink = unsafe context.assumingMemoryBound(to: Sink.self)
    unsafe sink.pointee.append(UnsafeRawBufferPointer(start: text, count: length))
}

private func endRecord(_ terminator: Int32, _ context: UnsafeMutableRawPointer?) {
    guard let context = unsafe context else { return }
    unsafe context.assumingMemoryBound(to: Sink.self).pointee.records += 1
}
