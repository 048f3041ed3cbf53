import Subsidy

/// One worker's shipments by partition of their waybills, in memory as far as it may be used.
struct ShipmentStore: Sendable {
    /// Rows of each partition that wait to be put to its others: 2.5 KB at 40 bytes a row.
    private static let openRoom = 64
    /// Rows of one chunk: few enough to waste little, and enough to ask for memory seldom, as all
    /// workers ask at one place.
    private static let chunkRows = 512

    /// The last rows of each partition, one partition behind another, and how many it has.
    ///
    /// A row is written where its partition's place follows from its number alone; a list of lists
    /// would have to be looked up first, and is only touched once for many rows.
    private var open: [Shipment]
    private var openRows: [Int]
    private var chunks: [[[Shipment]]]
    private var extents: [[SpillFile.Extent]]
    private var rowsInMemory = 0
    private var file: SpillFile?
    private var fileBytes = 0
    private let mask: UInt64

    /// `partitions` is a power of two.
    init(partitions: Int) {
        open = Array(repeating: .none, count: partitions * Self.openRoom)
        openRows = Array(repeating: 0, count: partitions)
        chunks = Array(repeating: [], count: partitions)
        extents = Array(repeating: [], count: partitions)
        mask = UInt64(partitions - 1)
    }

    var partitionCount: Int { chunks.count }

    var bytesInMemory: Int { rowsInMemory * MemoryLayout<Shipment>.stride }

    /// Whether some are in a file.
    var isSpilled: Bool { file != nil }

    /// Puts a shipment among the others of its partition.
    mutating func take(_ shipment: Shipment) {
        rowsInMemory += 1
        let index = Int(truncatingIfNeeded: shipment.waybill.mixed & mask)
        let row = openRows[index]
        open[index * Self.openRoom + row] = shipment
        openRows[index] = row + 1
        if row + 1 == Self.openRoom { close(index) }
    }

    /// Puts the last rows of a partition to its others.
    private mutating func close(_ index: Int) {
        if (chunks[index].last?.count ?? Self.chunkRows) == Self.chunkRows {
            var chunk: [Shipment] = []
            chunk.reserveCapacity(Self.chunkRows)
            chunks[index].append(chunk)
        }
        chunks[index][chunks[index].count - 1] += openPart(index)
        openRows[index] = 0
    }

    /// Moves what is in memory to a temporary file in `folder`.
    mutating func spill(to folder: String) throws(SpillFile.Fault) {
        if file == nil { file = try SpillFile(in: folder) }
        guard let file else { return }
        for index in chunks.indices where !chunks[index].isEmpty || openRows[index] > 0 {
            let rows = Array(chunks[index].joined()) + openPart(index)
            chunks[index] = []
            openRows[index] = 0
            extents[index].append(try file.write(rows, at: fileBytes))
            fileBytes += rows.count * MemoryLayout<Shipment>.stride
        }
        rowsInMemory = 0
    }

    /// Gives away the rows of one partition.
    mutating func takePartition(_ index: Int) -> Part {
        let part = Part(
            file: file, extents: extents[index], chunks: chunks[index], last: openPart(index))
        chunks[index] = []
        openRows[index] = 0
        return part
    }

    private func openPart(_ index: Int) -> ArraySlice<Shipment> {
        let first = index * Self.openRoom
        return open[first..<first + openRows[index]]
    }

    /// One partition's rows of one worker.
    struct Part: Sendable {
        let file: SpillFile?
        let extents: [SpillFile.Extent]
        let chunks: [[Shipment]]
        let last: ArraySlice<Shipment>

        var rows: Int {
            extents.reduce(0) { $0 + $1.rows } + chunks.reduce(0) { $0 + $1.count } + last.count
        }

        /// Appends the rows, those in the file too.
        func append(to rows: inout [Shipment]) throws(SpillFile.Fault) {
            for extent in extents { try file?.read(extent, into: &rows) }
            for chunk in chunks { rows += chunk }
            rows += last
        }
    }
}
