import Ledger
import ProgrammeFolder
import Subsidy

/// The parts of inputs that a further batch of the same awards may not change, by digest.
enum SteadyInputs {
    /// The roster without what says where money goes.
    static let roster = ProgrammeInputs.rosterName + " without accounts"
    /// Other support without what was given up: that decides who is held, not who gets how much.
    static let support = ProgrammeInputs.otherSupportName + " without waivers"

    static let names: Set = [roster, support]
    /// The files of which such parts stand in the ledger.
    static let files = [ProgrammeInputs.rosterName, ProgrammeInputs.otherSupportName]

    static func inputs(of roster: Roster, _ support: OtherSupport) -> [LedgerInput] {
        let enterprises = roster.enterprises.map { enterprise in
            [enterprise.uscc.text, enterprise.review.rawValue, enterprise.name]
                + enterprise.aliases.sorted()
        }
        let grants = support.holders.flatMap { support.grants(of: $0) }.map { grant in
            [
                roster[grant.enterprise]?.uscc.text ?? "", grant.level.rawValue, grant.programme,
                grant.amount.description,
            ]
        }
        return [input(Self.roster, enterprises), input(Self.support, grants)]
    }

    private static func input(_ name: String, _ rows: [[String]]) -> LedgerInput {
        let text = rows.map { $0.joined(separator: "\t") }.joined(separator: "\n")
        return LedgerInput(name: name, sha256: Digest.sha256(text.utf8))
    }
}
