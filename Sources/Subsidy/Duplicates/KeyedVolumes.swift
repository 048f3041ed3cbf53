/// What waybill rows show of the months that rows of volumes name too.
package struct ShownWaybills: Sendable {
    /// Of all rows that reach step 6.
    package private(set) var all: [VolumeKey: ShownCarriers] = [:]
    /// Of those that no decision on volumes takes out.
    package private(set) var left: [VolumeKey: ShownCarriers] = [:]

    package init() {}

    package init(all: [VolumeKey: ShownCarriers], left: [VolumeKey: ShownCarriers]) {
        self.all = all
        self.left = left
    }

    package mutating func add(_ other: ShownWaybills) {
        all.merge(other.all) { $0.adding($1) }
        left.merge(other.left) { $0.adding($1) }
    }

    fileprivate mutating func add(_ row: Shipment, of key: VolumeKey, isLeft: Bool) {
        all[key, default: ShownCarriers()].add(row.carrier, at: row.place)
        if isLeft { left[key, default: ShownCarriers()].add(row.carrier, at: row.place) }
    }
}

extension ShownCarriers {
    fileprivate func adding(_ other: ShownCarriers) -> ShownCarriers {
        var sum = self
        sum.add(other)
        return sum
    }
}

/// The months of enterprises of which there are rows of volumes, beside which waybills are judged.
package struct KeyedVolumes: Sendable {
    private let keys: Set<VolumeKey>
    private let enterprises: Set<EnterpriseID>
    /// Decisions for a volume: the waybill rows of that month and carrier do not count.
    private let decisions: [VolumeKey: [VolumeKeyDecision]]

    package init(_ keys: Set<VolumeKey>, decisions: [VolumeKey: [VolumeKeyDecision]]) {
        self.keys = keys
        self.decisions = decisions
        enterprises = Set(keys.map(\.enterprise))
    }

    /// Notes what the rows of one waybill show, and takes out those that a decision has.
    ///
    /// A waybill's month is that of its earliest date by the enterprise. If one of its rows meets a
    /// carrier that was decided, all of them are taken out: the parcel is in that volume.
    package func meet(
        _ rows: [Shipment], _ judged: inout [JudgedShipment], shown: inout ShownWaybills
    ) {
        let open = rows.indices.filter {
            enterprises.contains(rows[$0].enterprise) && !rows[$0].isReported
        }
        for (enterprise, own) in Dictionary(grouping: open, by: { rows[$0].enterprise }) {
            guard let earliest = own.map({ rows[$0].date }).min() else { continue }
            let key = VolumeKey(enterprise, earliest.month)
            guard keys.contains(key) else { continue }
            let reached = own.filter { judged[$0].verdict.reachesStepSix }
            let decision = decisions[key]?.first { decision in
                reached.contains { VolumeKey.meets(decision.carrier, rows[$0].carrier) }
            }
            for index in reached {
                shown.add(rows[index], of: key, isLeft: decision == nil)
                if let decision { judged[index] = judged[index].lost(by: decision.id) }
            }
        }
    }
}

extension ShipmentVerdict {
    fileprivate var reachesStepSix: Bool {
        switch self {
        case .contested, .duplicate, .countedLastYear, .distinct: true
        case .lost(_, let isReturned): !isReturned
        case .reported, .outsidePeriod, .returnedElsewhere: false
        }
    }
}

extension JudgedShipment {
    /// What a decision on the waybill itself took out stays with that.
    fileprivate func lost(by decision: AdjudicationID) -> JudgedShipment {
        if case .lost = verdict { return self }
        return JudgedShipment(verdict: .lost(decision, isReturned: false), volume: volume)
    }
}
