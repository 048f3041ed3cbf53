@testable import Intake
import Subsidy

/// A plan and the rules that a stream is read by.
struct StepRules {
    let rules: IntakeRules
    let plan: IntakePlan

    static let partitions = 4

    /// One enterprise takes part, one is refused, and nothing else decides.
    static let plain = StepRules(IntakeRules(programme: programme, roster: roster))

    /// One has support of the city; a decision on a waybill and one on a month's volume.
    static let decided = StepRules(
        IntakeRules(
            programme: programme, roster: roster,
            adjudications: [
                Adjudication(
                    subject: .waybill(Array("SF7".utf8)), winner: codes[0], reference: "一",
                    date: programme.period.to, line: 2),
                Adjudication(
                    subject: .volumes(
                        StatedVolume(month: programme.period.to.month, carrier: "顺丰", volume: 10)),
                    winner: codes[2], reference: "二", date: programme.period.to, line: 3),
            ],
            support: OtherSupport([
                SupportGrant(
                    enterprise: EnterpriseID(2), level: .city, programme: "市", amount: Fen(100),
                    waiver: nil)
            ])))

    private init(_ rules: IntakeRules) {
        self.rules = rules
        guard
            let folder = try? ExportFolder(
                names: [Array("a.csv".utf8), Array("b.csv".utf8)], path: "", name: "exports",
                isFolder: { _ in false })
        else { fatalError("the listing is sound") }
        plan = IntakePlan(
            for: folder, bytes: 0, rules: rules, version: "fuzz", yearBefore: nil,
            partitions: Self.partitions)
    }

    private static let roster: Roster = {
        let members = codes.enumerated().map { index, code in
            Enterprise(
                uscc: code, name: names[index], review: index == 1 ? .refused : .approved,
                payee: Payee(accountName: "", account: "", bank: "", cnaps: ""),
                aliases: index == 0 ? ["荔香"] : [], line: index + 2)
        }
        guard let roster = try? Roster(members) else { fatalError("the roster is sound") }
        return roster
    }()

    private static let programme: Programme = {
        guard let from = CalendarDate(iso: "2026-01-01"), let to = CalendarDate(iso: "2026-12-31"),
            let period = Period(from: from, to: to), let share = Percentage("1%"),
            let bank = CNAPS("999581000012")
        else { fatalError("the programme is sound") }
        return Programme(
            title: "补贴", year: 2026, pool: Fen(50_000_000), unit: .pieces, period: period,
            notCounted: ["已退回", "拒收"],
            limits: Limits(rejected: share, contested: share, unknown: share),
            payer: Payer(name: "联盟", account: "1", bank: "银行", cnaps: bank), paymentDate: nil,
            approval: nil, payments: [.pain001], exports: [])
    }()

    private static let names = ["样例荔香直播电商有限公司", "样例（流溪）科技公司", "样例温泉商贸有限公司"]

    private static let codes = [
        "91440117MY2600118G", "91440117MY2601487W", "12440600MB2C07549J",
    ].compactMap { try? USCC($0) }
}
