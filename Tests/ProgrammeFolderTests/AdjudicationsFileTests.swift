import ProgrammeFolder
import Subsidy
import Testing

struct AdjudicationsFileTests {
    private static let header = "运单号,月份,承运商,出货量,统一社会信用代码,文号,日期"
    private static let code = "9144030071526726XG"

    private func adjudications(
        _ lines: String..., unit: VolumeUnit = .pieces
    ) throws(InputFault) -> [Adjudication] {
        try AdjudicationsFile.adjudications(
            of: Array((lines.joined(separator: "\n") + "\n").utf8), unit: unit)
    }

    private func fault(_ lines: String...) -> InputFault? {
        do throws(InputFault) {
            _ = try AdjudicationsFile.adjudications(
                of: Array((lines.joined(separator: "\n") + "\n").utf8), unit: .pieces)
            return nil
        } catch {
            return error
        }
    }

    @Test func decisionOnAWaybillIsRead() throws {
        let date = try #require(CalendarDate(iso: "2027-01-05"))
        let read = try adjudications(
            Self.header, " 'sf１００1 ,,,,\(Self.code.lowercased()),联盟〔2027〕1号,2027/1/5",
            "圆 通,,顺丰,, 无 ,二号,20270105", "X1,,,,None,三号,2027-01-05")
        #expect(
            read == [
                Adjudication(
                    subject: .waybill(Array("SF1001".utf8)), winner: try USCC(Self.code),
                    reference: "联盟〔2027〕1号", date: date, line: 2),
                Adjudication(
                    subject: .waybill(Array("圆 通".utf8)), winner: nil, reference: "二号",
                    date: date, line: 3),
                Adjudication(
                    subject: .waybill(Array("X1".utf8)), winner: nil, reference: "三号", date: date,
                    line: 4),
            ])
    }

    @Test func decisionOnVolumesIsRead() throws {
        let read = try adjudications(
            "month,carrier,volume,uscc,reference,date", "202603, SF ,\"1,234.5\",无,一号,2027-01-05",
            unit: .weight)
        let stated = StatedVolume(
            month: Month(year: 2026, month: 3), carrier: "SF", volume: 1_234_500)
        #expect(read.map(\.subject) == [.volumes(stated)])
    }

    @Test func tableWithoutARowDecidesNothing() throws {
        #expect(try adjudications(Self.header).isEmpty)
    }

    @Test(
        arguments: [
            ("S1,,,,无,,2027-01-05", .missingValue, "文号"),
            ("S1,,,,无,-,2027-01-05", .missingValue, "文号"),
            ("S1,,,,无,一号,", .missingValue, "日期"),
            ("S1,,,,无,一号,1/5/27", .invalidValue(expected: .date), "日期"),
            ("S1,,,,,一号,2027-01-05", .missingValue, "统一社会信用代码"),
            ("S1,,,,9144030071526726X0,一号,2027-01-05", .invalidCode(.checkDigit), "统一社会信用代码"),
            (",,,,无,一号,2027-01-05", .decisionOnTwoThings, "运单号"),
            (",,顺丰,,无,一号,2027-01-05", .decisionOnTwoThings, "运单号"),
            ("S1,2026-03,,,无,一号,2027-01-05", .decisionOnTwoThings, "运单号"),
            ("S1,,,5,无,一号,2027-01-05", .decisionOnTwoThings, "运单号"),
            ("7.7E+13,,,,无,一号,2027-01-05", .invalidValue(expected: .waybill), "运单号"),
            (",2026-13,,5,无,一号,2027-01-05", .invalidValue(expected: .month), "月份"),
            (",,,5,无,一号,2027-01-05", .missingValue, "月份"),
            (",2026-03,,,无,一号,2027-01-05", .missingValue, "出货量"),
            (",2026-03,,1e3,无,一号,2027-01-05", .invalidValue(expected: .volume(.pieces)), "出货量"),
            (",2026-03,,-5,无,一号,2027-01-05", .invalidValue(expected: .volume(.pieces)), "出货量"),
        ] as [(String, InputFault.Problem, String)])
    func rowThatCannotBeUsedNamesItsCell(row: String, problem: InputFault.Problem, column: String) {
        let fault = fault(Self.header, row)
        #expect(fault?.problem == problem)
        #expect(fault?.file == "adjudications.csv" && fault?.line == 2 && fault?.column == column)
    }

    @Test func waybillIsDecidedOnce() {
        let fault = fault(
            Self.header, "s1,,,,无,一号,2027-01-05", "S2,,,,无,一号,2027-01-05",
            "'S1,,,,无,二号,2027-01-05")
        #expect(fault?.problem == .repeatedDecision(firstLine: 2) && fault?.line == 4)
    }

    @Test(arguments: ["运单号,统一社会信用代码,文号", "运单号,文号,日期", "运单号,统一社会信用代码,日期"])
    func columnThatIsMissingIsNamed(header: String) {
        guard case .missingColumn = fault(header)?.problem else {
            Issue.record("a table of adjudications without a column was taken")
            return
        }
    }
}
