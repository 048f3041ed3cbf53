import Subsidy
private import Synchronization

/// Hands out the workers' shipments, partition by partition, to as many workers as ask.
final class Partitions: Sendable {
    private let state: Mutex<(next: Int, stores: [ShipmentStore])>

    init(_ stores: [ShipmentStore]) { state = Mutex((0, stores)) }

    /// Puts all shipments of the next partition in the place of those in `shipments`, whose room is
    /// used again; false when there are no more.
    func next(into shipments: inout [Shipment]) throws(SpillFile.Fault) -> Bool {
        shipments.removeAll(keepingCapacity: true)
        let parts: [ShipmentStore.Part]? = state.withLock { state in
            guard let first = state.stores.first, state.next < first.partitionCount else {
                return nil
            }
            let index = state.next
            state.next += 1
            return state.stores.indices.map { state.stores[$0].takePartition(index) }
        }
        guard let parts else { return false }
        shipments.reserveCapacity(parts.reduce(0) { $0 + $1.rows })
        for part in parts { try part.append(to: &shipments) }
        return true
    }
}
