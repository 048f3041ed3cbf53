import Documents
import Ledger
import ProgrammeFolder
import Subsidy

/// What still keeps each held award, by the roster and the waivers as they stand now: what a further
/// batch would say.
struct HeldNow: Sendable {
    private let reasons: [USCC: [HoldReason]]
    /// By which a further batch is sent.
    private let next: NextCommand

    /// Knows nothing where the tables cannot be read: a run says why, and the ledger needs none.
    init(
        of folder: ProgrammeInputs, _ newest: LedgerBatch, in history: PaymentHistory,
        next: NextCommand
    ) {
        self.next = next
        guard let programme = try? folder.programme(), let roster = try? folder.roster().roster,
            let support = try? folder.otherSupport(for: roster).support
        else {
            reasons = [:]
            return
        }
        let claims = newest.awards.map { award in
            let id = roster.enterprise(code: award.uscc)
            let holds = id.map { Self.holds($0, in: roster, support, programme) }
            return BatchPlan.Claim(uscc: award.uscc, award: award.amount, holds: holds ?? []) { _ in
                ""
            }
        }
        let plan = BatchPlan(
            year: programme.year, pool: newest.awards.map(\.amount).total, claims: claims,
            after: history, payerDigest: "000000")
        var reasons: [USCC: [HoldReason]] = [:]
        for (award, position) in zip(newest.awards, plan.positions)
        where roster.enterprise(code: award.uscc) != nil {
            switch position.payment {
            case .none: break
            case .held(let held): reasons[award.uscc] = held
            case .issued: reasons[award.uscc] = []
            }
        }
        self.reasons = reasons
    }

    private static func holds(
        _ id: EnterpriseID, in roster: Roster, _ support: OtherSupport, _ programme: Programme
    ) -> [HoldReason] {
        guard let enterprise = roster[id] else { return [] }
        let holders = support.cityFen(of: id) > 0 ? support.holders : []
        let unwaived = holders.filter { $0.enterprise == id && $0.level == .city }
            .flatMap { support.grants(of: $0) }.filter { $0.waiver == nil }.map(\.programme)
        return HoldRule.reasons(enterprise.payee, in: programme.profiles)
            + HoldRule.reasons(unwaived: unwaived)
    }

    /// Why an enterprise's award is held.
    func note(of uscc: USCC, in language: Language) -> String {
        guard let reasons = reasons[uscc] else {
            return Text(zh: "暂缓，原因见 held.csv", en: "held, see held.csv")[language]
        }
        if reasons.isEmpty {
            let command = next.line("run", "--outstanding")
            return Text(
                zh: "暂缓原因已消除，可用 \(command) 补发",
                en: "no longer held: \(command) sends it")[language]
        }
        return Text(zh: "暂缓：", en: "held: ")[language]
            + HoldWording.text(of: reasons, in: language)
    }
}
