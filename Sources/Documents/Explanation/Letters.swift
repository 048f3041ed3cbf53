import Subsidy

/// `letters/USCC.html`: for each enterprise of the roster the page that explains its figure.
enum Letters {
    static func documents(of settlement: Settlement, _ edition: Edition) throws -> [Document] {
        let source = ExplanationSource(of: settlement, language: edition.language)
        let template = try ExplanationPage.Template()
        return settlement.roster.enterprises.enumerated().map { index, enterprise in
            let letter = Explanation(
                from: source, subject: ExplainedSubject(EnterpriseID(index)), waybill: nil,
                version: edition.version)
            return Document(
                path: "letters/\(enterprise.uscc.text).html", bytes: template.page(of: letter))
        }
    }
}
