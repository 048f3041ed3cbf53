import Subsidy
import Testing

/// Programmes, rosters and readings as small as a test can use.
enum Sample {
    /// Valid codes, ascending.
    static let codes = ["12440600MB2C07549J", "9144030071526726XG", "N2440117MF1234567D"]

    static func enterprise(
        _ code: String, _ name: String, review: Review = .approved, aliases: [String] = [],
        payee: Payee = payee, line: Int = 2
    ) throws -> Enterprise {
        Enterprise(
            uscc: try USCC(code), name: name, review: review, payee: payee, aliases: aliases,
            line: line)
    }

    static let payee = Payee(
        accountName: "广州市从化甲公司", account: "6222020200112233446", bank: "中国工商银行",
        cnaps: "102581000152")

    /// Enterprises 甲, 乙, 丙 on lines 2, 3, 4.
    static func roster(_ reviews: [Review] = [.approved, .approved, .approved]) throws -> Roster {
        try Roster(
            zip(reviews.indices, reviews).map { index, review in
                try enterprise(
                    codes[index], ["甲", "乙", "丙"][index], review: review, line: index + 2)
            })
    }

    static func date(_ text: String) throws -> CalendarDate {
        try #require(CalendarDate(iso: text))
    }

    static func period(_ from: String = "2026-01-01", _ to: String = "2026-12-31") throws -> Period
    {
        try #require(Period(from: try date(from), to: try date(to)))
    }

    static func programme(unit: VolumeUnit = .pieces, pool: Int64 = 50_000_000) throws -> Programme
    {
        let one = try #require(Percentage("1%"))
        return Programme(
            title: "补贴", year: 2026, pool: Fen(pool), unit: unit, period: try period(),
            notCounted: ["退回"], limits: Limits(rejected: one, contested: one, unknown: one),
            payer: Payer(
                name: "联盟", account: "44050158", bank: "中国建设银行",
                cnaps: try #require(CNAPS("105100000017"))),
            paymentDate: nil, approval: nil, payments: [.pain001], exports: [])
    }

    static func key(_ number: String) throws -> WaybillKey {
        let bytes = Array(number.utf8)
        let key = WaybillKey(packing: bytes.span)
        return try #require(key)
    }

    /// A file with so many rows of each class.
    static func file(
        _ name: String = "sf.csv", counted: Int = 0, rejected: Int = 0,
        controls: [ControlTotal] = [], ignoresControls: Bool = false
    ) -> ExportFile {
        var tally = ClassTally()
        for _ in 0..<counted { tally.add(.counted, volume: 1) }
        for _ in 0..<rejected { tally.add(.rejected, volume: nil) }
        return ExportFile(
            name: name, sha256: "", encoding: "utf-8", bytes: 0, headerLine: 1, columns: [],
            tally: tally, controls: controls, ignoresControls: ignoresControls)
    }

    /// A reading with volumes by enterprise, in the order of the roster.
    static func reading(
        files: [ExportFile] = [], volumes: [UInt64] = [], stepEight: StepEightVolumes = .init(),
        findings: [Finding] = []
    ) throws -> Reading {
        var tally = VolumeTally(period: try period())
        for (index, volume) in volumes.enumerated() {
            tally.add(volume, for: EnterpriseID(index), on: try date("2026-05-05"), in: 0)
        }
        return Reading(
            files: files, skipped: [], strangers: [], volumes: tally, statuses: [],
            stepEight: stepEight, findings: [findings],
            enterprisesWithRows: volumes.indices.map { EnterpriseID($0) }, longWaybills: [])
    }
}
