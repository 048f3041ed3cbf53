import Intake
import Subsidy
import Testing

/// Findings and figures about whole files.
struct ReadingTests {
    @Test(
        arguments: [
            (["2026-03-01", "2026-05-01"], ["2026-04"]),
            (["2026-03-01", "2026-04-01", "2026-05-01"], []),
            (["2026-12-31", "2026-09-01"], ["2026-10", "2026-11"]), (["2026-05-05"], []),
            (["2025-11-01", "2026-01-01", "2027-03-01"], []), ([], []),
        ] as [([String], [String])])
    func monthWithNothingBetweenOthersIsNamed(dates: [String], missing: [String]) throws {
        var sample = IntakeSample()
        let rows = dates.enumerated().map { "SF\($0),甲,\($1),1" }
        sample.add("a.csv", ([IntakeSample.header] + rows).joined(separator: "\n"))
        let months = try sample.reading().findings.joined().filter { $0.code == .coverageMonth }
        #expect(months.map(\.line) == missing.map { _ in nil })
        #expect(
            months.map { "\($0.detail)" }
                == missing.map { month in
                    "\(FindingDetail.month(Month(year: 2026, month: Int(month.suffix(2)) ?? 0)))"
                })
    }

    @Test func rowOfAnyClassFillsItsMonth() throws {
        let outcome = try IntakeSample(
            "运单号,企业名称,发货日期,件数,状态", "SF1,甲,2026-03-01,1,", "SF2,,2026-04-01,1,",
            "SF3,甲,2026-05-01,1,退回", "SF4,甲,2026-06-01,1,"
        ).outcome()
        #expect(outcome.findings == ["3 enterprise.missing", "4 status.not-counted"])
    }

    @Test func fileThatIsAnothersCopyIsNamed() throws {
        let text = IntakeSample.header + "\nSF1,甲,2026-05-05,1\n"
        var sample = IntakeSample()
        sample.add("a.csv", text)
        sample.add("b.csv", text)
        sample.add("c.csv", text + "\n")
        let reading = try sample.reading()
        let copies = reading.findings.joined().filter { $0.code == .fileRepeated }
        #expect(copies.map(\.source) == [.export(1)])
        #expect(copies.map(\.detail) == [.sameAs(0)])
        #expect(reading.total.rows(.duplicate) == 2)
    }

    @Test func statusThatReadsLikeAReturnIsNamedOncePerFile() throws {
        var sample = IntakeSample()
        let header = "运单号,企业名称,发货日期,件数,状态\n"
        sample.add(
            "a.csv",
            header + "SF1,甲,2026-05-05,2,\nSF2,甲,2026-05-05,3,退回中\nSF3,甲,2026-05-05,4,退回中\n")
        sample.add("b.csv", header + "YT1,甲,2026-05-05,1,退回中\nYT2,甲,2026-05-05,1,退回\n")
        let reading = try sample.reading()
        let unlisted = reading.findings.joined().filter { $0.code == .statusUnlisted }
        #expect(unlisted.map(\.source) == [.export(0), .export(1)])
        #expect(unlisted.map(\.line) == [3, 2])
        #expect(unlisted.map(\.volume) == [7, 1])
        #expect(unlisted.map(\.detail) == [.status("退回中", rows: 2), .status("退回中", rows: 1)])
        #expect(
            Set(reading.statuses) == [
                StatusCount(status: "退回中", rows: 3, counts: true),
                StatusCount(status: "", rows: 1, counts: true),
                StatusCount(status: "退回", rows: 1, counts: false),
            ])
        #expect(reading.statuses.first?.status == "退回中")
    }

    @Test func enterprisesThatNoRosterHasAreKeptByCodeOrName() throws {
        let code = IntakeSample.strangersCode
        let reading = try IntakeSample(
            "运单号,统一社会信用代码,企业名称,发货日期", "SF1,\(code),,2026-05-05",
            "SF2,\(code.lowercased()),谁,2026-05-05",
            "SF3,,谁,2026-05-05", "SF4,, 谁 ,2026-05-05"
        ).reading(IntakeOptions(threads: 1))
        #expect(Set(reading.strangers) == [.code(try USCC(code)), .name("谁")])
        #expect(reading.stepEight.notOnRoster == 4)
    }

    @Test func limitsWeighEachWaybillOnceAtItsSmallest() throws {
        let outcome = try IntakeSample(
            IntakeSample.header, "SF1,甲,2026-05-05,5", "SF1,乙,2026-05-05,3", "SF1,谁,2026-05-05,9",
            "SF2,丙,2026-05-05,7", "SF2,丙,2026-05-05,6", "SF3,谁,2026-05-05,4"
        ).outcome()
        #expect(outcome.stepEight.contested == 3)
        #expect(outcome.stepEight.refused == 6)
        #expect(outcome.stepEight.notOnRoster == 4)
    }

    @Test func pendingEnterprisesVolumeIsCounted() throws {
        #expect(
            try IntakeSample(IntakeSample.header, "SF1,丁,2026-05-05,5").outcome().volumes
                == ["丁": 5])
    }

    @Test func enterprisesThatARowNamesAreKnownWhateverBecameOfIt() throws {
        let outcome = try IntakeSample(
            "运单号,企业名称,发货日期,件数,状态", "SF1,甲,2025-05-05,5,", "SF2,乙,2026-05-05,5,退回", ",丙,x,5,"
        ).outcome()
        #expect(outcome.enterprises == ["丙", "乙", "甲"])
    }

    @Test func longWaybillsAreComparedWhole() throws {
        let long = String(repeating: "9", count: 40)
        let outcome = try IntakeSample(
            IntakeSample.header, "\(long)1,甲,2026-05-05,1", "\(long)2,甲,2026-05-05,1",
            "'\(long)1,甲,2026-05-05,1", "圆 通,甲,2026-05-05,1", "圆 通,甲,2026-05-05,1"
        ).outcome()
        #expect(outcome.findings == ["4 duplicate.same", "6 duplicate.same"])
        #expect(outcome.volumes == ["甲": 3])
    }
}
