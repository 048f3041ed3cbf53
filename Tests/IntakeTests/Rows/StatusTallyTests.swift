import Intake
import Subsidy
import Testing

/// What is told of statuses does not follow from the order in which rows are met.
struct StatusTallyTests {
    private static let header = "运单号,企业名称,发货日期,件数,状态"

    /// `free` free texts, each once, in their order or the other way round, between rows of 退回 and
    /// of 签收, and some that read as if they should not count.
    private static func sample(free: Int, isReversed: Bool) -> IntakeSample {
        var rows: [String] = []
        for number in 0..<free {
            rows.append("F\(number),甲,2026-05-05,1,备注\(number)")
            if number % 10 == 0 { rows.append("R\(number),甲,2026-05-05,1,退回") }
            if number % 3 == 0 { rows.append("S\(number),甲,2026-05-05,1,签收") }
            if number % 100 == 0 { rows.append("U\(number),甲,2026-05-05,1,退往\(number)号") }
        }
        if isReversed { rows.reverse() }
        let lines = rows.joined(separator: "\n")
        var sample = IntakeSample()
        sample.add("a.csv", "\(header)\n\(lines)\n")
        sample.add("b.csv", "\(header)\nB1,乙,2026-05-05,1,派件\nB2,乙,2026-05-05,1,退回\n")
        return sample
    }

    @Test(arguments: [900, 989, 990, 2500])
    func orderAndThreadsDecideNothing(_ free: Int) throws {
        let expected = try Self.sample(free: free, isReversed: false)
            .outcome(IntakeOptions(threads: 1))
        for isReversed in [false, true] {
            let sample = Self.sample(free: free, isReversed: isReversed)
            for (threads, blockBytes) in [(1, 1 << 20), (2, 700), (8, 64), (2, 4096)] {
                let outcome = try sample.outcome(
                    IntakeOptions(threads: threads, blockBytes: blockBytes))
                #expect(outcome.statuses == expected.statuses, "\(threads), \(blockBytes)")
                guard !isReversed else { continue }
                #expect(outcome.details == expected.details, "\(threads), \(blockBytes)")
            }
        }
    }

    @Test func freeTextIsToldByWhatBecomesOfItsRows() throws {
        let outcome = try Self.sample(free: 2500, isReversed: false).outcome(
            IntakeOptions(threads: 2))
        // 2,500 free texts, 834 of 签收 and 25 that read like returns.
        #expect(outcome.statuses == ["… 3359 true", "退回 251 false", "派件 1 true"])
        let unlisted = outcome.details.filter { $0.contains("status.unlisted") }
        #expect(unlisted.count == 1, "\(unlisted)")
        #expect(unlisted.first?.contains("…") == true, "\(unlisted)")
    }

    @Test func asManyAsAreListedAreListed() throws {
        let outcome = try Self.sample(free: 900, isReversed: false).outcome(
            IntakeOptions(threads: 2))
        // With 签收, 退回, 派件 and nine that read like returns.
        #expect(outcome.statuses.count == 912)
        #expect(!outcome.statuses.contains { $0.hasPrefix("…") })
    }

    @Test func reportListsTheMostFrequentOfManyExports() throws {
        let files = (0..<3).flatMap { file in
            (0..<600).map { StatusCount(status: "\(file)-\($0)", rows: 1 + $0, counts: $0 != 5) }
        }
        let listed = StatusCount.listed(files)
        #expect(listed.count == 1004)
        #expect(listed.filter { !$0.counts }.map(\.rows) == [6, 6, 6])
        let (rows, all) = (listed.map(\.rows).reduce(0, +), files.map(\.rows).reduce(0, +))
        #expect(rows == all)
        #expect(listed.contains { $0.status == StatusRule.others && $0.counts })
        #expect(StatusCount.listed(Array(files.reversed())) == listed)
    }

    @Test func rowsOfBothKindsOfFreeTextAreAllTold() throws {
        let rows = (0..<1500).flatMap {
            ["A\($0),甲,2026-05-05,1,备注\($0)", "B\($0),甲,2026-05-05,1,退往\($0)"]
        }
        var sample = IntakeSample()
        sample.add("a.csv", Self.header + "\n" + rows.joined(separator: "\n") + "\n")
        let outcome = try sample.outcome(IntakeOptions(threads: 2))
        #expect(outcome.statuses == ["… 3000 true"])
    }

    /// The digits of a long number are not shown, so one text may count and not count.
    @Test func statusesThatAreShownAlikeStandInOneOrder() {
        let alike = [true, false].map { StatusCount(status: "编号********", rows: 1, counts: $0) }
        for _ in 0..<50 {
            #expect(StatusCount.listed(alike) == alike)
            #expect(StatusCount.listed(alike.reversed()) == alike)
        }
    }

    @Test func onlyStatusesOfRowsThatAreTakenApartMakeFreeText() throws {
        func bytes(_ range: Range<Int>, broken: Bool) -> [UInt8] {
            range.flatMap { number -> [UInt8] in
                Array("A\(number)".utf8) + (broken ? [0xFF] : [])
                    + Array(",甲,2026-05-05,1,备注\(number)\n".utf8)
            }
        }
        var sample = IntakeSample()
        sample.add(
            "a.csv",
            bytes: Array((Self.header + "\n").utf8) + bytes(0..<600, broken: true)
                + bytes(600..<1200, broken: false))
        #expect(try sample.outcome(IntakeOptions(threads: 1)).statuses.count == 600)
    }
}
