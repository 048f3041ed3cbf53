import Subsidy
private import Synchronization

/// Hands out the workers' shipments, partition by partition, to as many workers as ask.
final class Partitions: Sendable {
    private let state: Mutex<(next: Int, stores: [ShipmentStore])>

    init(_ stores: [ShipmentStore]) { state = Mutex((0, stores)) }

    /// All shipments of the next partition; nil when there are no more.
    func next() throws(SpillFile.Fault) -> [Shipment]? {
        try state.withLock { state throws(SpillFile.Fault) in
            guard let first = state.stores.first, state.next < first.partitionCount else {
                return nil
            }
            let index = state.next
            state.next += 1
            var shipments: [Shipment] = []
            shipments.reserveCapacity(
                state.stores.reduce(0) { $0 + $1.rows(inPartition: index) })
            for store in state.stores.indices {
                try state.stores[store].takePartition(index, into: &shipments)
            }
            return shipments
        }
    }
}
