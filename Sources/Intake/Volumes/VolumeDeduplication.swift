import Subsidy

extension Deduplication {
    /// Judges all rows of volumes, once the waybills are judged; `result` has what these show.
    func judge(
        _ volumes: VolumeRows, by decisions: Decisions, period: Period,
        into result: inout WaybillResult
    ) {
        for (key, rows) in volumes.byKey {
            let own = decisions.byKey[key] ?? []
            let judgement = VolumeKeyJudgement(
                shown: result.shown.left[key] ?? ShownCarriers(), decisions: own)
            let verdicts = judgement.judge(rows)
            for (row, verdict) in zip(rows, verdicts) {
                settle(row, verdict, period: period, into: &result)
                noteWon(row, verdict, by: own, into: &result)
            }
            result.stepEight.contested += Self.contestedVolume(rows, verdicts)
        }
    }

    private func settle(
        _ row: VolumeRow, _ verdict: VolumeVerdict, period: Period,
        into result: inout WaybillResult
    ) {
        // A period may begin within the month.
        let day = max(row.month.firstDay, period.from)
        let shipment = Shipment(
            waybill: .none, enterprise: row.enterprise, statedVolume: row.volume,
            carrier: row.carrier, date: day, place: row.place)
        switch verdict {
        case .contested(let place):
            note(.contestedVolumes, shipment, row.volume, .besides(place), into: &result)
        case .overlapped(let place):
            note(.contestedOverlap, shipment, row.volume, .besides(place), into: &result)
        case .lost(let decision): noteLost(shipment, row.volume, decision, into: &result)
        case .duplicate(let place):
            note(.duplicateSame, shipment, row.volume, .countedAt(place, []), into: &result)
        case .distinct: count(shipment, row.volume, day, into: &result)
        }
    }

    private func noteWon(
        _ row: VolumeRow, _ verdict: VolumeVerdict, by decisions: [VolumeKeyDecision],
        into result: inout WaybillResult
    ) {
        let own = decisions.first { $0.carrier == row.carrier && $0.volume == row.volume }
        guard let own else { return }
        result.noteWon(own.id, volume: verdict == .distinct ? row.volume : 0)
    }

    /// A key weighs once, at the smallest of its contested volumes.
    private static func contestedVolume(
        _ rows: [VolumeRow], _ verdicts: [VolumeVerdict]
    ) -> UInt128 {
        var smallest: [Int: UInt64] = [:]
        for (row, verdict) in zip(rows, verdicts) {
            switch verdict {
            case .contested, .overlapped:
                smallest[row.carrier] = min(smallest[row.carrier] ?? .max, row.volume)
            case .lost, .duplicate, .distinct: break
            }
        }
        return smallest.values.reduce(0) { $0 + UInt128($1) }
    }
}
