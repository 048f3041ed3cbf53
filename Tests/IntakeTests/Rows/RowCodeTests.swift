import Subsidy
import Testing

/// Each code of a row, through one small export.
struct RowCodeTests {
    private static let header = "运单号,统一社会信用代码,企业名称,发货日期,件数,重量,状态,承运商"
    private static let code = "12440600MB2C07549J"
    private static let other = "9144030071526726XG"

    struct Case: CustomTestStringConvertible, Sendable {
        var codes: [String]
        var rows: [String]
        /// Rows counted, duplicate, contested, excluded, rejected.
        var classes: [Int]
        var testDescription: String { codes.first ?? "counted" }
    }

    private static func one(_ code: String, _ row: String, _ classes: [Int]) -> Case {
        Case(codes: ["2 " + code], rows: [row], classes: classes)
    }

    private static let counted = [1, 0, 0, 0, 0]
    private static let excluded = [0, 0, 0, 1, 0]
    private static let rejected = [0, 0, 0, 0, 1]

    private static let alone: [Case] = [
        Case(codes: [], rows: ["SF1,\(code),甲,2026-05-05,2,0.5,已签收,顺丰"], classes: counted),
        Case(codes: [], rows: ["SF1,\(code),,2026/5/5 10:30,,,,"], classes: counted),
        Case(codes: [], rows: ["SF1,,广州(甲) 公司,20260505,1,x,,"], classes: counted),
        Case(codes: [], rows: ["SF1,\(code),谁,2026-05-05,1,,,"], classes: counted),
        one("row.columns", "SF1,\(code),甲,2026-05-05,2,0.5,已签收", rejected),
        one("row.columns", "SF1,\(code),甲,2026-05-05,2,0.5,已签收,顺丰,x", rejected),
        one("row.quote", "\"SF1,\(code),甲,2026-05-05,2,0.5,已签收,顺丰", rejected),
        one("row.quote", "\"SF1\"x,\(code),甲,2026-05-05,2,0.5,已签收,顺丰", rejected),
        one("waybill.missing", "-,\(code),甲,2026-05-05,2,0.5,已签收,顺丰", rejected),
        one("waybill.missing", ",,,,,,,x", rejected),
        one("waybill.excel-damaged", "7.73E+13,\(code),甲,2026-05-05,2,0.5,已签收,顺丰", rejected),
        one("waybill.excel-damaged", "7.73E+13,,,,,,,", rejected),
        one("enterprise.missing", "SF1,,-,2026-05-05,2,0.5,已签收,顺丰", rejected),
        one("enterprise.check-digit", "SF1,12440600MB2C07549K,甲,2026-05-05,2,,,", rejected),
        one("enterprise.check-digit", "SF1,362322198709086409,甲,2026-05-05,2,,,", rejected),
        one("enterprise.contradiction", "SF1,\(code),乙,x,x,x,,", rejected),
        one("enterprise.contradiction", "SF1,\(code),乙店,2026-05-05,2,,,", rejected),
        one("date.missing", "SF1,\(code),甲,,x,,,", rejected),
        one("date.unreadable", "SF1,\(code),甲,46027,x,,,", rejected),
        one("date.unreadable", "SF1,\(code),甲,1/5/26,1,,,", rejected),
        one("pieces.unreadable", "SF1,\(code),甲,2026-05-05,两,,,", rejected),
        one("pieces.not-positive", "SF1,\(code),甲,2026-05-05,0,,,", rejected),
        one("status.not-counted", "SF1,\(code),甲,2026-05-05,1,,退回,", excluded),
        one("status.not-counted", ",x,,,x,,\"　拒收 \",", excluded),
        one("date.outside-period", "SF1,\(code),甲,2025-12-31,1,,,", excluded),
        one("date.outside-period", "SF1,\(code),甲,2027-01-01 00:00,1,,,", excluded),
        one("enterprise.not-on-roster", "SF1,91110000710926094P,,2026-05-05,1,,,", excluded),
        one("enterprise.not-on-roster", "SF1,,谁,2026-05-05,1,,,", excluded),
        one("enterprise.refused", "SF1,,丙,2026-05-05,1,,,", excluded),
        one("waybill.suspicious", "773012345678901000,,甲,2026-05-05,1,,,", counted),
        one("status.unlisted", "SF1,,甲,2026-05-05,1,,退回中,", counted),
    ]

    private static let together: [Case] = [
        Case(
            codes: ["2 status.not-counted", "3 status.returned-elsewhere"],
            rows: ["SF1,,甲,2026-05-05,1,,退回,", "SF1,,甲,2026-05-01,1,,,"], classes: [0, 0, 0, 2, 0]),
        Case(
            codes: ["2 status.not-counted", "3 status.returned-elsewhere"],
            rows: ["SF1,,,x,x,,退回,", "SF1,,甲,2026-05-01,1,,,"], classes: [0, 0, 0, 2, 0]),
        Case(
            codes: ["2 status.not-counted", "3 contested.enterprises"],
            rows: ["SF1,,乙,,,,退回,", "SF1,,甲,2026-05-01,1,,,"], classes: [0, 0, 1, 1, 0]),
        Case(
            codes: ["2 contested.enterprises", "3 contested.enterprises"],
            rows: ["SF1,,乙,2026-05-01,1,,,", "'sf1,,谁,2026-05-01,1,,,"], classes: [0, 0, 2, 0, 0]),
        Case(
            codes: ["2 date.outside-period"],
            rows: ["SF1,,乙,2025-05-01,1,,,", "SF1,,甲,2026-05-01,1,,,"], classes: [1, 0, 0, 1, 0]),
        Case(
            codes: ["2 date.missing"],
            rows: ["SF1,,乙,,1,,,", "SF1,,甲,2026-05-01,1,,,"], classes: [1, 0, 0, 0, 1]),
        Case(
            codes: ["3 duplicate.same"],
            rows: ["SF1,,甲,2026-05-01,1,,,SF", "=\"SF1\",\(code),,2026-05-04,1,,,顺丰"],
            classes: [1, 1, 0, 0, 0]),
        Case(
            codes: ["2 duplicate.same"],
            rows: ["SF1,,甲,2026-05-01,,,,", "SF1,,甲,2026-05-01,3,,,"], classes: [1, 1, 0, 0, 0]),
        Case(
            codes: ["2 duplicate.differs"],
            rows: ["SF1,,甲,2026-05-01,2,,,", "SF1,,甲,2026-05-01,1,,,"], classes: [1, 1, 0, 0, 0]),
        Case(
            codes: ["3 duplicate.differs"],
            rows: ["SF1,,甲,2026-05-01,1,,,", "SF1,,甲,2026-05-05,1,,,"], classes: [1, 1, 0, 0, 0]),
        Case(
            codes: ["3 duplicate.differs"],
            rows: ["SF1,,甲,2026-05-01,1,,,顺丰", "SF1,,甲,2026-05-01,1,,,圆通"],
            classes: [1, 1, 0, 0, 0]),
        Case(
            codes: ["2 enterprise.refused", "3 duplicate.same"],
            rows: ["SF1,,丙,2026-05-01,1,,,", "SF1,,丙,2026-05-01,1,,,"], classes: [0, 1, 0, 1, 0]),
    ]

    @Test(arguments: alone + together)
    func rowHasItsCodeAndClass(example: Case) throws {
        var sample = IntakeSample()
        sample.add("a.csv", ([Self.header] + example.rows).joined(separator: "\n"))
        let outcome = try sample.outcome()
        #expect(outcome.findings == example.codes)
        #expect(outcome.rows == example.classes)
    }

    @Test(
        arguments: [
            ("", "weight.missing"), ("-", "weight.missing"), ("1.0005", "weight.unreadable"),
            ("0.000", "weight.not-positive"), ("-1", "weight.not-positive"),
            ("1kg", "weight.unreadable"),
            ("0.5", nil), ("1,234.5", nil),
        ] as [(String, String?)])
    func weightIsNeededWhereVolumeIsWeight(weight: String, code: String?) throws {
        let row = "SF1,\(Self.code),甲,2026-05-05,x,\"\(weight)\",,"
        let outcome = try IntakeSample(Self.header, row, unit: .weight).outcome()
        #expect(outcome.findings == (code.map { ["2 " + $0] } ?? []))
    }

    @Test func piecesAndWeightAreNotNeededWhereVolumeIsWaybills() throws {
        let sample = IntakeSample(
            Self.header, "SF1,\(Self.code),甲,2026-05-05,x,y,,", "SF2,,甲,2026-05-05,7,,,",
            unit: .waybills)
        #expect(try sample.outcome().volumes == ["甲": 2])
    }

    @Test func volumeIsWhatIsCounted() throws {
        let lines = [
            "SF1,,甲,2026-05-05,2,0.5,,", "SF2,,甲,2026-06-30 23:59,\"1,000\",1,,",
            "SF3,,甲,2026-07-01,,2,,",
            "SF4,,乙,2026-01-01,5,0.125,,",
        ]
        for (unit, volumes) in [
            (VolumeUnit.pieces, ["甲": 1003, "乙": 5]), (.waybills, ["甲": 3, "乙": 1]),
            (.weight, ["甲": 3500, "乙": 125]),
        ] as [(VolumeUnit, [String: UInt128])] {
            var sample = IntakeSample(unit: unit)
            sample.add("a.csv", ([Self.header] + lines).joined(separator: "\n"))
            #expect(try sample.outcome().volumes == volumes)
        }
    }

    @Test func volumeBelongsToTheMonthOfTheEarliestDate() throws {
        let outcome = try IntakeSample(
            Self.header, "SF1,,甲,2026-05-05,2,,,", "SF1,,甲,2026-04-30,3,,,"
        ).outcome()
        #expect(outcome.months["甲"] == [0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0])
    }

    @Test func onlyMappedColumnsAreRead() throws {
        let outcome = try IntakeSample(
            "收件人,客户名称,运单号,企业名称,发货日期,手机", "张三,乙,SF1,甲,2026-05-05,13800000000",
            "张三,乙,,甲,2026-05-05,13800000000"
        ).outcome()
        #expect(outcome.volumes == ["甲": 1])
        #expect(!outcome.details.joined().contains("张三"))
        #expect(!outcome.details.joined().contains("138"))
    }

    @Test func findingNamesColumnWaybillEnterpriseAndCell() throws {
        let outcome = try IntakeSample(
            IntakeSample.header, "'sf1,甲店,2026-05-05,两", ",乙,2026-05-05,3"
        ).outcome()
        #expect(
            outcome.details == [
                "2 pieces.unreadable position(3) 甲 SF1  cell(\"两\")",
                "3 waybill.missing position(0) 乙  3 cell(\"\")",
            ])
    }
}
