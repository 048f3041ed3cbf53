import Subsidy
import Testing

struct FooterTests {
    private static let rows = ["SF1,甲,2026-05-05,2,0.5", "SF2,乙,2026-05-05,,1.25"]

    private func sample(_ footer: String, settings: [ExportSettings] = []) -> IntakeSample {
        var sample = IntakeSample(settings: settings)
        let lines = ["运单号,企业名称,发货日期,件数,重量"] + Self.rows + [footer]
        sample.add("a.csv", lines.joined(separator: "\n"))
        return sample
    }

    @Test(
        arguments: [
            ("合计,,,2,1.75", [.pieces: 2, .weight: 1750]), ("总计,,,2,", [.pieces: 2]),
            ("小计,,,2,", [.pieces: 2]), ("共 2 笔", [.rows: 2]), ("共2条,,,,", [.rows: 2]),
            ("合计,共2笔,,,", [.rows: 2]), ("共 2 件,,,,", [.pieces: 2]),
            ("\"共 2 笔,\",,,2,", [.rows: 2, .pieces: 2]),
            ("合计：,,,\"2.0\",", [.pieces: 2]), (" 合计 ,,,２,", [.pieces: 2]), ("合计,,,,", [:]),
            ("合计,,,-,-", [:]), ("合计(元),,,2,", [.pieces: 2]), ("合计 2笔,,,2,", [.pieces: 2]),
            ("合计", [:]),
        ] as [(String, [ControlSubject: UInt64])])
    func footerIsNoRowButAControl(footer: String, stated: [ControlSubject: UInt64]) throws {
        let reading = try sample(footer).reading()
        #expect(reading.total.total == 2)
        let controls = reading.files[0].controls
        #expect(controls.allSatisfy { $0.line == 4 && $0.agrees })
        let found = controls.reduce(into: [:]) { $0[$1.subject] = UInt64($1.stated) }
        #expect(found == stated)
        #expect(reading.findings.joined().isEmpty)
    }

    @Test(
        arguments: [
            ("合计,,,3,", ControlSubject.pieces, 3, 2), ("总计,,,2,1.751", .weight, 1751, 1750),
            ("共 3 笔,,,,", .rows, 3, 2), ("小计,,,1,", .pieces, 1, 2), ("合计,,,0,", .pieces, 0, 2),
            ("\"共1,234条\"", .rows, 1234, 2),
        ] as [(String, ControlSubject, UInt64, UInt64)])
    func footerThatDiffersIsAFinding(
        footer: String, subject: ControlSubject, stated: UInt64, read: UInt64
    ) throws {
        for control in [ExportSettings.Control.compare, .ignore] {
            let settings = [try IntakeSample.settings(control: control)]
            let reading = try sample(footer, settings: settings).reading()
            let wrong = reading.files[0].controls.filter { !$0.agrees }
            #expect(
                wrong == [
                    ControlTotal(
                        line: 4, subject: subject, stated: UInt128(stated), read: UInt128(read))
                ])
            #expect(reading.findings.joined().map(\.code) == [.controlDiffers])
            #expect(reading.findings.joined().map(\.line) == [4])
            #expect(reading.findings.joined().map(\.detail) == wrong.map { .control($0) })
            #expect(reading.files[0].ignoresControls == (control == .ignore))
        }
    }

    /// 件 is a row to one system and a piece to another: either agrees.
    @Test(arguments: [(2, true), (5, true), (3, false)])
    func numberOfParcelsIsOneOfRowsOrOfPieces(number: Int, agrees: Bool) throws {
        let reading = try IntakeSample(
            IntakeSample.header, "SF1,甲,2026-05-05,2", "SF2,甲,2026-05-05,3", "共 \(number) 件"
        ).reading()
        #expect(reading.files[0].controls.map(\.agrees) == [agrees])
    }

    @Test func controlsTakeInRowsOfEveryClass() throws {
        let reading = try IntakeSample(
            "运单号,企业名称,发货日期,件数,状态", "SF1,甲,2026-05-05,2,", "SF1,甲,2026-05-05,2,",
            "SF2,甲,2026-05-05,3,退回",
            "SF3,甲,1/5/26,4,", "\"SF4,甲,2026-05-05,5,", "合计,共 5 笔,,11,"
        ).reading()
        #expect(reading.files[0].controls.map(\.agrees) == [true, true])
        #expect(reading.total.total == 5)
    }

    @Test func footersMayStandBetweenRows() throws {
        let outcome = try IntakeSample(
            IntakeSample.header, "SF1,甲,2026-05-05,2", "合计,,,5", "SF2,甲,2026-05-05,3", "总计,,,5"
        ).outcome()
        #expect(outcome.volumes == ["甲": 5])
        #expect(outcome.findings == [])
    }

    @Test(arguments: [
        "合计公司,甲,2026-05-05,1", "共同1,甲,2026-05-05,1", "小计划,甲,2026-05-05,1", "SF合计,甲,2026-05-05,1",
    ])
    func otherFirstCellIsAWaybill(row: String) throws {
        #expect(try IntakeSample(IntakeSample.header, row).outcome().rows == [1, 0, 0, 0, 0])
    }

    @Test func footerIsFoundInGB18030() throws {
        var sample = IntakeSample()
        let text = IntakeSample.header + "\nSF1,甲,2026-05-05,2\n合计,共1笔,,3\n"
        sample.add("a.csv", bytes: GB18030Text.bytes(text))
        let controls = try sample.reading().files[0].controls
        #expect(controls.map(\.agrees) == [true, false])
    }
}
