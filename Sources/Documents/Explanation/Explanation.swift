package import Subsidy

/// Why an enterprise gets what it gets, from its rows to its fen, or what became of a waybill: the
/// one value from which text, page and JSON are written.
package struct Explanation: Sendable {
    let language: Language
    let version: String
    let programme: Programme
    /// Why nothing is paid to anybody; empty where the year may be paid.
    let stops: [StopWording]
    let enterprise: EnterpriseExplanation?
    let waybill: WaybillExplanation?

    /// `subject` and `waybill` say what is asked for, one of them or both; `allRows` that each row
    /// which does not count is listed.
    package init(
        of settlement: Settlement, subject: ExplainedSubject?, waybill: ExplainedWaybill?,
        allRows: Bool = false, language: Language, version: String
    ) {
        precondition(subject != nil || waybill != nil, "something is asked for")
        let source = ExplanationSource(
            of: settlement, language: language, only: subject?.id, allRows: allRows)
        self.init(from: source, subject: subject, waybill: waybill, version: version)
    }

    init(
        from source: ExplanationSource, subject: ExplainedSubject?, waybill: ExplainedWaybill?,
        version: String
    ) {
        let (settlement, language) = (source.settlement, source.language)
        self.language = language
        self.version = version
        programme = settlement.programme
        stops = settlement.stops.map { StopWording($0, of: settlement) }
        enterprise = subject.map {
            EnterpriseExplanation($0, from: source)
        }
        self.waybill = waybill.map {
            WaybillExplanation($0, in: settlement, language: language)
        }
    }

    /// Whether a waybill was asked for that no row has.
    package var lacksWaybill: Bool { waybill?.rows.isEmpty == true }

    /// Plain text for a terminal.
    package var text: String { ExplanationText.text(self) }

    /// What programs read, by the keys of `report.json`.
    package func json() throws -> [UInt8] { try ExplanationJSON.bytes(self) }

    /// One page that needs nothing beside itself, and prints as a letter.
    package func page() throws -> [UInt8] { try ExplanationPage.Template().page(of: self) }
}
