import Subsidy

/// The shipments of one partition, brought together by waybill, exactly.
///
/// Its room is used again from partition to partition.
struct WaybillGroups {
    /// By hash, a row of each waybill: the high half of its hash, and its index plus one.
    ///
    /// Nearly all waybills are told apart by these bits alone, without a look at the row.
    private var heads: [UInt64] = []
    /// By row, the row before it of the same waybill, or one of the marks below.
    private var links: [UInt32] = []
    /// The heads of waybills with several rows.
    private var shared: [Int] = []

    /// No other row of this waybill has come.
    private static let alone = UInt32.max
    /// The first of several rows of its waybill.
    private static let first = UInt32.max - 1

    /// Calls `alone` with each shipment that is the only one of its waybill, and `together` with
    /// the shipments of each other waybill, in order of place.
    mutating func forEach(
        in shipments: [Shipment], alone: (Shipment) -> Void, together: ([Shipment]) -> Void
    ) {
        link(shipments.span)
        for (index, link) in links.enumerated() where link == Self.alone {
            alone(shipments[index])
        }
        for head in shared {
            var group: [Shipment] = []
            var next = UInt32(truncatingIfNeeded: heads[head]) - 1
            while next != Self.first {
                group.append(shipments[Int(next)])
                next = links[Int(next)]
            }
            together(group.sorted { $0.place < $1.place })
        }
    }

    private mutating func link(_ rows: Span<Shipment>) {
        let slots = Self.slots(for: rows.count)
        heads.removeAll(keepingCapacity: true)
        heads.append(contentsOf: repeatElement(0, count: slots))
        links.removeAll(keepingCapacity: true)
        links.append(contentsOf: repeatElement(Self.alone, count: rows.count))
        shared.removeAll(keepingCapacity: true)
        for index in rows.indices {
            let waybill = rows[index].waybill
            let hash = waybill.mixed
            let tag = hash & ~UInt64(UInt32.max)
            var slot = Int(truncatingIfNeeded: hash >> 12) & (slots - 1)
            while heads[slot] != 0 {
                if heads[slot] & ~UInt64(UInt32.max) == tag {
                    let head = UInt32(truncatingIfNeeded: heads[slot]) - 1
                    if rows[Int(head)].waybill == waybill {
                        if links[Int(head)] == Self.alone {
                            links[Int(head)] = Self.first
                            shared.append(slot)
                        }
                        links[index] = head
                        break
                    }
                }
                slot = (slot + 1) & (slots - 1)
            }
            heads[slot] = tag | UInt64(index + 1)
        }
    }

    /// A power of two, at least half as many again as there are rows.
    private static func slots(for rows: Int) -> Int {
        var slots = 16
        while slots < rows + rows / 2 { slots *= 2 }
        return slots
    }
}
