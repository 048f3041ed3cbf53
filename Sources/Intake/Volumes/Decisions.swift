import Subsidy

/// Whether a decision on a waybill can be made on its rows.
enum DecisionCheck: Sendable {
    case fits
    case fault(InputFault.Problem)
}

/// The decisions of a run, found by what they decide.
struct Decisions: Sendable {
    let adjudications: [Adjudication]
    /// Empty outcomes, by number of the decision.
    let outcomes: [DecisionOutcome]
    let byWaybill: [WaybillKey: WaybillDecision]
    /// Decisions for a volume of an enterprise.
    private(set) var byKey: [VolumeKey: [VolumeKeyDecision]] = [:]
    /// Decisions that no volume stands; whose they are shows once the waybills are judged.
    private var forNobody: [(id: AdjudicationID, stated: StatedVolume)] = []
    private var faults: [InputFault] = []
    private var candidates: [VolumeRows.Said: Set<VolumeCandidate>] = [:]
    private let registers: Registers

    init(_ adjudications: [Adjudication], volumes: VolumeRows, registers: Registers) {
        self.adjudications = adjudications
        self.registers = registers
        outcomes = adjudications.map {
            DecisionOutcome($0, winner: $0.winner.map(registers.enterprise))
        }
        var byWaybill: [WaybillKey: WaybillDecision] = [:]
        for (index, adjudication) in adjudications.enumerated() {
            guard case .waybill(let number) = adjudication.subject else { continue }
            let key = WaybillKey(packing: number.span) ?? registers.longWaybill(number)
            byWaybill[key] = WaybillDecision(
                id: AdjudicationID(index), winner: outcomes[index].winner)
        }
        self.byWaybill = byWaybill
        guard adjudications.contains(where: { $0.statedVolume != nil }) else { return }
        candidates = volumes.candidates
        for (index, adjudication) in adjudications.enumerated() {
            if let stated = adjudication.statedVolume { find(stated, AdjudicationID(index)) }
        }
    }

    /// The key of a decision for an enterprise is found by what it names.
    private mutating func find(_ stated: StatedVolume, _ id: AdjudicationID) {
        guard let winner = outcomes[id.index].winner else {
            forNobody.append((id, stated))
            return
        }
        let own = named(stated) { $0.key.enterprise == winner }
        if own.isEmpty, !named(stated, where: { _ in true }).isEmpty {
            faults.append(adjudications[id.index].fault(.decisionForAnother))
            return
        }
        decide(own, id, volume: stated.volume)
    }

    /// Candidates with the carrier that is named; where none is, those without one, or else all.
    private func named(
        _ stated: StatedVolume, where isMeant: (VolumeCandidate) -> Bool
    ) -> [VolumeCandidate] {
        let said = VolumeRows.Said(month: stated.month, volume: stated.volume)
        let candidates = (candidates[said] ?? []).filter(isMeant)
        let carrier = registers.carrier(named: stated.carrier)
        let exact = candidates.filter { $0.carrier == carrier }
        return Array(exact.isEmpty && carrier == 0 ? candidates : exact)
    }

    /// Makes the decision on the one candidate that there must be.
    private mutating func decide(
        _ candidates: [VolumeCandidate], _ id: AdjudicationID, volume: UInt64?
    ) {
        let adjudication = adjudications[id.index]
        guard let found = candidates.first else {
            faults.append(adjudication.fault(.decisionWithoutDispute))
            return
        }
        guard candidates.count == 1 else {
            faults.append(adjudication.fault(.decisionFitsTwice))
            return
        }
        let other = byKey[found.key]?.first {
            // Two volumes that both count would be paid twice where their rows meet.
            $0.carrier == found.carrier
                || ($0.volume != nil && volume != nil
                    && VolumeKey.meets($0.carrier, found.carrier))
        }
        if let other {
            let both = [adjudication, adjudications[other.id.index]].sorted { $0.line < $1.line }
            faults.append(both[1].fault(.repeatedDecision(firstLine: both[0].line)))
            return
        }
        byKey[found.key, default: []].append(
            VolumeKeyDecision(id: id, carrier: found.carrier, volume: volume))
    }
}

// Once the waybills are judged.
extension Decisions {
    /// Finds the keys of decisions for nobody, and refuses those on volumes that nobody disputes.
    mutating func settle(_ volumes: VolumeRows, shown: ShownWaybills) {
        guard !byKey.isEmpty || !forNobody.isEmpty else { return }
        let disputed = Self.disputed(volumes, shown: shown)
        for (key, decisions) in byKey {
            for decision in decisions
            where !disputed.contains(VolumeCandidate(key: key, carrier: decision.carrier)) {
                faults.append(
                    adjudications[decision.id.index].fault(.decisionWithoutDispute))
            }
        }
        for (id, stated) in forNobody {
            decide(named(stated, where: disputed.contains), id, volume: nil)
        }
    }

    /// Refuses the first decision, by line, that cannot be made.
    ///
    /// `checks` say of decisions on waybills what became of them; a waybill without a second row
    /// has none.
    func refuse(_ checks: [AdjudicationID: DecisionCheck]) throws(InputFault) {
        let onWaybills = byWaybill.values.compactMap { decision -> InputFault? in
            let adjudication = adjudications[decision.id.index]
            switch checks[decision.id] {
            case .fits: return nil
            case .fault(let problem): return adjudication.fault(problem)
            case nil: return adjudication.fault(.decisionWithoutDispute)
            }
        }
        if let first = (faults + onWaybills).min(by: { ($0.line ?? 0) < ($1.line ?? 0) }) {
            throw first
        }
    }

    /// Keys of which a row is contested as long as nothing is decided.
    private static func disputed(
        _ volumes: VolumeRows, shown: ShownWaybills
    ) -> Set<VolumeCandidate> {
        var disputed: Set<VolumeCandidate> = []
        for (key, rows) in volumes.byKey {
            let judgement = VolumeKeyJudgement(shown: shown.all[key] ?? ShownCarriers())
            for (row, verdict) in zip(rows, judgement.judge(rows)) {
                switch verdict {
                case .contested, .overlapped:
                    disputed.insert(VolumeCandidate(key: key, carrier: row.carrier))
                case .lost, .duplicate, .distinct: break
                }
            }
        }
        return disputed
    }
}
