import Subsidy

/// The shipments of one partition, brought together by waybill, exactly.
struct WaybillGroups {
    private static let none = UInt32.max

    /// Calls `alone` with each shipment that is the only one of its waybill, and `together` with
    /// the shipments of each other waybill, in order of place.
    static func forEach(
        in shipments: [Shipment], alone: (Shipment) -> Void, together: ([Shipment]) -> Void
    ) {
        let rows = shipments.span
        let slots = slots(for: rows.count)
        // The last row of each waybill by hash; each row points at the one before it.
        var heads = [UInt32](repeating: none, count: slots)
        var previous = [UInt32](repeating: none, count: rows.count)
        for index in rows.indices {
            var slot = Int(truncatingIfNeeded: rows[index].waybill.mixed >> 20) & (slots - 1)
            while heads[slot] != none, rows[Int(heads[slot])].waybill != rows[index].waybill {
                slot = (slot + 1) & (slots - 1)
            }
            previous[index] = heads[slot]
            heads[slot] = UInt32(index)
        }
        for head in heads where head != none {
            let last = Int(head)
            if previous[last] == none {
                alone(rows[last])
                continue
            }
            var group: [Shipment] = []
            var next = head
            while next != none {
                group.append(rows[Int(next)])
                next = previous[Int(next)]
            }
            together(group.sorted { $0.place < $1.place })
        }
    }

    /// A power of two, at least half as many again as there are rows.
    private static func slots(for rows: Int) -> Int {
        var slots = 16
        while slots < rows + rows / 2 { slots *= 2 }
        return slots
    }
}
