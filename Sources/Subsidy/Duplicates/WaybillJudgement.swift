/// What steps 4 to 7 of the order of judging say of one row.
package enum ShipmentVerdict: Sendable, Equatable {
    /// The row's own status did not count; it was excluded when it was read.
    case reported
    /// Step 4: the earliest date of its waybill and enterprise lies outside the period.
    ///
    /// The place is that of the row with this date.
    case outsidePeriod(CalendarDate, Place)
    /// Step 5: a row at that place says that the parcel came back.
    case returnedElsewhere(Place)
    /// Step 6: another enterprise claims the waybill, at that place.
    case contested(EnterpriseID, Place)
    /// A decision gives the waybill, or the volume that it is in, to another or to nobody.
    ///
    /// Without the decision step 5 would have excluded it where it is returned.
    case lost(AdjudicationID, isReturned: Bool)
    /// Step 7: the row at that place counts in its stead.
    case duplicate(Place, DuplicateDifference)
    /// Step 7: it was counted in the year before; with the earliest date of waybill and enterprise.
    case countedLastYear(CalendarDate)
    /// Goes on to step 8, with the earliest date of its waybill and enterprise.
    case distinct(CalendarDate)
}

/// A row's verdict and its volume: pieces, waybills or grams; nil where none can be read.
package struct JudgedShipment: Sendable, Equatable {
    package let verdict: ShipmentVerdict
    package let volume: UInt64?

    package init(verdict: ShipmentVerdict, volume: UInt64?) {
        self.verdict = verdict
        self.volume = volume
    }
}

/// Judges all the rows of one waybill together, whatever their order and files.
package struct WaybillJudgement: Sendable {
    let period: Period
    private let unit: VolumeUnit

    package init(period: Period, unit: VolumeUnit) {
        self.period = period
        self.unit = unit
    }

    /// The verdict on each row of `rows`, which have one waybill and are in order of place.
    package func judge(
        _ rows: [Shipment], by decision: WaybillDecision? = nil
    ) -> [JudgedShipment] {
        let claims = WaybillClaims(rows, period: period)
        return rows.map { row in
            let claimant = claims[row.enterprise]
            // A row that states no pieces counts as one only where no other of its enterprise does;
            // what a row says whose status does not count is no other's volume.
            let isUnknown =
                unit == .pieces && row.statedVolume == nil
                && claimant.counting?.statedVolume != nil
            return JudgedShipment(
                verdict: verdict(on: row, of: claimant, among: claims, by: decision),
                volume: isUnknown ? nil : ownVolume(of: row))
        }
    }

    /// The verdict on a row that is alone with its waybill; the same as `judge([row])`.
    package func judge(alone row: Shipment) -> JudgedShipment {
        let verdict: ShipmentVerdict =
            if row.isReported {
                .reported
            } else if period.contains(row.date) {
                .distinct(row.date)
            } else {
                .outsidePeriod(row.date, row.place)
            }
        return JudgedShipment(verdict: verdict, volume: ownVolume(of: row))
    }

    private func verdict(
        on row: Shipment, of claimant: Claimant, among claims: WaybillClaims,
        by decision: WaybillDecision?
    ) -> ShipmentVerdict {
        guard !row.isReported, let earliest = claimant.earliest, let counting = claimant.counting
        else { return .reported }
        guard period.contains(earliest.date) else {
            return .outsidePeriod(earliest.date, earliest.place)
        }
        if let verdict = dispute(over: row, of: claimant, among: claims, by: decision) {
            return verdict
        }
        return counting.place == row.place
            ? .distinct(earliest.date) : .duplicate(counting.place, difference(row, counting))
    }

    /// Steps 5 and 6; nil where the row goes on.
    private func dispute(
        over row: Shipment, of claimant: Claimant, among claims: WaybillClaims,
        by decision: WaybillDecision?
    ) -> ShipmentVerdict? {
        let report = claims.report(against: claimant)
        if let decision {
            return decision.winner == row.enterprise
                ? nil : .lost(decision.id, isReturned: report != nil)
        }
        if let report { return .returnedElsewhere(report) }
        return claims.rival(of: row.enterprise).map { .contested($0.enterprise, $0.place) }
    }

    private func difference(_ row: Shipment, _ counting: Shipment) -> DuplicateDifference {
        var difference: DuplicateDifference = []
        if let volume = row.statedVolume, let counted = counting.statedVolume, volume != counted {
            difference.insert(.volume)
        }
        if row.carrier != 0, counting.carrier != 0, row.carrier != counting.carrier {
            difference.insert(.carrier)
        }
        if abs(row.date.dayNumber - counting.date.dayNumber) > 3 { difference.insert(.date) }
        return difference
    }

    /// One piece where pieces are not stated, as the programme's rules have it.
    private func ownVolume(of row: Shipment) -> UInt64? {
        switch unit {
        case .waybills: 1
        case .pieces: row.statedVolume ?? 1
        case .weight: row.statedVolume
        }
    }
}
