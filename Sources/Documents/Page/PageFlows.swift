import Subsidy

/// Where the rows went and where the money went: the two sums that must hold.
enum PageFlows {
    static func values(_ report: Report) -> [String: any Sendable] {
        var values: [String: any Sendable] = [
            "unit": UnitWording.text(of: report.programme.unit)[report.edition.language],
            "rowsRead": Figures.grouped(String(report.rows.read)),
            "rowSegments": segments(
                RowClass.allCases.map { ($0.rawValue, UInt128(report.rows[$0])) }),
            "classes": RowClass.allCases.map { part(of: $0, report) },
            "countedVolume": Figures.grouped(report.volumes[.counted] ?? ""),
        ]
        let issued = report.totals?.issued ?? .zero
        let held = report.totals?.held ?? .zero
        let issuedWord = PaymentWording.nameOfIssued(in: report.edition.state)
        values["issuedName"] = issuedWord[report.edition.language]
        values["awardsTotal"] = Figures.grouped((report.totals?.awards ?? .zero).description)
        values["issued"] = Figures.grouped(issued.description)
        values["held"] = Figures.grouped(held.description)
        values["issuedCount"] = String(report.awards.count { $0.paymentID != nil })
        values["heldCount"] = String(report.awards.count { !$0.holdReasons.isEmpty })
        let before = report.totals?.paidBefore ?? .zero
        values["moneySegments"] = segments([
            ("before", UInt128(before.count)), ("issued", UInt128(issued.count)),
            ("held", UInt128(held.count)),
        ])
        return values
    }

    private static func part(of rowClass: RowClass, _ report: Report) -> PagePart {
        let language = report.edition.language
        let whole = UInt128(report.rows.read)
        let wording = ClassWording(of: rowClass)
        return PagePart([
            // The first of them stands behind "read =".
            "classSign": rowClass == .counted ? "=" : "+",
            "class": rowClass.rawValue, "className": wording.name[language],
            "classMeaning": wording.meaning[language],
            "classRows": Figures.grouped(String(report.rows[rowClass])),
            "classShare": whole == 0
                ? "" : Figures.share(UInt128(report.rows[rowClass]), of: whole),
            "classVolume": Figures.grouped(report.volumes[rowClass] ?? ""),
        ])
    }

    /// A bar of 1000 in parts, side by side; what is there is seen, however small it is.
    private static func segments(_ parts: [(name: String, amount: UInt128)]) -> [PagePart] {
        let whole = parts.reduce(UInt128(0)) { $0 + $1.amount }
        guard whole > 0 else { return [] }
        let thinnest = 4
        let present = parts.filter { $0.amount > 0 }
        let room = 1000 - thinnest * present.count
        var position = 0
        return present.enumerated().map { index, part in
            let isLast = index == present.count - 1
            let width = thinnest + Int(part.amount * UInt128(room) / whole)
            defer { position += width }
            return PagePart([
                "segment": part.name, "segmentX": String(position),
                "segmentWidth": String(isLast ? 1000 - position : width),
            ])
        }
    }
}
