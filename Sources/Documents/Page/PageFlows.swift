import Subsidy

/// Where the rows went and where the money went: the two sums that must hold, and their pictures.
enum PageFlows {
    static func values(_ report: Report) -> [String: any Sendable] {
        let language = report.edition.language
        return [
            "unit": UnitWording.text(of: report.programme.unit)[language],
            "rowsRead": Figures.grouped(String(report.rows.read)),
            "classes": RowClass.allCases.map { rowClass in
                PagePart([
                    // The first of them stands behind "read =".
                    "classSign": rowClass == .counted ? "=" : "+",
                    "className": ClassWording(of: rowClass).name[language],
                    "classRows": Figures.grouped(String(report.rows[rowClass])),
                ])
            },
            "rowLines": rowLines(report),
            "issuedName": PaymentWording.nameOfIssued(in: report.edition.state)[language],
            "awardsTotal": text(report.totals?.awards),
            "issued": text(report.totals?.issued),
            "held": text(report.totals?.held),
            "moneyLines": moneyLines(report),
        ]
    }

    private static func text(_ amount: Fen?) -> String {
        Figures.grouped((amount ?? .zero).description)
    }

    /// What was read, then what each class takes of it, until what counts is left.
    private static func rowLines(_ report: Report) -> [PagePart] {
        let classes: [RowClass] = [.counted, .contested, .duplicate, .excluded, .rejected]
        let bars = PageBar.parts(classes.map { UInt128(report.rows[$0]) })
        return zip(classes, bars).reversed().map { rowClass, bar in
            let wording = ClassWording(of: rowClass)
            let language = report.edition.language
            return PagePart([
                "lineClass": rowClass.rawValue, "lineName": wording.name[language],
                "lineMeaning": wording.meaning[language],
                "lineRows": Figures.grouped(String(report.rows[rowClass])),
                "lineShare": report.rows.read == 0
                    ? ""
                    : Figures.share(UInt128(report.rows[rowClass]), of: UInt128(report.rows.read)),
                "lineVolume": Figures.grouped(report.volumes[rowClass] ?? ""),
                "lineX": bar.x, "lineWidth": bar.width,
            ])
        }
    }

    /// The pool, and what has become of it; of a further batch what was paid before it as well.
    private static func moneyLines(_ report: Report) -> [PagePart] {
        guard let totals = report.totals else { return [] }
        let language = report.edition.language
        let isFurther = report.edition.batch.number > 1
        func count(_ isOne: (AwardFigures) -> Bool) -> Int { report.awards.count(where: isOne) }
        func position(_ part: KeyPath<BatchPlan.Position, Fen>) -> Int {
            count { ($0.award?.position[keyPath: part] ?? .zero) > .zero }
        }
        let issued =
            isFurther
            ? BatchLabel.issued.text : PaymentWording.nameOfIssued(in: report.edition.state)
        let sources = [
            Money("pool", FlowLabel.awards.text, totals.awards, report.paidAwards.count),
            Money("before", BatchLabel.toReclaim.text, totals.toReclaim, position(\.toReclaim)),
        ]
        let uses = [
            Money("before", BatchLabel.paidBefore.text, totals.paidBefore, position(\.sentBefore)),
            Money("issued", issued, totals.issued, count { $0.paymentID != nil }),
            Money("held", FlowLabel.held.text, totals.held, count { !$0.holdReasons.isEmpty }),
        ]
        return [sources, uses].flatMap { sums in
            zip(sums, PageBar.parts(sums.map { UInt128($0.amount.count) }))
        }.filter { isFurther || $0.0.isOfFirstBatch }.map { $0.part($1, language) }
    }

    /// One sum of the picture of the money.
    private struct Money {
        let key: String
        let name: Text
        let amount: Fen
        let enterprises: Int

        init(_ key: String, _ name: Text, _ amount: Fen, _ enterprises: Int) {
            self.key = key
            self.name = name
            self.amount = amount
            self.enterprises = enterprises
        }

        var isOfFirstBatch: Bool { key != "before" }

        func part(_ bar: PageBar, _ language: Language) -> PagePart {
            PagePart([
                "moneyKey": key, "moneyName": name[language],
                "moneyAmount": Figures.grouped(amount.description),
                "moneyWords": AmountInWords.text(of: amount), "moneyCount": String(enterprises),
                "moneyX": bar.x, "moneyWidth": bar.width,
            ])
        }
    }
}

/// A part of a bar of 1000: where it begins and how wide it is.
struct PageBar: Sendable {
    let x: String
    let width: String

    /// What is there is seen, however small it is.
    private static let thinnest = 4

    /// Parts that lie side by side and fill the bar; none where all of them are zero.
    static func parts(_ amounts: [UInt128]) -> [PageBar] {
        let whole = amounts.reduce(0, +)
        let room = UInt128(1000 - thinnest * amounts.count { $0 > 0 })
        let last = amounts.lastIndex { $0 > 0 }
        var position = 0
        return amounts.enumerated().map { index, amount in
            guard amount > 0 else { return PageBar(x: String(position), width: "0") }
            let share = thinnest + Int(amount * room / whole)
            let width = index == last ? 1000 - position : share
            defer { position += width }
            return PageBar(x: String(position), width: String(width))
        }
    }

    /// The width of a bar whose longest has `largest`.
    static func width(_ amount: UInt128, of largest: UInt128) -> String {
        amount == 0 ? "0" : String(max(UInt128(thinnest), amount * 1000 / largest))
    }
}
