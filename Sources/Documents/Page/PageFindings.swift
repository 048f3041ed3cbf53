import Subsidy

/// The findings by code: how many, what they are worth, what to do, and where the first ones are.
enum PageFindings {
    static func values(_ report: Report) -> [String: any Sendable] {
        [
            "findings": ordered(report.findings).map { part(of: $0, report.edition.language) },
            "hasFindings": !report.findings.isEmpty,
            "findingCount": Figures.grouped(
                String(report.findings.reduce(0) { $0 + $1.count })),
        ]
    }

    /// How many more findings there are than the examples; false where there are none.
    private static func others(
        than examples: Int, of count: Int, _ language: Language
    ) -> any Sendable {
        guard count > examples else { return false }
        let more = Figures.grouped(String(count - examples))
        return Text("另有 \(more) 条", "and \(more) more")[language]
    }

    /// What is not valid first, as people can mend it; then by code.
    private static func ordered(_ findings: [CodeFigures]) -> [CodeFigures] {
        findings.sorted { left, right in
            let (mine, other) = (rank(left.code.rowClass), rank(right.code.rowClass))
            return mine == other ? left.code.rawValue < right.code.rawValue : mine < other
        }
    }

    private static func rank(_ rowClass: RowClass?) -> Int {
        switch rowClass {
        case .rejected: 0
        case .contested: 1
        case nil: 2
        case .excluded: 3
        case .duplicate: 4
        case .counted: 5
        }
    }

    private static func part(of figures: CodeFigures, _ language: Language) -> PagePart {
        let wording = FindingWording(of: figures.code)
        let className = figures.code.rowClass.map { ClassWording(of: $0).name[language] }
        return PagePart([
            "findingCode": figures.code.rawValue,
            "findingClass": figures.code.rowClass?.rawValue ?? "note",
            "findingClassName": className ?? FindingLabel.note.text[language],
            "problem": wording.problem[language].opened,
            "remedy": wording.remedy[language].opened,
            "count": Figures.grouped(String(figures.count)),
            "findingVolume": figures.volume.map(Figures.grouped) ?? "—",
            "yuan": figures.yuan.map(Figures.grouped) ?? "—",
            "others": others(than: figures.examples.count, of: figures.count, language),
            "examples": figures.examples.map { example in
                PagePart([
                    "place": Excerpt.visible(example.place, limit: 200),
                    "waybill": example.waybill.isEmpty
                        ? false as any Sendable : Excerpt.visible(example.waybill),
                    "facts": example.facts.isEmpty ? false as any Sendable : example.facts,
                ])
            },
        ])
    }
}
