import Subsidy

/// Every row of one waybill, whoever claims it, and what became of each.
struct WaybillExplanation: Sendable {
    /// Canonical.
    let number: String
    /// In order of files and lines.
    let rows: [Row]

    struct Row: Sendable {
        let file: String
        let line: UInt32
        /// The name, the code of one that is not on the roster, or empty where none can be read.
        let enterprise: String
        /// Empty where there is none.
        let uscc: String
        let rowClass: RowClass
        /// Nil for a row that counts.
        let code: FindingCode?
        let facts: String
        /// Nil where none can be read.
        let volume: String?
    }

    init(_ waybill: ExplainedWaybill, in settlement: Settlement, language: Language) {
        number = waybill.text
        guard let key = waybill.key(in: settlement.reading) else {
            rows = []
            return
        }
        let sentence = FindingSentence(of: settlement, language: language)
        let found = settlement.findings.filter { $0.waybill == key && $0.code.rowClass != nil }
        var rows = found.compactMap { Self.row($0, sentence, in: settlement) }
        let places = Set(found.compactMap(Self.place))
        rows += settlement.reading.traced.filter { !places.contains($0.place) }.map {
            Self.counted($0, in: settlement)
        }
        self.rows = rows.sorted { left, right in
            left.file == right.file
                ? left.line < right.line
                : left.file.utf8.lexicographicallyPrecedes(right.file.utf8)
        }
    }

    private static func place(_ finding: Finding) -> Place? {
        guard case .export(let file) = finding.source, let line = finding.line else { return nil }
        return Place(file: file, line: line)
    }

    private static func row(
        _ finding: Finding, _ sentence: FindingSentence, in settlement: Settlement
    ) -> Row? {
        guard let place = place(finding), let rowClass = finding.code.rowClass else { return nil }
        let (name, uscc) = enterprise(finding.enterprise, in: settlement)
        return Row(
            file: settlement.reading.files[Int(place.file)].name, line: place.line,
            enterprise: name, uscc: uscc, rowClass: rowClass, code: finding.code,
            facts: sentence.facts(of: finding),
            volume: finding.volume.map {
                Figures.text(UInt128($0), in: settlement.programme.unit)
            })
    }

    private static func counted(_ shipment: Shipment, in settlement: Settlement) -> Row {
        let (name, uscc) = enterprise(shipment.enterprise, in: settlement)
        // A row that states no pieces is one where it counts.
        let volume = UInt128(shipment.statedVolume ?? 1)
        return Row(
            file: settlement.reading.files[Int(shipment.place.file)].name,
            line: shipment.place.line, enterprise: name, uscc: uscc, rowClass: .counted, code: nil,
            facts: "", volume: Figures.text(volume, in: settlement.programme.unit))
    }

    private static func enterprise(
        _ id: EnterpriseID?, in settlement: Settlement
    ) -> (name: String, uscc: String) {
        guard let id, id != .unreadable else { return ("", "") }
        if let member = settlement.roster[id] { return (member.name, member.uscc.text) }
        let place = id.index - settlement.roster.enterprises.count
        switch settlement.reading.strangers[place] {
        case .code(let uscc): return (uscc.text, uscc.text)
        case .name(let name):
            return (
                AccountMask(of: settlement).masked(Excerpt.withoutPersonalNumbers(name)), ""
            )
        }
    }
}
