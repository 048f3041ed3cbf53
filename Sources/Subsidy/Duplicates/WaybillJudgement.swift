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
    /// Step 7: the row at that place counts in its stead.
    case duplicate(Place, DuplicateDifference)
    /// Goes on to step 8, with the earliest date of its waybill and enterprise.
    case distinct(CalendarDate)
}

/// A row's verdict and its volume: pieces, waybills or grams; nil where none can be read.
package struct JudgedShipment: Sendable, Equatable {
    package let verdict: ShipmentVerdict
    package let volume: UInt64?
}

/// Judges all the rows of one waybill together, whatever their order and files.
package struct WaybillJudgement: Sendable {
    private let period: Period
    private let unit: VolumeUnit

    package init(period: Period, unit: VolumeUnit) {
        self.period = period
        self.unit = unit
    }

    /// The verdict on each row of `rows`, which have one waybill and are in order of place.
    package func judge(_ rows: [Shipment]) -> [JudgedShipment] {
        let inside = rows.filter {
            !$0.isReported && period.contains(earliestRow(of: $0, in: rows).date)
        }
        let claims = rows.filter { $0.isReported && $0.enterprise != .unreadable } + inside
        return rows.map { row in
            JudgedShipment(
                verdict: verdict(on: row, rows: rows, inside: inside, claims: claims),
                volume: volume(of: row, in: rows))
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
        on row: Shipment, rows: [Shipment], inside: [Shipment], claims: [Shipment]
    ) -> ShipmentVerdict {
        if row.isReported { return .reported }
        let earliest = earliestRow(of: row, in: rows)
        let date = earliest.date
        guard period.contains(date) else { return .outsidePeriod(date, earliest.place) }
        let reporting = rows.first {
            $0.isReported && ($0.enterprise == row.enterprise || $0.enterprise == .unreadable)
        }
        if let reporting { return .returnedElsewhere(reporting.place) }
        if let rival = claims.first(where: { $0.enterprise != row.enterprise }) {
            return .contested(rival.enterprise, rival.place)
        }
        // No other enterprise claims the waybill, so `inside` holds this enterprise's rows alone.
        let counting = Self.countingRow(of: inside)
        return counting.place == row.place
            ? .distinct(date) : .duplicate(counting.place, difference(row, counting))
    }

    /// The row, of those of the same enterprise, with the earliest date.
    private func earliestRow(of row: Shipment, in rows: [Shipment]) -> Shipment {
        var earliest = row
        for other in rows where !other.isReported && other.enterprise == row.enterprise {
            if other.date < earliest.date { earliest = other }
        }
        return earliest
    }

    /// The row with the smallest stated volume, so never more than every export supports; among
    /// equals the first by place.
    ///
    /// A row that states none gives way to one that does.
    private static func countingRow(of rows: [Shipment]) -> Shipment {
        var best = rows[0]
        for row in rows.dropFirst() {
            let volume = row.statedVolume ?? .max
            let bestVolume = best.statedVolume ?? .max
            if volume < bestVolume || (volume == bestVolume && row.place < best.place) {
                best = row
            }
        }
        return best
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

    private func volume(of row: Shipment, in rows: [Shipment]) -> UInt64? {
        if unit == .pieces, row.statedVolume == nil,
            rows.contains(where: { $0.enterprise == row.enterprise && $0.statedVolume != nil })
        {
            return nil
        }
        return ownVolume(of: row)
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
