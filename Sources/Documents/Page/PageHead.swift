import Subsidy

/// The head of the page: what it is, and what came of the year in a sentence.
enum PageHead {
    static func values(_ report: Report) -> [String: any Sendable] {
        let language = report.edition.language
        let verdict = VerdictWording(report)
        return [
            "title": Excerpt.visible(report.programme.title, limit: 200),
            "overline": VerdictWording.overline(year: report.programme.year)[language],
            "year": String(report.programme.year),
            "state": report.edition.state.rawValue,
            "stateName": VerdictWording.name(of: report.edition.state)[language],
            "isDraft": report.edition.state == .draft,
            "verdict": verdict.sentence[language],
            "hasStops": !report.stops.isEmpty,
            "stops": report.stops.map { stop in
                PagePart([
                    "stopCode": stop.code, "stopPlace": stop.place,
                    "stopProblem": stop.problem[language], "stopRemedy": stop.remedy[language],
                ])
            },
            "colon": Text("：", ": ")[language],
            "version": report.edition.version,
            "hasAwards": report.totals != nil,
            "signs": report.edition.state.hasAwards,
        ]
    }
}
