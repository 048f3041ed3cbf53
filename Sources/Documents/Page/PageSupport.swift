import Subsidy

/// Other support: in which order it was decided, with both amounts.
enum PageSupport {
    static func values(_ report: Report) -> [String: any Sendable] {
        [
            "hasSupport": !report.otherSupport.isEmpty,
            "supports": ordered(report.otherSupport).map { part(of: $0, report.edition.language) },
        ]
    }

    /// The decisions in their order, then those that needed none.
    private static func ordered(_ figures: [SupportFigures]) -> [SupportFigures] {
        let decided = figures.filter { $0.city != nil }
            .sorted { ($0.city?.order ?? 0) < ($1.city?.order ?? 0) }
        return decided + figures.filter { $0.city == nil }
    }

    private static func part(of figures: SupportFigures, _ language: Language) -> PagePart {
        let waivers = figures.waivers.compactMap(\.self)
        let decision = SupportWording.decision(figures.outcome, isUnwaived: figures.isUnwaived)
        return PagePart([
            "supportOrder": figures.city.map { String($0.order) } ?? "—",
            "supportName": Excerpt.visible(figures.name, limit: 200),
            "supportCode": figures.uscc.text,
            "supportLevel": SupportWording.name(of: figures.level)[language],
            "supportProgrammes": list(figures.programmes, language),
            "supportVolume": Figures.grouped(figures.volume),
            "supportAmount": Figures.grouped(figures.amount),
            "supportQuota": figures.quotaYuan.map(Figures.grouped) ?? "—",
            "supportDecision": decision[language],
            "supportWaivers": waivers.isEmpty
                ? false as any Sendable : list(waivers, language) as any Sendable,
        ])
    }

    private static func list(_ texts: [String], _ language: Language) -> String {
        texts.map { Excerpt.visible($0, limit: 200) }.joined(separator: Text("、", ", ")[language])
    }
}
