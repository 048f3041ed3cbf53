import Intake
import Subsidy
import Testing

/// Block size, threads, memory, the order of rows and the names of files decide nothing.
struct BlockSizeTests {
    private static let header = "运单号,统一社会信用代码,企业名称,发货日期,件数,状态,承运商,备注"

    /// Rows that collide, fail and differ in every way, in an order of their own.
    static let rows: [String] = {
        let names = ["甲", "甲", "甲", "甲", "甲", "乙", "丙", "丁", "谁", "广州（甲）公司", "乙店", "另一家", ""]
        let waybills = ["SF", "'sf", "=\"SF", "ＳＦ", "圆通", "77301234567890123456789"]
        let dates = [
            "2026-05-05", "2026-05-06", "2026-05-07 10:30", "2026/5/9", "20260301", "2025-12-31",
            "1/5/26", "2026年7月1日", "46027",
        ]
        let pieces = ["1", "1", "1", "2", "", "-", "两", "\"1,234\"", "12.0", "0"]
        let statuses = ["", "", "", "已签收", "已签收", "退回", "拒收", "退回中", "客户取消"]
        let carriers = ["顺丰", "SF", "圆通", "", "某某货运", "另一货运"]
        let notes = ["", "\"a,b\"", "\"x\ny\"", "\"\"\"\"", "plain", "\"r\r\nn\""]
        var number = 7
        func next(_ count: Int) -> Int {
            number = (number &* 1_103_515_245 &+ 12345) & 0x7FFF_FFFF
            return (number >> 12) % count
        }
        return (0..<260).map { row in
            let kind = waybills[next(waybills.count)]
            let waybill = kind + "\(next(120))" + (kind.hasPrefix("=") ? "\"" : "")
            let code = next(3) == 0 ? IntakeSample.codes["甲"] ?? "" : ""
            return [
                waybill, code, code.isEmpty ? names[next(names.count)] : "",
                dates[next(dates.count)], pieces[next(pieces.count)],
                statuses[next(statuses.count)],
                carriers[next(carriers.count)], notes[next(notes.count)],
            ].joined(separator: ",")
        }
    }()

    static func sample(_ rows: [String], names: [String] = ["a.csv", "b.csv", "c.csv"])
        -> IntakeSample
    {
        let odd = [
            "", "   ,,", "合计,共 9 笔,,,5,,,", "\"open,甲,,2026-05-05,1,,,",
            "1.2E+14,,甲,2026-05-05,1,,,",
            "773012345678901000,,甲,2026-05-05,1,,,", "a,b", "\"\"\"",
        ]
        let third = rows.count / 3
        var sample = IntakeSample()
        let text = ([header] + Array(rows[..<third]) + odd).joined(separator: "\r\n")
        sample.add(names[0], text)
        sample.add(
            names[1],
            ([header] + Array(rows[third..<third * 2]) + odd + [""]).joined(separator: "\n"))
        // UTF-16, with a half of a surrogate pair among its rows.
        let units = Array(
            ("\u{FEFF}报表\r" + header + "\r" + rows[(third * 2)...].joined(separator: "\r")).utf16)
        let broken = units + [0x0D, 0xD83D] + Array(",,甲,2026-05-05,1,,,".utf16)
        sample.add(names[2], bytes: broken.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
        return sample
    }

    @Test func everyBlockSizeAndNumberOfThreadsGivesTheSame() throws {
        let sample = Self.sample(Self.rows)
        let expected = try sample.outcome(IntakeOptions(threads: 1, blockBytes: 1 << 20))
        #expect(expected.rows.min() ?? 0 > 5, "\(expected.rows)")
        #expect(Set(expected.findings.map { $0.split(separator: " ")[1] }).count >= 17)
        for blockBytes in [1, 2, 3, 7, 42, 4096, 1 << 20] {
            for threads in [1, 2, 8] {
                let outcome = try sample.outcome(
                    IntakeOptions(threads: threads, blockBytes: blockBytes))
                #expect(outcome == expected, "\(blockBytes) bytes, \(threads) threads")
            }
        }
    }

    @Test(arguments: [0, 1000, 20_000])
    func shipmentsThatGoToAFileComeBackTheSame(memoryBytes: Int) throws {
        let sample = Self.sample(Self.rows)
        let expected = try sample.outcome(IntakeOptions(threads: 1))
        let outcome = try sample.outcome(
            IntakeOptions(threads: 3, blockBytes: 512, memoryBytes: memoryBytes))
        #expect(outcome == expected)
    }

    /// Rows that lie on the same places in other files, or in another order.
    @Test(arguments: 1...5)
    func orderOfRowsAndNamesOfFilesDecideNoVolume(seed: Int) throws {
        let expected = try Self.sample(Self.rows).outcome()
        var draw = SeededGenerator(state: UInt64(seed))
        let names = ["z.csv", "圆通 2026.csv", "0.txt"].shuffled(using: &draw)
        let outcome = try Self.sample(Self.rows.shuffled(using: &draw), names: names).outcome()
        #expect(outcome.volumes == expected.volumes)
        #expect(outcome.months == expected.months)
        #expect(outcome.rows == expected.rows)
        #expect(outcome.stepEight == expected.stepEight)
        #expect(outcome.statuses == expected.statuses)
        #expect(outcome.enterprises == expected.enterprises)
    }

    @Test func amongEqualRowsTheFirstByFileAndLineCounts() throws {
        var sample = IntakeSample()
        let row = "SF1,甲,2026-05-05,1\n"
        sample.add("b.csv", IntakeSample.header + "\n" + row)
        sample.add("a.csv", IntakeSample.header + "\n" + row + row)
        for threads in [1, 4] {
            let findings = try sample.outcome(IntakeOptions(threads: threads, blockBytes: 8))
                .findings
            #expect(findings == ["a.csv:3 duplicate.same", "b.csv:2 duplicate.same"])
        }
    }
}

/// SplitMix64: the same numbers in every run.
private struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
