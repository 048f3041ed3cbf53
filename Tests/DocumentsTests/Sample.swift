import ProgrammeFolder
import Subsidy

@testable import Documents

/// A settlement made up for tests: every name and number is invented.
struct Sample {
    var title = "从化区直播电商物流配套补贴"
    var pool = Fen(50_000_000)
    var unit = VolumeUnit.pieces
    var approval: Approval?
    var payerName = "从化区直播电商企业联盟"
    /// As settings name them; `profiles` are the test's own.
    var payments = ["pain.001", "neutral"]
    var profiles: [BankProfile] = []
    var enterprises: [Enterprise] = []
    /// By enterprise of the roster, in order of codes.
    var volumes: [UInt64] = []
    var files: [ExportFile] = []
    var strangers: [Stranger] = []
    var statuses: [StatusCount] = []
    var findings: [Finding] = []
    var longWaybills: [[UInt8]] = []
    var rejected: [RejectedRows] = []
    var exports: [ExportSettings] = []
    var notice: Notice?
    var stepEight = StepEightVolumes()

    static let payerAccount = "44050158000000009876"
    static let payerDigest = "6c222edae3d4b6c1af3f58b7bfb11f0b480b6e65e70f1ef5c80b0d7d5192a267"
    static let codes = [
        "12440600MB2C07549J", "91110000600037341L", "91110000710926094P", "91310000631696382C",
        "91330100799655058B", "9144030071526726XG", "914403001922038216", "91440300708461136T",
        "92141127MA0KD1Y64A", "A1110000MB0000000J", "N2440117MF1234567D", "Y1440117MB1234562G",
    ]

    static func date(_ text: String) throws -> CalendarDate {
        guard let date = CalendarDate(iso: text) else { throw Fault.date(text) }
        return date
    }

    static func waybill(_ number: String) throws -> WaybillKey {
        guard let key = WaybillKey(packing: Array(number.utf8).span) else {
            throw Fault.waybill(number)
        }
        return key
    }

    enum Fault: Error {
        case date(String)
        case waybill(String)
        case settings
    }

    static func enterprise(
        _ code: String, _ name: String, account: String = "6222020000001234", line: Int = 2,
        review: Review = .approved, accountName: String? = nil, bank: String = "样例银行从化支行",
        cnaps: String = "102581000013"
    ) throws -> Enterprise {
        Enterprise(
            uscc: try USCC(code), name: name, review: review,
            payee: Payee(
                accountName: accountName ?? name, account: account, bank: bank, cnaps: cnaps),
            aliases: [], line: line)
    }

    static func file(_ name: String, columns: [String] = ["运单号", "企业名称", "发货日期", "件数", "状态"])
        -> ExportFile
    {
        ExportFile(
            name: name, sha256: String(repeating: "ab", count: 32), encoding: "utf-8", bytes: 1234,
            headerLine: 1, columns: columns, tally: ClassTally(), controls: [],
            ignoresControls: false)
    }

    /// Three enterprises with 881, 680 and 679 pieces, and an export that says so.
    static func plain() throws -> Sample {
        var sample = Sample()
        sample.enterprises = [
            try enterprise(codes[2], "广州样例甲直播电商有限公司", account: "6222020000005678", line: 2),
            try enterprise(codes[3], "广州样例乙网络科技有限公司", account: "6222020000001234", line: 3),
            try enterprise(codes[4], "广州样例丙供应链有限公司", account: "6222020000004321", line: 4),
        ]
        sample.volumes = [680, 881, 679]
        var file = Self.file("sf.csv")
        file.tally.add(.counted, volume: 2240)
        sample.files = [file]
        return sample
    }

    func settlement() throws -> Settlement {
        let programme = try programme()
        var tally = VolumeTally(period: programme.period)
        for (index, volume) in volumes.enumerated() where volume > 0 {
            tally.add(volume, for: EnterpriseID(index), on: programme.period.from, in: 0)
        }
        let reading = Reading(
            files: files, skipped: [], strangers: strangers, volumes: tally, statuses: statuses,
            stepEight: stepEight, findings: [findings],
            enterprisesWithRows: enterprises.indices.map { EnterpriseID($0) },
            longWaybills: longWaybills, rejected: rejected)
        return Settlement(
            programme: programme, roster: try Roster(enterprises), reading: reading,
            payerDigest: Self.payerDigest)
    }

    func programme() throws -> Programme {
        guard
            let period = Period(from: try Self.date("2026-01-01"), to: try Self.date("2026-12-31")),
            let limit = Percentage("1%"), let cnaps = CNAPS("105290061081")
        else { throw Fault.settings }
        return Programme(
            title: title, year: 2026, pool: pool, unit: unit, period: period,
            notCounted: ["已退回", "拒收"],
            limits: Limits(rejected: limit, contested: limit, unknown: limit),
            payer: Payer(
                name: payerName, account: Self.payerAccount, bank: "样例银行从化支行",
                cnaps: cnaps),
            paymentDate: nil, approval: approval,
            payments: try payments.compactMap { name in
                name == "pain.001"
                    ? .pain001 : try ProfileShelf.shippedProfile(name).map(PaymentForm.profile)
            } + profiles.map(PaymentForm.profile), exports: exports,
            notice: notice)
    }

    static func edition(
        _ state: Edition.State = .published, language: Language = .zh,
        date: String? = "2027-03-15", batch: Batch = .first, earlier: [Batch] = []
    ) throws -> Edition {
        Edition(
            state: state, language: language, version: "0.1.0",
            inputs: [
                Edition.InputDigest(
                    name: "roster.csv", sha256: String(repeating: "cd", count: 32)),
                Edition.InputDigest(
                    name: "exports/sf.csv", sha256: String(repeating: "ab", count: 32)),
            ],
            paymentDate: try date.map { try Self.date($0) }, batch: batch, earlier: earlier)
    }
}
