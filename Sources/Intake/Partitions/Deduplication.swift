import Subsidy

/// What the rows of some waybills come to, after steps 4 to 9 of the order of judging.
struct WaybillResult: Sendable {
    var tallies: [ClassTally]
    var volumes: VolumeTally
    var stepEight = StepEightVolumes()
    var findings: [Finding] = []
    /// The rows of the waybill that is traced.
    var traced: [Shipment] = []

    init(files: Int, period: Period) {
        tallies = Array(repeating: ClassTally(), count: files)
        volumes = VolumeTally(period: period)
    }

    mutating func add(_ other: WaybillResult) {
        for index in tallies.indices { tallies[index].add(other.tallies[index]) }
        volumes.add(other.volumes)
        stepEight.add(other.stepEight)
        findings += other.findings
        traced += other.traced
    }
}

/// Judges the shipments of a partition, waybill by waybill.
struct Deduplication: Sendable {
    private let judgement: WaybillJudgement
    /// By enterprise; who is not there is not on the roster.
    private let standings: [Standing]
    private let columns: [FieldColumns]

    init(programme: Programme, roster: Roster, exports: [Export]) {
        judgement = WaybillJudgement(period: programme.period, unit: programme.unit)
        standings = roster.enterprises.map { Standing(of: $0) }
        columns = exports.map { FieldColumns($0.layout.columns) }
    }

    func judge(
        _ shipments: [Shipment], by groups: inout WaybillGroups, into result: inout WaybillResult
    ) {
        groups.forEach(
            in: shipments,
            alone: { settle($0, judgement.judge(alone: $0), into: &result) },
            together: { group in
                let judged = judgement.judge(group)
                for (shipment, verdict) in zip(group, judged) {
                    settle(shipment, verdict, into: &result)
                }
                result.stepEight.contested += UInt128(Self.contestedVolume(judged))
            })
    }

    /// A contested waybill weighs once, at its smallest.
    private static func contestedVolume(_ judged: [JudgedShipment]) -> UInt64 {
        judged.compactMap { shipment -> UInt64? in
            guard case .contested = shipment.verdict else { return nil }
            return shipment.volume
        }.min() ?? 0
    }

    private func settle(
        _ shipment: Shipment, _ judged: JudgedShipment, into result: inout WaybillResult
    ) {
        let volume = judged.volume
        switch judged.verdict {
        case .reported: break
        case .outsidePeriod(let date, let place):
            let other = place == shipment.place ? nil : place
            note(.dateOutsidePeriod, shipment, volume, .date(date, other), into: &result)
        case .returnedElsewhere(let place):
            note(.statusReturnedElsewhere, shipment, volume, .reportedAt(place), into: &result)
        case .contested(let rival, let place):
            note(.contestedEnterprises, shipment, volume, .claimedBy(rival, place), into: &result)
        case .duplicate(let place, let difference):
            let code: FindingCode = difference.isEmpty ? .duplicateSame : .duplicateDiffers
            note(code, shipment, volume, .countedAt(place, difference), into: &result)
        case .distinct(let date): count(shipment, volume ?? 0, date, into: &result)
        }
    }

    /// Steps 8 and 9.
    private func count(
        _ shipment: Shipment, _ volume: UInt64, _ date: CalendarDate,
        into result: inout WaybillResult
    ) {
        let index = shipment.enterprise.index
        let standing = standings.indices.contains(index) ? standings[index] : .notOnRoster
        if let code = standing.exclusion {
            if standing == .refused { result.stepEight.refused += UInt128(volume) }
            if standing == .notOnRoster { result.stepEight.notOnRoster += UInt128(volume) }
            note(code, shipment, volume, .none, into: &result)
            return
        }
        let file = shipment.place.file
        result.volumes.add(volume, for: shipment.enterprise, on: date, in: file)
        result.tallies[Int(file)].add(.counted, volume: volume)
    }

    private func note(
        _ code: FindingCode, _ shipment: Shipment, _ volume: UInt64?, _ detail: FindingDetail,
        into result: inout WaybillResult
    ) {
        let place = shipment.place
        guard let rowClass = code.rowClass else { preconditionFailure("\(code) is no row's class") }
        result.tallies[Int(place.file)].add(rowClass, volume: volume)
        let column = columns[Int(place.file)].column(of: code)
        result.findings.append(
            Finding(
                code, source: .export(place.file), line: place.line,
                column: column >= 0 ? .position(UInt16(column)) : .none,
                enterprise: shipment.enterprise, waybill: shipment.waybill, volume: volume,
                detail: detail))
    }
}
