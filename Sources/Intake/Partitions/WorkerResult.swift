import Subsidy

/// What one worker has made of the blocks that it took.
struct WorkerResult: Sendable {
    var findings = FindingList()
    var rejected = RejectedRows()
    var figures: [UInt16: FileFigures] = [:]
    var shipments: ShipmentStore
    var volumeRows: [VolumeRow] = []
    /// By enterprise, whether a row names it.
    private var isNamed: [Bool] = []

    init(partitions: Int) { shipments = ShipmentStore(partitions: partitions) }

    mutating func take(_ shipment: Shipment) { shipments.take(shipment) }

    mutating func noteEnterprise(_ reading: EnterpriseReading) {
        guard case .known(let id) = reading else { return }
        if id.index < isNamed.count, isNamed[id.index] { return }
        if id.index >= isNamed.count {
            isNamed += repeatElement(false, count: id.index + 1 - isNamed.count)
        }
        isNamed[id.index] = true
    }

    var enterprises: [EnterpriseID] {
        isNamed.indices.filter { isNamed[$0] }.map { EnterpriseID($0) }
    }

    /// Whether its shipments are to make room: they and its findings share `bytes` of memory.
    ///
    /// Findings stay, so however many they are, shipments have a quarter: fewer at a time would make
    /// a file of crumbs.
    func exceeds(_ bytes: Int) -> Bool {
        shipments.bytesInMemory > max(bytes - findings.bytes, bytes / 4)
    }

    /// Gives its shipments away.
    mutating func takeShipments() -> ShipmentStore {
        var taken = ShipmentStore(partitions: 1)
        swap(&taken, &shipments)
        return taken
    }
}
