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
            "awards": PageLines(awards) { award, number in
                part(of: award, number: number, largest: largest, report)
            },
            "awardCount": String(awards.count),
            "awardsVolume": Figures.grouped(Figures.text(volume, in: report.programme.unit)),
            "awardsShare": report.countedVolume == 0
                ? "" : Figures.share(volume, of: report.countedVolume),
            "awardsAmount": Figures.grouped(total.description),
            "awardsInWords": AmountInWords.text(of: total),
            "hasUnpaid": report.totals != nil && !others.isEmpty,
            "unpaidCount": String(others.count),
            "unpaid": PageLines(others) { award, _ in
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
        return PagePart([
            "number": String(number), "name": Excerpt.visible(figures.name, limit: 200),
            "code": figures.uscc.text, "volume": Figures.grouped(figures.volume),
            "share": figures.share, "amount": Figures.grouped(award.amount.description),
            "barWidth": PageBar.width(
                UInt128(award.amount.count), of: UInt128(largest.count)),
            "payment": figures.paymentWord,
            "paymentName": paymentName[language],
            "reasons": isHeld ? reasons : false as any Sendable,
            "quota": quota(of: award, figures.volumeCount, report),
            "floor": Figures.grouped(String(award.share.floorFen)),
            "remainder": Figures.grouped(String(award.share.remainder)),
            "rank": String(award.share.rank),
            "extra": String(award.share.extraFen),
            "awardFen": Figures.grouped(String(award.amount.count)),
            "inWords": AmountInWords.text(of: award.amount),
            "paymentId": figures.paymentID ?? false as any Sendable,
            "byMonth": figures.months.map { "\($0.month) \(Figures.grouped($0.volume))" }
                .joined(separator: " · "),
        ])
    }

    /// `50,000,000 × 8,283 ÷ 118,886`, in fen and whole pieces, waybills or grams.
    private static func quota(
        of award: AwardFigures.Working, _ volume: UInt128, _ report: Report
    ) -> String {
        let factors = [String(report.programme.pool.count), String(volume)].map(Figures.grouped)
        return factors.joined(separator: " × ") + " ÷ "
            + Figures.grouped(String(award.share.denominator))
    }
}
