import Subsidy

/// Steps 4 to 7 of the order of judging once more, a pass over all rows for each step.
struct SlowJudgement {
    enum Verdict: Equatable {
        case reported
        case outsidePeriod(CalendarDate)
        case returnedElsewhere
        case contested
        case duplicate(of: Int, DuplicateDifference)
        case counted(UInt64, CalendarDate)
    }

    let period: Period
    let rows: [Shipment]

    func verdicts() -> [Verdict] {
        var verdicts = [Verdict?](repeating: nil, count: rows.count)
        for index in rows.indices where rows[index].isReported { verdicts[index] = .reported }
        stepFour(&verdicts)
        stepFive(&verdicts)
        stepSix(&verdicts)
        stepSeven(&verdicts)
        return verdicts.compactMap(\.self)
    }

    private func date(_ index: Int) -> CalendarDate {
        let own = rows.filter { !$0.isReported && $0.enterprise == rows[index].enterprise }
        return own.map(\.date).sorted()[0]
    }

    private func stepFour(_ verdicts: inout [Verdict?]) {
        for index in rows.indices where verdicts[index] == nil {
            if date(index) < period.from || date(index) > period.to {
                verdicts[index] = .outsidePeriod(date(index))
            }
        }
    }

    private func stepFive(_ verdicts: inout [Verdict?]) {
        for index in rows.indices where verdicts[index] == nil {
            for other in rows where other.isReported {
                if other.enterprise == .unreadable || other.enterprise == rows[index].enterprise {
                    verdicts[index] = .returnedElsewhere
                }
            }
        }
    }

    private func stepSix(_ verdicts: inout [Verdict?]) {
        var claimants: Set<EnterpriseID> = []
        for (row, verdict) in zip(rows, verdicts) {
            if case .outsidePeriod = verdict { continue }
            if row.enterprise != .unreadable { claimants.insert(row.enterprise) }
        }
        guard claimants.count > 1 else { return }
        for index in rows.indices where verdicts[index] == nil { verdicts[index] = .contested }
    }

    private func stepSeven(_ verdicts: inout [Verdict?]) {
        let left = rows.indices.filter { verdicts[$0] == nil }
        let stating = left.filter { rows[$0].statedVolume != nil }
        let order = (stating.isEmpty ? left : stating).sorted {
            let (a, b) = (rows[$0], rows[$1])
            return (a.statedVolume ?? 0, a.place.file, a.place.line)
                < (b.statedVolume ?? 0, b.place.file, b.place.line)
        }
        guard let counting = order.first else { return }
        for index in left where index != counting {
            verdicts[index] = .duplicate(of: counting, difference(rows[index], rows[counting]))
        }
        verdicts[counting] = .counted(rows[counting].statedVolume ?? 1, date(counting))
    }

    private func difference(_ row: Shipment, _ other: Shipment) -> DuplicateDifference {
        var difference: DuplicateDifference = []
        if row.statedVolume != nil, other.statedVolume != nil,
            row.statedVolume != other.statedVolume
        {
            difference.insert(.volume)
        }
        if row.carrier != 0, other.carrier != 0, row.carrier != other.carrier {
            difference.insert(.carrier)
        }
        let days = row.date.dayNumber - other.date.dayNumber
        if days > 3 || days < -3 { difference.insert(.date) }
        return difference
    }
}
