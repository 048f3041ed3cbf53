import Subsidy

/// A further batch of the year: what was paid before it, what it pays, and who must give back.
enum PageBatches {
    static func values(_ report: Report) -> [String: any Sendable] {
        let language = report.edition.language
        let totals = report.totals
        let positions = report.awards.filter { figures in
            guard let position = figures.award?.position else { return false }
            return position.sentBefore > .zero || position.award > .zero
        }
        return [
            "isFurther": totals != nil && report.edition.batch.number > 1,
            "batchSteps": (report.edition.earlier + [report.edition.batch]).map { batch in
                PagePart(["batchStep": BatchWording.text(of: batch)[language]])
            },
            "paidBefore": Figures.grouped((totals?.paidBefore ?? .zero).description),
            "toReclaim": Figures.grouped((totals?.toReclaim ?? .zero).description),
            "positions": PageLines(positions) { figures, _ in part(of: figures) },
        ]
    }

    private static func part(of figures: AwardFigures) -> PagePart {
        func text(_ amount: Fen?) -> String { Figures.grouped((amount ?? .zero).description) }
        let position = figures.award?.position
        return PagePart([
            "positionName": Excerpt.visible(figures.name, limit: 200),
            "positionCode": figures.uscc.text,
            "positionAward": text(position?.award), "positionBefore": text(position?.sentBefore),
            "positionIssued": text(position?.issued), "positionHeld": text(position?.held),
            "positionReclaim": text(position?.toReclaim),
        ])
    }
}
