import Subsidy

/// The decisions on what was contested, and what each of them is worth.
enum PageDecisions {
    static func values(_ report: Report) -> [String: any Sendable] {
        [
            "hasDecisions": !report.decisions.isEmpty,
            "decisions": report.decisions.map { part(of: $0, report.edition.language) },
        ]
    }

    private static func part(of figures: DecisionFigures, _ language: Language) -> PagePart {
        PagePart([
            "decisionLine": String(figures.line),
            "decisionSubject": Excerpt.visible(subject(figures.subject), limit: 200),
            "decisionWinner": figures.uscc?.text ?? DecisionLabel.nobody.text[language],
            "decisionName": Excerpt.visible(figures.name, limit: 200),
            "decisionReference": Excerpt.visible(figures.reference, limit: 200),
            "decisionDate": figures.date.description,
            "decisionWon": Figures.grouped(String(figures.rowsWon)),
            "decisionLost": Figures.grouped(String(figures.rowsLost)),
            "decisionVolume": Figures.grouped(figures.volume),
            "decisionYuan": figures.yuan.map(Figures.grouped) ?? "—",
        ])
    }

    private static func subject(_ subject: DecisionFigures.Subject) -> String {
        switch subject {
        case .waybill(let number): number
        case .volumes(let month, let carrier, let volume):
            [month, carrier, Figures.grouped(volume)].filter { !$0.isEmpty }
                .joined(separator: " · ")
        }
    }
}
