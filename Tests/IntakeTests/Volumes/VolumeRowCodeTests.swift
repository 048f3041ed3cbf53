import Intake
import Subsidy
import Testing

/// Each code of a row of volumes, and the figures of its file, through one small export.
struct VolumeRowCodeTests {
    private static let header = "统一社会信用代码,企业名称,月份,出货量,承运商"
    private static let code = "12440600MB2C07549J"

    private func outcome(
        _ rows: [String], unit: VolumeUnit = .pieces,
        options: IntakeOptions = IntakeOptions(threads: 2)
    ) throws -> ReadingOutcome {
        var sample = IntakeSample(unit: unit)
        sample.add("a.csv", ([Self.header] + rows).joined(separator: "\n") + "\n")
        return try sample.outcome(options)
    }

    @Test(
        arguments: [
            ("\(code),,2026-03,12,", []), ("\(code),甲,2026/3,\"1,234\",顺丰", []),
            (",广州(甲) 公司,202603,１２,", []), ("\(code.lowercased()),谁,2026年3月,12.0,-", []),
            ("\(code),,2026-03,0,", []), ("\(code),,2026-03,-0,", []),
            ("\(code),,2026-03,12,,", []), ("\"\(code)\",\"\",\"2026-03\",\"12\",\"\"", []),
            ("\(code),,2026-03,12", ["row.columns"]),
            ("\(code),,2026-03,12,,x", ["row.columns"]),
            ("\"\(code),,2026-03,12,", ["row.quote"]),
            (",,2026-03,12,", ["enterprise.missing"]), (",-,x,x,", ["enterprise.missing"]),
            ("12440600MB2C07549K,,x,-5,", ["enterprise.check-digit"]),
            ("\(code),乙,x,x,", ["enterprise.contradiction"]),
            ("\(code),,2026-03,,", ["volume.unreadable"]),
            ("\(code),,2026-03,-,", ["volume.unreadable"]),
            ("\(code),,x,若干,", ["volume.unreadable"]),
            ("\(code),,2026-03,1.5,", ["volume.unreadable"]),
            ("\(code),,2026-03,--5,", ["volume.unreadable"]),
            ("\(code),,2026-03,1000000000001,", ["volume.unreadable"]),
            ("\(code),,x,-5,", ["volume.negative"]),
            ("\(code),,,12,", ["month.unreadable"]), ("\(code),,-,12,", ["month.unreadable"]),
            ("\(code),,2026-13,12,", ["month.unreadable"]),
            ("\(code),,2026-03-01,12,", ["month.unreadable"]),
            ("\(code),,20263,12,", ["month.unreadable"]),
            ("\(code),,2025-12,12,", ["date.outside-period"]),
            ("\(code),,2027-01,12,", ["date.outside-period"]),
            (",谁,2026-03,12,", ["enterprise.not-on-roster"]),
            (",丙,2026-03,12,", ["enterprise.refused"]),
        ] as [(String, [String])])
    func rowHasItsCode(row: String, codes: [String]) throws {
        let outcome = try outcome([row])
        #expect(outcome.findings == codes.map { "2 " + $0 })
        #expect(outcome.rows.reduce(0, +) == 1)
        #expect(outcome.rows[0] == (codes.isEmpty ? 1 : 0))
    }

    @Test(
        arguments: [
            ("1.5", nil, 1_500), ("0.001", nil, 1), ("1.5000", nil, 1_500),
            ("1.0005", "volume.unreadable", 0), ("-0.5", "volume.negative", 0),
            ("1kg", "volume.unreadable", 0),
        ] as [(String, String?, UInt64)])
    func volumeByWeightIsInKilograms(text: String, code: String?, grams: UInt64) throws {
        let outcome = try outcome(["\(Self.code),,2026-03,\(text),"], unit: .weight)
        #expect(outcome.findings == (code.map { ["2 " + $0] } ?? []))
        #expect(outcome.volumes == (grams == 0 ? [:] : ["甲": UInt128(grams)]))
    }

    @Test(arguments: [VolumeUnit.pieces, .waybills])
    func volumeCountsInItsMonth(unit: VolumeUnit) throws {
        let outcome = try outcome(
            [",甲,2026-03,12,", ",乙,2026-03,5,", ",甲,2026-05,3,"], unit: unit)
        #expect(outcome.volumes == ["甲": 15, "乙": 5])
        #expect(outcome.months["甲"]?[2] == 12)
        #expect(outcome.months["甲"]?[4] == 3)
        #expect(outcome.enterprises == ["乙", "甲"])
    }

    /// Equal ones are duplicates; others are contested, and so is what has waybills beside it.
    @Test(
        arguments: [
            ([",甲,2026-03,12,SF", ",甲,202603,12,顺丰"], ["a.csv:3 duplicate.same"]),
            (
                [",甲,2026-03,12,SF", ",甲,202603,13,顺丰"],
                ["a.csv:2 contested.volumes", "a.csv:3 contested.volumes"]
            ),
            ([",甲,2026-03,12,顺丰", ",甲,2026-03,13,圆通"], []),
            ([",甲,2026-03,12,顺丰", ",乙,2026-03,13,顺丰", ",甲,2026-02,14,顺丰"], []),
            (
                [",甲,2026-03,12,顺丰", ",甲,2026-03,13,"],
                ["a.csv:2 contested.volumes", "a.csv:3 contested.volumes"]
            ),
            (
                [",甲,2026-03,12,顺丰", ",甲,2026-03,12,圆通", ",甲,2026-03,12,"],
                ["a.csv:2 duplicate.same", "a.csv:3 duplicate.same"]
            ),
            ([",甲,2026-04,12,中通", ",甲,2026-04,13,圆通"], ["a.csv:2 contested.overlap"]),
            ([",甲,2026-04,12,"], ["a.csv:2 contested.overlap"]),
            // The waybill's month is that of its earliest date.
            ([",甲,2026-05,12,中通"], []),
        ] as [([String], [String])])
    func rowsThatMeetAreCompared(rows: [String], codes: [String]) throws {
        var sample = IntakeSample()
        sample.add("a.csv", ([Self.header] + rows).joined(separator: "\n") + "\n")
        sample.add(
            "b.csv",
            """
            运单号,企业名称,发货日期,件数,承运商
            S1,甲,2026-04-30,1,ZTO
            S1,甲,2026-05-01,1,ZTO

            """)
        let found = try sample.outcome().findings.filter { $0.hasPrefix("a.csv") }
        #expect(found == codes)
    }

    @Test func footerIsComparedWithWhatWasRead() throws {
        let outcome = try outcome([
            ",甲,2026-03,12,", "", ",,x,5,", ",乙,2026-03,x,", "合计,,,17,", "共 4 条,,,,",
        ])
        #expect(
            outcome.findings == [
                "4 enterprise.missing", "5 volume.unreadable", "7 control.differs",
            ])
        #expect(outcome.rows == [1, 0, 0, 0, 2])
    }

    @Test func monthWithNothingBetweenOthersIsNamed() throws {
        let outcome = try outcome([",甲,2026-03,12,", ",,2026-05,5,", ",甲,2026-06,1,"])
        #expect(outcome.findings == ["0 coverage.month", "3 enterprise.missing"])
    }

    /// Many rows in small blocks, some in quotes, by several threads.
    @Test func blocksAndThreadsDoNotShow() throws {
        let rows = (0..<400).map { index in
            let volume = index % 7 == 0 ? "x" : index % 5 == 0 ? "\"1,000\"" : "\(index % 11)"
            return ",\(index % 2 == 0 ? "甲" : "乙"),2026-\(index % 12 + 1),\(volume),快\(index % 40)"
        }
        let whole = try outcome(rows, options: IntakeOptions(threads: 1))
        for (threads, blockBytes) in [(1, 64), (2, 301), (3, 1024)] {
            let cut = try outcome(
                rows, options: IntakeOptions(threads: threads, blockBytes: blockBytes))
            #expect(cut == whole)
        }
        #expect(whole.rows.reduce(0, +) == 400)
        #expect([0, 1, 2, 4].allSatisfy { whole.rows[$0] > 0 }, "\(whole.rows)")
    }
}
