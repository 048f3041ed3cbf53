import Subsidy

/// What the rows of some waybills come to, after steps 4 to 9 of the order of judging.
struct WaybillResult: Sendable {
    var tallies: [ClassTally]
    var volumes: VolumeTally
    var stepEight = StepEightVolumes()
    /// Rows of enterprises with city support, kept aside with the volume and the date by which they
    /// would count: nobody knows whether they do before all volumes are known.
    var undecided: [Shipment] = []
    /// What other support excludes.
    var supported: VolumeTally
    var support = SupportDecisions.none
    var findings = FindingList()
    /// The rows of the waybill that is traced.
    var traced: [Shipment] = []
    /// Waybills that count close to the period's end: of each worker in order.
    var late: [WaybillKey] = []
    /// What waybill rows show of months that rows of volumes name.
    var shown = ShownWaybills()
    /// By number of the decision.
    var outcomes: [DecisionOutcome]
    var checks: [AdjudicationID: DecisionCheck] = [:]

    init(files: Int, period: Period, outcomes: [DecisionOutcome] = []) {
        tallies = Array(repeating: ClassTally(), count: files)
        volumes = VolumeTally(period: period)
        self.outcomes = outcomes
        supported = VolumeTally(period: period)
    }

    mutating func add(_ other: WaybillResult) {
        for index in tallies.indices { tallies[index].add(other.tallies[index]) }
        volumes.add(other.volumes)
        stepEight.add(other.stepEight)
        undecided += other.undecided
        supported.add(other.supported)
        findings.append(contentsOf: other.findings)
        traced += other.traced
        late += other.late
        shown.add(other.shown)
        for index in outcomes.indices { outcomes[index].add(other.outcomes[index]) }
        checks.merge(other.checks) { first, _ in first }
    }
}

extension WaybillResult {
    /// A row that goes on by a decision, with the volume that it brings.
    mutating func noteWon(_ decision: AdjudicationID, volume: UInt64) {
        outcomes[decision.index].rowsWon += 1
        outcomes[decision.index].volume += UInt128(volume)
    }
}

/// Judges the shipments of a partition, waybill by waybill.
struct Deduplication: Sendable {
    private let judgement: WaybillJudgement
    /// By enterprise; who is not there is not on the roster.
    private let standings: [Standing]
    private let columns: [FieldColumns]
    private let step: SupportStep
    let decisions: Decisions
    private let yearBefore: YearBefore
    /// The first day by which a waybill is kept for the next year.
    private let late: CalendarDate
    /// Nil where no export is of volumes.
    private let keyedVolumes: KeyedVolumes?

    init(
        programme: Programme, roster: Roster, support: OtherSupport, exports: [Export],
        volumes: VolumeRows, decisions: Decisions, yearBefore: YearBefore
    ) {
        self.decisions = decisions
        self.yearBefore = yearBefore
        late = LateWaybills.first(of: programme.period)
        keyedVolumes =
            volumes.byKey.isEmpty
            ? nil : KeyedVolumes(Set(volumes.byKey.keys), decisions: decisions.byKey)
        judgement = WaybillJudgement(period: programme.period, unit: programme.unit)
        standings = roster.enterprises.enumerated().map { index, enterprise in
            Standing(of: enterprise, id: EnterpriseID(index), support: support)
        }
        step = SupportStep(support: support, roster: roster, programme: programme)
        columns = exports.map { FieldColumns($0.layout.columns) }
    }

    func judge(
        _ shipments: [Shipment], by groups: inout WaybillGroups, into result: inout WaybillResult
    ) {
        groups.forEach(
            in: shipments,
            alone: {
                if keyedVolumes != nil || yearBefore.has($0) {
                    settle([$0], into: &result)
                } else {
                    settle($0, judgement.judge(alone: $0), into: &result)
                }
            },
            together: { settle($0, into: &result) })
    }

    /// All the rows of one waybill.
    private func settle(_ group: [Shipment], into result: inout WaybillResult) {
        let decision =
            decisions.byWaybill.isEmpty ? nil : decisions.byWaybill[group[0].waybill]
        var judged = judgement.judge(group, by: decision)
        keyedVolumes?.meet(group, &judged, shown: &result.shown)
        yearBefore.meet(group, &judged)
        if let decision { note(decision, group, judged, into: &result) }
        for (shipment, verdict) in zip(group, judged) {
            settle(shipment, verdict, into: &result)
        }
        result.stepEight.contested += UInt128(Self.contestedVolume(judged))
    }

    /// What a decision gives to its winner.
    private func note(
        _ decision: WaybillDecision, _ group: [Shipment], _ judged: [JudgedShipment],
        into result: inout WaybillResult
    ) {
        let fault = judgement.fault(of: decision, on: group)
        result.checks[decision.id] = fault.map(DecisionCheck.fault) ?? .fits
        for (shipment, judged) in zip(group, judged) where shipment.enterprise == decision.winner {
            let isDistinct: Bool
            switch judged.verdict {
            case .distinct: isDistinct = true
            case .duplicate, .countedLastYear: isDistinct = false
            default: continue
            }
            result.noteWon(decision.id, volume: isDistinct ? judged.volume ?? 0 : 0)
        }
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
        case .lost(let decision, isReturned: _):
            noteLost(shipment, volume, decision, into: &result)
        case .duplicate(let place, let difference):
            let code: FindingCode = difference.isEmpty ? .duplicateSame : .duplicateDiffers
            note(code, shipment, volume, .countedAt(place, difference), into: &result)
        case .countedLastYear(let date):
            note(.duplicateLastYear, shipment, volume, .date(date, nil), into: &result)
        case .distinct(let date): count(shipment, volume ?? 0, date, into: &result)
        }
    }

    func noteLost(
        _ shipment: Shipment, _ volume: UInt64?, _ decision: AdjudicationID,
        into result: inout WaybillResult
    ) {
        result.outcomes[decision.index].rowsLost += 1
        let code: FindingCode =
            decisions.outcomes[decision.index].winner == nil ? .adjudicatedNone : .adjudicatedOther
        note(code, shipment, volume, .decided(decision), into: &result)
    }

    /// Steps 8 and 9, for a row of `volume` on a day of the period.
    func count(
        _ shipment: Shipment, _ volume: UInt64, _ date: CalendarDate,
        into result: inout WaybillResult
    ) {
        let index = shipment.enterprise.index
        let standing = standings.indices.contains(index) ? standings[index] : .notOnRoster
        switch standing {
        case .takesPart, .pending: pay(shipment, volume, date, into: &result)
        case .undecided:
            result.undecided.append(shipment.kept(volume: volume, date: date))
        case .refused:
            result.stepEight.refused += UInt128(volume)
            note(.enterpriseRefused, shipment, volume, .none, into: &result)
        case .notOnRoster:
            result.stepEight.notOnRoster += UInt128(volume)
            note(.enterpriseNotOnRoster, shipment, volume, .none, into: &result)
        case .supported:
            exclude(shipment, volume, date, step.districtDetail(of: shipment), into: &result)
        }
    }

    /// Step 9.
    private func pay(
        _ shipment: Shipment, _ volume: UInt64, _ date: CalendarDate,
        into result: inout WaybillResult
    ) {
        let file = shipment.place.file
        result.volumes.add(volume, for: shipment.enterprise, on: date, in: file)
        result.tallies[Int(file)].add(.counted, volume: volume)
        // A row of volumes has no waybill.
        if date >= late, shipment.waybill != .none { result.late.append(shipment.waybill) }
    }

    private func exclude(
        _ shipment: Shipment, _ volume: UInt64, _ date: CalendarDate, _ detail: FindingDetail,
        into result: inout WaybillResult
    ) {
        result.stepEight.otherSupport += UInt128(volume)
        result.supported.add(
            volume, for: shipment.enterprise, on: date, in: shipment.place.file)
        note(.enterpriseOtherSupport, shipment, volume, detail, into: &result)
    }

    /// Step 8 for the rows that were kept aside, once all others are judged.
    func decide(_ result: inout WaybillResult) {
        let rows = result.undecided
        result.undecided = []
        result.support = step.decisions(on: rows, beside: result)
        let details = step.cityDetails(of: result.support)
        for row in rows {
            let volume = row.statedVolume ?? 0
            if let detail = details[row.enterprise] {
                exclude(row, volume, row.date, detail, into: &result)
            } else {
                pay(row, volume, row.date, into: &result)
            }
        }
    }

    func note(
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
