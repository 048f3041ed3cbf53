import Subsidy

/// What one worker has made of the blocks that it took.
struct WorkerResult: Sendable {
    /// Rows of one chunk: 20 KB at 40 bytes a row.
    private static let chunkRows = 512

    var findings: [Finding] = []
    var figures: [UInt16: FileFigures] = [:]
    private(set) var partitions: [[[Shipment]]]
    /// By enterprise, whether a row names it.
    private var isNamed: [Bool] = []
    private let mask: UInt64

    /// `partitions` is a power of two.
    init(partitions: Int) {
        self.partitions = Array(repeating: [], count: partitions)
        mask = UInt64(partitions - 1)
    }

    /// Puts a shipment among the others of its waybill.
    mutating func take(_ shipment: Shipment) {
        let index = Int(shipment.waybill.mixed & mask)
        let last = partitions[index].count - 1
        if last >= 0, partitions[index][last].count < Self.chunkRows {
            partitions[index][last].append(shipment)
            return
        }
        var chunk: [Shipment] = []
        chunk.reserveCapacity(Self.chunkRows)
        chunk.append(shipment)
        partitions[index].append(chunk)
    }

    mutating func noteEnterprise(_ reading: EnterpriseReading) {
        guard case .known(let id) = reading else { return }
        if id.index >= isNamed.count {
            isNamed += repeatElement(false, count: id.index + 1 - isNamed.count)
        }
        isNamed[id.index] = true
    }

    var enterprises: [EnterpriseID] {
        isNamed.indices.filter { isNamed[$0] }.map { EnterpriseID($0) }
    }

    /// What is left once the partitions have been given away.
    var withoutShipments: WorkerResult {
        var rest = self
        rest.partitions = []
        return rest
    }

    mutating func takePartition(_ index: Int) -> [[Shipment]] {
        let chunks = partitions[index]
        partitions[index] = []
        return chunks
    }
}
