import Subsidy

/// What step 8 makes of other support: who is excluded, and how their rows' findings explain it.
struct SupportStep: Sendable {
    private let support: OtherSupport
    private let roster: Roster
    private let programme: Programme
    private let districtDetails: [EnterpriseID: FindingDetail]

    init(support: OtherSupport, roster: Roster, programme: Programme) {
        self.support = support
        self.roster = roster
        self.programme = programme
        var details: [EnterpriseID: FindingDetail] = [:]
        for holder in support.holders where holder.level == .district {
            let enjoyed = support.grants(of: holder).filter { $0.waiver == nil }
            details[holder.enterprise] = .otherSupport(
                .district, amountFen: OtherSupport.totalFen(enjoyed), quotaFen: nil)
        }
        districtDetails = details
    }

    func districtDetail(of shipment: Shipment) -> FindingDetail {
        districtDetails[shipment.enterprise] ?? .none
    }

    /// The decisions on all other support, given every volume but that of `rows`.
    func decisions(on rows: [Shipment], beside result: WaybillResult) -> SupportDecisions {
        var undecided = VolumeTally(period: programme.period)
        for row in rows {
            undecided.add(
                row.statedVolume ?? 0, for: row.enterprise, on: row.date, in: row.place.file)
        }
        return SupportDecisions(
            support, roster: roster, pool: programme.pool, counted: result.volumes,
            undecided: undecided, excluded: result.supported)
    }

    /// By enterprise that leaves: the city's amount, and the quota that is less.
    func cityDetails(of decisions: SupportDecisions) -> [EnterpriseID: FindingDetail] {
        var details: [EnterpriseID: FindingDetail] = [:]
        for decision in decisions.all {
            guard case .leaves(let city) = decision.outcome else { continue }
            details[decision.enterprise] = .otherSupport(
                .city, amountFen: decision.amountFen, quotaFen: city.quotaFen)
        }
        return details
    }
}

extension Shipment {
    /// The same row with the volume and the date by which it would count.
    func kept(volume: UInt64, date: CalendarDate) -> Shipment {
        Shipment(
            waybill: waybill, enterprise: enterprise, statedVolume: volume, carrier: carrier,
            date: date, place: place)
    }
}
