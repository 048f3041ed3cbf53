import Subsidy

/// The awards, largest first, each with the working that leads to its fen.
enum PageAwards {
    static func values(_ report: Report) -> [String: any Sendable] {
        let awards = report.paidAwards
        let largest = awards.first?.award?.amount ?? .zero
        let others = report.awards.filter { ($0.award?.amount ?? .zero) == .zero }
        let total = awards.compactMap(\.award?.amount).total
        let volume = awards.map(\.volumeCount).reduce(0, +)
        return [
            "awards": awards.enumerated().map { index, award in
                part(of: award, number: index + 1, largest: largest, report)
            },
            "awardCount": String(awards.count),
            "awardsVolume": Figures.grouped(Figures.text(volume, in: report.programme.unit)),
            "awardsShare": report.countedVolume == 0
                ? "" : Figures.share(volume, of: report.countedVolume),
            "awardsAmount": Figures.grouped(total.description),
            "awardsInWords": AmountInWords.text(of: total),
            "poolFen": Figures.grouped(String(report.programme.pool.count)),
            "hasUnpaid": report.totals != nil && !others.isEmpty,
            "unpaidCount": String(others.count),
            "unpaid": others.map { award in
                PagePart([
                    "unpaidName": Excerpt.visible(award.name, limit: 200),
                    "unpaidCode": award.uscc.text, "unpaidVolume": Figures.grouped(award.volume),
                ])
            },
        ]
    }

    private static func part(
        of figures: AwardFigures, number: Int, largest: Fen, _ report: Report
    ) -> PagePart {
        guard let award = figures.award else { preconditionFailure("paid awards have a working") }
        let language = report.edition.language
        let isHeld = !figures.holdReasons.isEmpty
        let reasons = HoldWording.text(of: figures.holdReasons, in: language)
        // Who has an award that is neither issued nor held was paid before.
        let paymentName =
            figures.payment == .none
            ? PaymentWording.nameOfIssued(in: .published)
            : PaymentWording.name(of: figures.payment, in: report.edition.state)
        let permille = UInt128(award.amount.count) * 1000 / UInt128(largest.count)
        return PagePart([
            "number": String(number), "name": Excerpt.visible(figures.name, limit: 200),
            "code": figures.uscc.text, "volume": Figures.grouped(figures.volume),
            "share": figures.share, "amount": Figures.grouped(award.amount.description),
            "barWidth": String(max(4, permille)),
            "payment": figures.paymentWord,
            "paymentName": paymentName[language],
            "reasons": isHeld ? reasons : false as any Sendable,
            "quota": award.quota, "floor": Figures.grouped(String(award.share.floorFen)),
            "remainder": String(award.share.remainder), "rank": String(award.share.rank),
            "extra": String(award.share.extraFen),
            "awardFen": Figures.grouped(String(award.amount.count)),
        ])
    }
}
