import Subsidy

/// One worker's shipments by partition of their waybills, in memory as far as it may be used.
struct ShipmentStore: Sendable {
    /// Rows of one chunk: 20 KB at 40 bytes a row.
    private static let chunkRows = 512

    private var chunks: [[[Shipment]]]
    private var extents: [[SpillFile.Extent]]
    private var rowsInMemory = 0
    private var file: SpillFile?
    private var fileBytes = 0
    private let mask: UInt64

    /// `partitions` is a power of two.
    init(partitions: Int) {
        chunks = Array(repeating: [], count: partitions)
        extents = Array(repeating: [], count: partitions)
        mask = UInt64(partitions - 1)
    }

    var partitionCount: Int { chunks.count }

    var bytesInMemory: Int { rowsInMemory * MemoryLayout<Shipment>.stride }

    /// Puts a shipment among the others of its partition.
    mutating func take(_ shipment: Shipment) {
        rowsInMemory += 1
        let index = Int(shipment.waybill.mixed & mask)
        let last = chunks[index].count - 1
        if last >= 0, chunks[index][last].count < Self.chunkRows {
            chunks[index][last].append(shipment)
            return
        }
        var chunk: [Shipment] = []
        chunk.reserveCapacity(Self.chunkRows)
        chunk.append(shipment)
        chunks[index].append(chunk)
    }

    /// Moves what is in memory to a temporary file in `folder`.
    mutating func spill(to folder: String) throws(SpillFile.Fault) {
        if file == nil { file = try SpillFile(in: folder) }
        guard let file else { return }
        for index in chunks.indices where !chunks[index].isEmpty {
            let rows = Array(chunks[index].joined())
            chunks[index] = []
            extents[index].append(try file.write(rows, at: fileBytes))
            fileBytes += rows.count * MemoryLayout<Shipment>.stride
        }
        rowsInMemory = 0
    }

    /// Gives away the rows of one partition.
    mutating func takePartition(
        _ index: Int, into rows: inout [Shipment]
    ) throws(SpillFile.Fault) {
        for extent in extents[index] { try file?.read(extent, into: &rows) }
        for chunk in chunks[index] { rows += chunk }
        chunks[index] = []
    }

    func rows(inPartition index: Int) -> Int {
        extents[index].reduce(0) { $0 + $1.rows } + chunks[index].reduce(0) { $0 + $1.count }
    }
}
