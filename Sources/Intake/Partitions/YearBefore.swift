import Subsidy

/// What was counted, and so paid for, close to the end of the year before.
struct YearBefore: Sendable {
    /// In ascending order, in the numbers of this run.
    private let keys: [WaybillKey]
    /// What bears a later date is another parcel.
    private let last: CalendarDate

    /// Nil for `waybills` where nothing is kept of the year before.
    init(_ waybills: LateWaybills?, period: Period, registers: Registers) {
        let waybills = waybills ?? .none
        keys =
            waybills.keys
            + waybills.longNumbers.map { registers.longWaybill($0) }.sorted()
        last =
            waybills.count == 0
            ? CalendarDate(dayNumber: .min) : LateWaybills.last(of: period)
    }

    /// Whether a row may be of a parcel that was counted then.
    func has(_ row: Shipment) -> Bool { row.date <= last && has(row.waybill) }

    private func has(_ waybill: WaybillKey) -> Bool {
        var (low, high) = (0, keys.count)
        while low < high {
            let middle = low + (high - low) / 2
            if keys[middle] < waybill { low = middle + 1 } else { high = middle }
        }
        return low < keys.count && keys[low] == waybill
    }

    /// Takes out the rows of a waybill that was counted then, whoever claims it now.
    func meet(_ rows: [Shipment], _ judged: inout [JudgedShipment]) {
        guard has(rows[0].waybill) else { return }
        let date = judged.lazy.compactMap { shipment -> CalendarDate? in
            if case .distinct(let date) = shipment.verdict { date } else { nil }
        }.first
        guard let date, date <= last else { return }
        judged = judged.map { $0.countedBefore(on: date) }
    }
}

extension JudgedShipment {
    /// What no earlier step took out is counted with the year before.
    fileprivate func countedBefore(on date: CalendarDate) -> JudgedShipment {
        switch verdict {
        case .distinct, .duplicate:
            JudgedShipment(verdict: .countedLastYear(date), volume: volume)
        case .reported, .outsidePeriod, .returnedElsewhere, .contested, .lost, .countedLastYear:
            self
        }
    }
}
