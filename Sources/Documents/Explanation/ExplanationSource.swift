import Subsidy

/// What the explanations of one settlement have in common, worked out once for all of them.
struct ExplanationSource {
    let settlement: Settlement
    let language: Language
    let sentence: FindingSentence
    /// By enterprise of the roster.
    let figures: [AwardFigures]
    /// Rejected rows that name no enterprise readably.
    let namelessRows: Int
    /// How many rows of each code are listed.
    let listedRows: Int
    private let byEnterprise: [EnterpriseID: [Finding]]

    /// `only` is the enterprise that is asked about; nil for all.
    init(
        of settlement: Settlement, language: Language, only: EnterpriseID? = nil,
        allRows: Bool = false
    ) {
        listedRows = allRows ? .max : 5
        self.settlement = settlement
        self.language = language
        sentence = FindingSentence(of: settlement, language: language)
        let state: Edition.State = settlement.stops.isEmpty ? .draft : .stopped
        figures = AwardFigures.all(
            of: settlement,
            edition: Edition(
                state: state, language: .zh, version: "", inputs: [], paymentDate: nil))
        namelessRows = settlement.findings.count {
            $0.code.rowClass == .rejected && $0.enterprise == nil
        }
        var byEnterprise: [EnterpriseID: [Finding]] = [:]
        for finding in settlement.findings {
            guard let id = finding.enterprise, only == nil || id == only else { continue }
            byEnterprise[id, default: []].append(finding)
        }
        self.byEnterprise = byEnterprise
    }

    /// In their order.
    func findings(of enterprise: EnterpriseID) -> [Finding] { byEnterprise[enterprise] ?? [] }
}
