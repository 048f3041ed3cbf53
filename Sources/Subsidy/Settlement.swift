/// A year settled: from volumes to awards, or the reasons why there are none.
package struct Settlement: Sendable {
    package let programme: Programme
    package let roster: Roster
    package let reading: Reading
    /// One for each enterprise of the roster, in its order; nil where the run stops.
    package private(set) var awards: [Award]?
    /// Why nothing may be paid; empty where it may.
    package let stops: [Stop]
    /// All findings, by file and line.
    package let findings: OrderedFindings

    /// `payerDigest` is the SHA-256 of the payer's account in hexadecimal digits.
    package init(programme: Programme, roster: Roster, reading: Reading, payerDigest: String) {
        let shares = Self.shares(programme, roster, reading)
        let stops = StopRules.stops(
            programme: programme, roster: roster, reading: reading, shares: shares)
        self.programme = programme
        self.roster = roster
        self.stops = stops
        awards = shares.flatMap { shares in
            stops.isEmpty
                ? Self.awards(shares, programme, roster, reading, payerDigest: payerDigest) : nil
        }
        findings = OrderedFindings(
            reading.findings + [
                RosterFindings.findings(programme: programme, roster: roster, reading: reading)
            ],
            files: reading.files)
        // They stand in order now; the same twice would be the largest value of a run.
        var reading = reading
        reading.findings = []
        self.reading = reading
    }

    package var issued: Fen {
        (awards ?? []).map(\.position.issued).total
    }

    package var held: Fen {
        (awards ?? []).map(\.position.held).total
    }

    /// The same awards, paid as a batch says.
    package func paid(by plan: BatchPlan) -> Settlement {
        var settlement = self
        settlement.awards = awards.map { awards in
            precondition(awards.count == plan.positions.count, "a position for each award")
            return zip(awards, plan.positions).map { $0.at($1) }
        }
        return settlement
    }

    private static func shares(
        _ programme: Programme, _ roster: Roster, _ reading: Reading
    ) -> [Share]? {
        let claims = roster.enterprises.indices.map { index in
            LargestRemainder.Claim(
                key: roster.enterprises[index].uscc,
                volume: reading.volumes.volume(of: EnterpriseID(index)))
        }
        return LargestRemainder.split(programme.pool, among: claims)
    }

    private static func awards(
        _ shares: [Share], _ programme: Programme, _ roster: Roster, _ reading: Reading,
        payerDigest: String
    ) -> [Award] {
        zip(roster.enterprises.indices, shares).map { index, share in
            let enterprise = roster.enterprises[index]
            return Award(
                enterprise: enterprise, volume: reading.volumes.volume(of: EnterpriseID(index)),
                share: share,
                payment: payment(
                    share.award, to: enterprise, programme,
                    unwaived: reading.support.unwaived(of: EnterpriseID(index)),
                    payerDigest: payerDigest))
        }
    }

    private static func payment(
        _ amount: Fen, to enterprise: Enterprise, _ programme: Programme, unwaived: [String],
        payerDigest: String
    ) -> PaymentState {
        if amount == .zero { return .none }
        let reasons =
            HoldRule.reasons(enterprise.payee, in: programme.profiles)
            + HoldRule.reasons(unwaived: unwaived)
        guard reasons.isEmpty else { return .held(reasons) }
        return .issued(
            PaymentID(
                year: programme.year, uscc: enterprise.uscc, attempt: 1, payerDigest: payerDigest))
    }
}
