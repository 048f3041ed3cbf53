import Subsidy

/// The other support of one enterprise at one level, and what comes of it.
struct SupportFigures: Sendable {
    let uscc: USCC
    let name: String
    let level: SupportGrant.Level
    let programmes: [String]
    /// Of each programme the reference of its waiver; nil while there is none.
    let waivers: [String?]
    /// Yuan, all programmes together.
    let amount: String
    let volume: String
    let outcome: SupportDecision.Outcome
    let isUnwaived: Bool

    /// What programs read of `outcome`.
    var decisionWord: String {
        switch outcome {
        case .excluded: "excluded"
        case .waived: "waived"
        case .stays: "stays"
        case .leaves: "leaves"
        case .noVolume: "no-volume"
        }
    }

    /// The decision by the order of city support; nil where it did not come to that.
    var city: CitySupport.Decision? {
        switch outcome {
        case .stays(let decision), .leaves(let decision): decision
        case .excluded, .waived, .noVolume: nil
        }
    }

    /// `numerator/denominator` in fen, not reduced: the quota beside those that already stay.
    var quota: String? { city.map { "\($0.numerator)/\($0.denominator)" } }

    /// The same in yuan, rounded down to the fen: on the same side of the city's amount.
    var quotaYuan: String? { city.map { DecimalText.text($0.quotaFen, decimals: 2) } }

    static func all(of settlement: Settlement) -> [SupportFigures] {
        let accounts = AccountMask(of: settlement)
        func shown(_ text: String) -> String {
            accounts.masked(Excerpt.withoutPersonalNumbers(text))
        }
        return settlement.reading.support.all.compactMap { decision in
            guard let enterprise = settlement.roster[decision.enterprise] else { return nil }
            return SupportFigures(
                uscc: enterprise.uscc, name: enterprise.name, level: decision.level,
                programmes: decision.grants.map { shown($0.programme) },
                waivers: decision.grants.map { $0.waiver.map(shown) },
                amount: DecimalText.text(decision.amountFen, decimals: 2),
                volume: Figures.text(decision.volume, in: settlement.programme.unit),
                outcome: decision.outcome, isUnwaived: !decision.unwaived.isEmpty)
        }
    }
}
