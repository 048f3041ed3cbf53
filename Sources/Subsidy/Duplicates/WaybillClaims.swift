/// What one enterprise says of one waybill, in all its rows together.
struct Claimant: Sendable {
    /// The first of its rows with the earliest date; nil where all are reported.
    fileprivate(set) var earliest: Shipment?
    /// The row that counts: the smallest stated volume, so never more than every export supports;
    /// among equals the first by place.
    ///
    /// A row that states none gives way to one that does.
    fileprivate(set) var counting: Shipment?
    /// Its first row whose own status does not count.
    fileprivate(set) var reported: Place?

    fileprivate mutating func add(_ row: Shipment) {
        if row.isReported {
            reported = min(reported ?? row.place, row.place)
            return
        }
        if let first = earliest, first.date <= row.date {} else { earliest = row }
        if let best = counting, Self.rank(best) <= Self.rank(row) {} else { counting = row }
    }

    private static func rank(_ row: Shipment) -> (UInt64, Place) {
        (row.statedVolume ?? .max, row.place)
    }
}

/// The rows of one waybill by enterprise, gone through once: a placeholder such as 0 or 无 may
/// stand in a million rows.
struct WaybillClaims: Sendable {
    /// An enterprise's first claim.
    struct Claim: Sendable {
        let enterprise: EnterpriseID
        let place: Place
    }

    private let period: Period
    private var claimants: [EnterpriseID: Claimant] = [:]
    /// The first claim, and the first by another enterprise.
    private var first: Claim?
    private var second: Claim?

    /// `rows` are in order of place.
    init(_ rows: [Shipment], period: Period) {
        self.period = period
        for row in rows { claimants[row.enterprise, default: Claimant()].add(row) }
        for row in rows where row.isReported && row.enterprise != .unreadable { note(row) }
        for row in rows where !row.isReported {
            if let date = claimants[row.enterprise]?.earliest?.date, period.contains(date) {
                note(row)
            }
        }
    }

    subscript(enterprise: EnterpriseID) -> Claimant { claimants[enterprise] ?? Claimant() }

    /// The first row that says a parcel of this enterprise came back, be it its own or nobody's.
    func report(against claimant: Claimant) -> Place? {
        [claimant.reported, self[.unreadable].reported].compactMap(\.self).min()
    }

    /// Another enterprise's first claim.
    func rival(of enterprise: EnterpriseID) -> Claim? {
        first?.enterprise == enterprise ? second : first
    }

    /// Whether a row of this enterprise claims the waybill, be it one whose status does not count.
    func isClaimed(by enterprise: EnterpriseID) -> Bool {
        let claimant = self[enterprise]
        return claimant.reported != nil
            || claimant.earliest.map { period.contains($0.date) } == true
    }

    private mutating func note(_ row: Shipment) {
        let claim = Claim(enterprise: row.enterprise, place: row.place)
        guard let first else {
            self.first = claim
            return
        }
        if second == nil, first.enterprise != row.enterprise { second = claim }
    }
}
