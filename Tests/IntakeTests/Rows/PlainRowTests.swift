import DelimitedText
import Subsidy
import Testing

@testable import Intake

/// Plain rows come to what the full way makes of them, and rows that are not plain are left to it.
struct PlainRowTests {
    /// What a converter makes of rows, comparable.
    private struct Outcome: Equatable {
        var shipments: [String] = []
        var findings: [String] = []
        var figures: String
        var enterprises: [EnterpriseID]
        var plainRows: Int
    }

    private static func outcome(
        _ rows: [String], _ fields: [ShipmentField], unit: VolumeUnit, takesPlainRows: Bool
    ) throws -> Outcome {
        let names = fields.map(\.rawValue)
        let columns = Dictionary(uniqueKeysWithValues: zip(fields, fields.indices))
        let export = Export(
            index: 3, name: "a.csv", encoding: .utf8,
            layout: Layout(names: names, line: 1, columns: columns), settings: nil)
        let programme = try IntakeSample(unit: unit).programme()
        var converter = RowConverter(
            export, programme: programme, statusRule: StatusRule(notCounted: programme.notCounted),
            months: MonthTable(programme.period),
            registers: Registers(roster: try IntakeSample.roster()),
            takesPlainRows: takesPlainRows)
        var result = WorkerResult(partitions: 1)
        var batch = RecordBatch()
        // In two batches, so that the second meets cells that are known.
        for half in [rows[..<(rows.count / 2)], rows[(rows.count / 2)...]] {
            batch.scan(Array((half.joined(separator: "\n") + "\n").utf8), firstLine: 2)
            converter.convert(batch, into: &result)
        }
        var shipments: [Shipment] = []
        var store = result.takeShipments()
        try store.takePartition(0).append(to: &shipments)
        let figures = converter.figures
        return Outcome(
            shipments: shipments.map {
                "\($0.waybill) \($0.enterprise) \($0.statedVolume ?? 0) \($0.carrier) "
                    + "\($0.isReported ? "reported" : $0.date.description) \($0.place)"
            },
            findings: result.findings.map { "\($0)" },
            figures: "\(figures.tally) \(figures.pieces) \(figures.grams) \(figures.months) "
                + "\(figures.statuses.lines)",
            enterprises: result.enterprises, plainRows: converter.plainRows)
    }

    private static let cells: [ShipmentField: [String]] = [
        .waybill: [
            "SF1", "7730123456789", "YT7730123456789", "773012345678901234567890", "sf1", "'SF1",
            "1E12", "1E", "773012345000000", "773012345678901000", "77301234567", "773012345670",
            "",
            "-", "A-1", "7730123456789012345678901", " SF1\t", "SF10", "ＳＦ1", "SF000", "0",
        ],
        .uscc: [
            IntakeSample.codes["甲"] ?? "", IntakeSample.codes["乙"] ?? "",
            IntakeSample.codes["丙"] ?? "", IntakeSample.strangersCode, "", "12440600MB2C07549K",
            " " + (IntakeSample.codes["甲"] ?? ""),
        ],
        .enterprise: ["甲", "甲店", "乙", "丙", "谁", "", "-", "广州(甲)公司"],
        .shipped: [
            "2026-05-05", "2026-12-31", "2025-12-31", "2026-02-29", "2026-5-5", "2026/05/05", "",
            "2026-05-0:", "2026-05-05 10:30", "0000-01-01", "2026-13-01",
        ],
        .pieces: ["1", "2", "12345678", "123456789", "0", "", "-1", "1.0", "两", "00000001"],
        .weight: ["1", "0.5", "1.2345", "0", "", "12345678.9", "x"],
        .status: ["已签收", "已签收", "", "退回", "退回中", "拒收"],
        .carrier: ["顺丰", "SF", "", "圆通", "某某"],
    ]

    @Test(arguments: [VolumeUnit.pieces, .weight, .waybills], 1...6)
    func plainRowsComeToWhatTheFullWayMakesOfThem(unit: VolumeUnit, seed: Int) throws {
        var draw = SplitMix64(state: UInt64(seed))
        var all: [ShipmentField] = [
            .waybill, .uscc, .enterprise, .shipped, .pieces, .weight, .status, .carrier,
        ]
        // Other columns and another order with each seed; some columns are not there at all.
        if seed > 1 { all.shuffle(using: &draw) }
        if seed > 3 { all.removeAll { [.uscc, .carrier].contains($0) } }
        if seed > 3, unit != .weight { all.removeAll { $0 == .weight } }
        if seed > 4 { all.removeAll { [.status, .pieces].contains($0) } }
        let rows = (0..<3000).map { _ in
            all.map { field in
                let cells = Self.cells[field] ?? []
                // Mostly the first ones, so that whole rows are plain often enough.
                let limit = draw.next() % 3 == 0 ? cells.count : 3
                return cells[Int(draw.next() % UInt64(min(limit, cells.count)))]
            }.joined(separator: ",")
        }
        var plain = try Self.outcome(rows, all, unit: unit, takesPlainRows: true)
        let full = try Self.outcome(rows, all, unit: unit, takesPlainRows: false)
        #expect(plain.plainRows > 100, "seed \(seed)")
        #expect(full.plainRows == 0)
        plain.plainRows = 0
        #expect(plain == full, "seed \(seed)")
    }
}

/// SplitMix64: the same numbers in every run.
private struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
