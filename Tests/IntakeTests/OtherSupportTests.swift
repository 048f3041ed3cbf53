import Intake
import Subsidy
import Testing

struct OtherSupportTests {
    /// Grants by name, in yuan: 甲 and 乙 take part, 丙 is refused, 丁 is pending.
    private func reading(
        _ grants: [(name: String, level: SupportGrant.Level, fen: Int64)], _ sample: IntakeSample,
        _ options: IntakeOptions = IntakeOptions(threads: 2)
    ) throws -> Reading {
        let roster = try IntakeSample.roster()
        let support = OtherSupport(
            try grants.map { grant in
                let code = try #require(IntakeSample.codes[grant.name])
                return SupportGrant(
                    enterprise: try #require(roster.enterprise(code: USCC(code))),
                    level: grant.level, programme: "样例", amount: Fen(grant.fen), waiver: nil)
            })
        return try sample.withFolder { path in
            try ExportIntake.reading(
                of: ExportFolder(path: path, name: "exports"), programme: sample.programme(),
                roster: roster, support: support, options: options)
        }
    }

    private func outcome(
        _ grants: [(name: String, level: SupportGrant.Level, fen: Int64)], _ sample: IntakeSample
    ) throws -> ReadingOutcome {
        ReadingOutcome(try reading(grants, sample), roster: try IntakeSample.roster())
    }

    private let sample = IntakeSample(
        IntakeSample.header, "SF1,甲,2026-05-05,4", "SF2,乙,2026-06-05,3", "SF3,乙,2026-07-05,3",
        "SF3,乙,2026-07-06,9", "SF4,丙,2026-05-05,7", "SF5,丁,2026-05-05,2")

    @Test func districtSupportExcludesRows() throws {
        let outcome = try outcome([("乙", .district, 1), ("丙", .district, 1)], sample)
        #expect(
            outcome.findings == [
                "3 enterprise.other-support", "4 enterprise.other-support", "5 duplicate.differs",
                "6 enterprise.refused",
            ])
        #expect(outcome.volumes == ["甲": 4, "丁": 2])
        #expect(outcome.rows == [2, 1, 0, 3, 0])
        #expect(outcome.stepEight.otherSupport == 6)
        #expect(outcome.stepEight.refused == 7)
    }

    /// Quotas of the 50,000,000 fen beside those without city support: 乙 6 of 12, 丁 2 of 6.
    @Test func whoHasMoreFromTheCityLeaves() throws {
        let leaves = try outcome([("乙", .city, 25_000_001)], sample)
        #expect(leaves.volumes == ["甲": 4, "丁": 2])
        #expect(
            leaves.findings == [
                "3 enterprise.other-support", "4 enterprise.other-support", "5 duplicate.differs",
                "6 enterprise.refused",
            ])
        #expect(leaves.rows == [2, 1, 0, 3, 0])
        #expect(leaves.stepEight.otherSupport == 6)
        let stays = try outcome([("乙", .city, 25_000_000)], sample)
        #expect(stays.volumes == ["甲": 4, "乙": 6, "丁": 2])
        #expect(stays.months["乙"]?[5...6] == [3, 3])
        #expect(stays.rows == [4, 1, 0, 1, 0])
        #expect(stays.stepEight.otherSupport == 0)
        #expect(stays == (try outcome([], sample)))
    }

    @Test func pendingEnterpriseTakesPartInTheOrder() throws {
        #expect(try outcome([("丁", .city, 8_333_333)], sample).volumes["丁"] == 2)
        #expect(try outcome([("丁", .city, 8_333_334)], sample).volumes["丁"] == nil)
    }

    @Test func findingSaysBothAmounts() throws {
        let reading = try reading([("乙", .city, 30_000_000)], sample)
        let finding = try #require(
            reading.findings.joined().first { $0.code == .enterpriseOtherSupport })
        #expect(
            finding.detail
                == .otherSupport(.city, amountFen: 30_000_000, quotaFen: 25_000_000))
        #expect(finding.column == .position(1))
        #expect(finding.volume == 3)
    }

    @Test func nobodyMayBeLeft() throws {
        let sample = IntakeSample(IntakeSample.header, "SF1,甲,2026-05-05,4")
        let reading = try reading([("甲", .city, 50_000_001)], sample)
        #expect(reading.volumes.total == 0)
        #expect(reading.support.leavingCount == 1)
    }

    /// What is kept aside comes from any thread and block, and from temporary files too.
    @Test func threadsBlocksAndMemoryDoNotShow() throws {
        var sample = IntakeSample()
        for file in 0..<3 {
            let rows = (0..<200).map { row in
                "\(file)-\(row % 150),\(["甲", "乙", "丁", "谁"][row % 4]),2026-0\(row % 9 + 1)-05,\(row % 7 + 1)"
            }
            sample.add("\(file).csv", ([IntakeSample.header] + rows).joined(separator: "\n"))
        }
        let grants: [(String, SupportGrant.Level, Int64)] = [
            ("甲", .city, 20_000_000), ("乙", .city, 10_000_000), ("丁", .district, 1),
        ]
        let roster = try IntakeSample.roster()
        let expected = ReadingOutcome(try reading(grants, sample), roster: roster)
        #expect(expected.stepEight.otherSupport > 0)
        #expect(expected.volumes["乙"] != nil)
        for threads in 1...3 {
            let options = IntakeOptions(threads: threads, blockBytes: 97, memoryBytes: 1)
            let outcome = ReadingOutcome(try reading(grants, sample, options), roster: roster)
            #expect(outcome == expected)
        }
    }
}
