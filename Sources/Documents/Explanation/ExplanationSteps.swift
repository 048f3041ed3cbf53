import Subsidy

/// The working of one award, line by line, as a pocket calculator follows it.
struct ExplanationSteps {
    /// One line: what it is, and the figures.
    struct Step: Sendable {
        let label: ExplanationLabel
        let figures: String
    }

    let steps: [Step]

    /// Nil where there is no working: nothing is awarded to anybody, or it is not on the roster.
    init?(_ explanation: Explanation) {
        guard let enterprise = explanation.enterprise, let figures = enterprise.figures,
            let working = figures.award
        else { return nil }
        let language = explanation.language
        let fen = ExplanationLabel.fen.text[language]
        let yuan = ExplanationLabel.yuan.text[language]
        let share = working.share
        let pool = explanation.programme.pool
        let poolFen = Figures.grouped(String(pool.count))
        let own = Figures.grouped(String(figures.volumeCount))
        let all = Figures.grouped(String(share.denominator))
        let dividend = Figures.grouped(String(share.numerator))
        let floor = Figures.grouped(String(share.floorFen))
        let rest = Figures.grouped(String(share.remainder))
        let amountFen = Figures.grouped(String(working.amount.count))
        let amount = Figures.grouped(working.amount.description)
        steps = [
            Step(
                label: .pool,
                figures: "\(Figures.grouped(pool.description)) \(yuan) = \(poolFen) \(fen)"),
            Step(label: .own, figures: Self.volume(figures.volumeCount, explanation)),
            Step(label: .all, figures: Self.volume(share.denominator, explanation)),
            Step(label: .quota, figures: "\(poolFen) × \(own) ÷ \(all) = \(dividend) ÷ \(all)"),
            Step(label: .whole, figures: "\(floor) \(fen)"),
            Step(label: .remainder, figures: rest),
            Step(label: .proof, figures: "\(floor) × \(all) + \(rest) = \(dividend)"),
            Step(
                label: .award,
                figures: "\(floor) + \(share.extraFen) = \(amountFen) \(fen) = \(amount) \(yuan)"),
            Step(label: .inWords, figures: AmountInWords.text(of: working.amount)),
        ]
    }

    /// `12.500 kg = 12,500 g`; the quota is in grams.
    private static func volume(_ count: UInt128, _ explanation: Explanation) -> String {
        let unit = explanation.programme.unit
        let figure = Figures.grouped(Figures.text(count, in: unit))
        let text = UnitWording.amount(figure, of: unit)[explanation.language]
        guard unit == .weight else { return text }
        let grams = ExplanationLabel.grams.text[explanation.language]
        return text + " = \(Figures.grouped(String(count))) \(grams)"
    }
}
