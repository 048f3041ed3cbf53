import Intake
import Subsidy
import Testing

/// Step 7 beside what the year before has counted.
@Suite struct YearBeforeTests {
    private static let long = String(repeating: "A", count: 30)

    private static func before(_ numbers: String...) throws -> LateWaybills {
        let packed = numbers.compactMap { WaybillKey(packing: Array($0.utf8).span) }
        let long = numbers.filter { $0.utf8.count > 24 }.map { Array($0.utf8) }
        return LateWaybills(
            packed + long.indices.map { WaybillKey(longNumber: $0) }, longNumbers: long)
    }

    private func outcome(_ rows: String..., before: LateWaybills) throws -> ReadingOutcome {
        var sample = IntakeSample()
        sample.add("a.csv", ([IntakeSample.header] + rows).joined(separator: "\n"))
        sample.yearBefore = before
        return try sample.outcome()
    }

    @Test func waybillOfTheYearBeforeIsADuplicate() throws {
        let outcome = try outcome(
            "SF1,甲,2026-01-01,3", "SF2,甲,2026-01-01,2", "\(Self.long),乙,2026-02-01,1",
            before: Self.before("SF1", "SF9", Self.long))
        #expect(outcome.findings == ["2 duplicate.last-year", "4 duplicate.last-year"])
        #expect(outcome.rows == [1, 2, 0, 0, 0])
        #expect(outcome.volumes == ["甲": 2])
    }

    /// 31 days after the first of January.
    @Test(arguments: [("2026-02-01", 1), ("2026-02-02", 0), ("2026-12-31", 0)])
    func laterDateIsAnotherParcel(date: String, duplicates: Int) throws {
        let outcome = try outcome("SF1,甲,\(date),3", before: Self.before("SF1"))
        #expect(outcome.rows == [1 - duplicates, duplicates, 0, 0, 0])
    }

    @Test func earliestDateDecidesForAllRowsOfAWaybill() throws {
        let before = try Self.before("SF1")
        let outcome = try outcome(
            "SF1,甲,2026-02-05,3", "SF1,甲,2026-01-02,3", before: before)
        #expect(outcome.findings == ["2 duplicate.last-year", "3 duplicate.last-year"])
        let later = try self.outcome(
            "SF1,甲,2026-03-01,3", "SF1,甲,2026-03-02,3", before: before)
        #expect(later.findings == ["3 duplicate.same"])
    }

    @Test func earlierStepsGoFirst() throws {
        let outcome = try outcome(
            "SF1,甲,2026-01-02,3", "SF1,乙,2026-01-02,3", "SF2,丙,2026-01-02,3",
            "SF3,甲,2025-12-31,1", before: Self.before("SF1", "SF2", "SF3"))
        #expect(
            outcome.findings == [
                "2 contested.enterprises", "3 contested.enterprises", "4 duplicate.last-year",
                "5 date.outside-period",
            ])
        #expect(outcome.stepEight.refused == 0)
    }

    /// 31 days before the last of December; by the earliest date, and only what counts.
    @Test func lateWaybillsAreKept() throws {
        let reading = try IntakeSample(
            IntakeSample.header, "SF1,甲,2026-11-29,1", "SF2,甲,2026-11-30,1",
            "SF3,甲,2026-12-31,1", "SF4,丙,2026-12-31,1", "SF5,甲,2026-11-29,1",
            "SF5,甲,2026-12-02,1", "\(Self.long),乙,2026-12-31,1", "SF6,谁,2026-12-31,1"
        ).reading()
        try #expect(reading.late == Self.before("SF2", "SF3", Self.long))
    }

    @Test func volumesByMonthKeepNothing() throws {
        let reading = try IntakeSample("企业名称,月份,出货量", "甲,2026-12,5").reading()
        #expect(reading.total.rows(.counted) == 1)
        #expect(reading.late == .none)
    }

    @Test func threadsHaveNoPart() throws {
        var sample = IntakeSample()
        let rows = (0..<400).map { "SF\($0 % 300),甲,2026-\($0 % 2 == 0 ? "01" : "12")-05,1" }
        sample.add("a.csv", ([IntakeSample.header] + rows).joined(separator: "\n"))
        sample.yearBefore = try Self.before("SF2", "SF3", "SF4", "SF299")
        let one = try sample.reading(IntakeOptions(threads: 1, blockBytes: 64))
        let four = try sample.reading(IntakeOptions(threads: 4, blockBytes: 64))
        #expect(one.late == four.late)
        #expect(one.late.count == 150)
        let codes = [one, four].map {
            $0.findings.joined().count { $0.code == .duplicateLastYear }
        }
        #expect(codes == [4, 4])
    }
}
