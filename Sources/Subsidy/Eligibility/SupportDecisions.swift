/// What comes of the other support of one enterprise at one level.
package struct SupportDecision: Sendable {
    package let enterprise: EnterpriseID
    package let level: SupportGrant.Level
    /// In the order of the table.
    package let grants: [SupportGrant]
    /// What its rows would count, or do.
    package let volume: UInt128
    package let outcome: Outcome

    package enum Outcome: Hashable, Sendable {
        /// District support excludes it.
        case excluded
        /// All of its district support is given up, so that none excludes it.
        case waived
        case stays(CitySupport.Decision)
        case leaves(CitySupport.Decision)
        /// None of its rows could count, whatever other support it has.
        case noVolume
    }

    /// All grants together, in fen.
    package var amountFen: UInt128 { OtherSupport.totalFen(grants) }

    /// The programmes without which the award is paid: not both.
    package var unwaived: [String] {
        guard case .stays = outcome, amountFen > 0 else { return [] }
        return grants.filter { $0.waiver == nil }.map(\.programme)
    }
}

/// What comes of all other support, once the volume of every enterprise is known.
package struct SupportDecisions: Sendable {
    package static let none = SupportDecisions([], leaving: [])

    /// In order of enterprises, district support first.
    package let all: [SupportDecision]
    private let leaving: Set<EnterpriseID>
    private let unwaived: [EnterpriseID: [String]]

    /// `counted` are the volumes of those that have no city support to compare with, `undecided`
    /// of those that have, `excluded` of those that district support excludes.
    package init(
        _ support: OtherSupport, roster: Roster, pool: Fen, counted: VolumeTally,
        undecided: VolumeTally, excluded: VolumeTally
    ) {
        let candidates = roster.enterprises.indices.map { index in
            let id = EnterpriseID(index)
            return CitySupport.Candidate(
                key: roster.enterprises[index].uscc,
                volume: counted.volume(of: id) + undecided.volume(of: id),
                cityFen: support.cityFen(of: id))
        }
        let decisions = CitySupport.decisions(pool: pool, candidates)
        var leaving: Set<EnterpriseID> = []
        let all = support.holders.map { holder in
            let id = holder.enterprise
            let isRefused = roster[id]?.review == .refused
            let outcome: SupportDecision.Outcome
            if isRefused {
                outcome = .noVolume
            } else if support.excludes(id) {
                outcome = .excluded
            } else if holder.level == .district {
                outcome = .waived
            } else if let decision = decisions[id.index] {
                outcome = decision.stays ? .stays(decision) : .leaves(decision)
                if !decision.stays { leaving.insert(id) }
            } else {
                outcome = .noVolume
            }
            return SupportDecision(
                enterprise: id, level: holder.level, grants: support.grants(of: holder),
                volume: candidates[id.index].volume + excluded.volume(of: id), outcome: outcome)
        }
        self.init(all, leaving: leaving)
    }

    private init(_ all: [SupportDecision], leaving: Set<EnterpriseID>) {
        self.all = all
        self.leaving = leaving
        unwaived = Dictionary(
            all.filter { !$0.unwaived.isEmpty }.map { ($0.enterprise, $0.unwaived) },
            uniquingKeysWith: +)
    }

    /// Whether the enterprise takes the city's support in place of this subsidy.
    package func leaves(_ enterprise: EnterpriseID) -> Bool { leaving.contains(enterprise) }

    package var leavingCount: Int { leaving.count }

    /// City support beside which an enterprise's award waits for its waiver.
    package func unwaived(of enterprise: EnterpriseID) -> [String] {
        unwaived[enterprise] ?? []
    }
}
