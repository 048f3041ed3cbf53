import Subsidy
import Testing

@testable import Documents

struct QuarantineTests {
    private static let columns = ["运单号", "企业名称", "发货日期", "件数", "状态", "收件人", ""]

    private func lines(
        _ cells: [(ShipmentField, Int, String)], columns: [String] = columns,
        code: FindingCode = .dateUnreadable
    ) throws -> [String] {
        var sample = try Sample.plain()
        sample.files = [Sample.file("sf.csv", columns: columns)]
        sample.files[0].tally.add(.rejected, volume: nil)
        sample.findings = [Finding(code, source: .export(0), line: 12, detail: .cell("x"))]
        var rows = RejectedRows()
        rows.beginRow(at: Place(file: 0, line: 12))
        for (field, column, text) in cells {
            rows.add(field, column: column, text: Array(text.utf8))
        }
        sample.rejected = [RejectedRows(), rows]
        let documents = Quarantine.documents(of: try sample.settlement(), language: .zh)
        let document = try #require(documents.first)
        #expect(document.path == "quarantine/sf.csv")
        return String(decoding: document.bytes, as: UTF8.self).components("\r\n")
    }

    private static let reason = "发货日期无法识别（“x”）。请改为 2026-01-05 这样的写法后重新导出。"

    @Test func rowHasLineCodeReasonAndTheCellsThatWereRead() throws {
        let lines = try lines([(.waybill, 0, "SF1"), (.enterprise, 1, "甲"), (.shipped, 2, "x")])
        #expect(
            lines == [
                "\u{FEFF}行号,代码,原因,运单号,企业名称,发货日期,件数,状态,收件人",
                "12,date.unreadable,\(Self.reason),SF1,甲,x,,,", "",
            ])
    }

    @Test func rowWithoutCellsIsNamedByLineAndCode() throws {
        let lines = try lines([], code: .rowTooLong)
        #expect(lines[1].hasPrefix("12,row.too-long,"))
        #expect(lines[1].hasSuffix(",,,,,,"))
    }

    @Test(
        arguments: [
            // Formulas are guarded, and what CSV asks for is quoted.
            (.shipped, "=NOW()", "'=NOW()"), (.waybill, "=\"773\"", "\"'=\"\"773\"\"\""),
            (.enterprise, "甲,乙", "\"甲,乙\""), (.carrier, "＠x", "'＠x"), (.pieces, "-2", "'-2"),
            (.waybill, "'773", "'773"), (.waybill, "123456789012345", "123456789012345"),
            // A resident's number in the place of a code or a name is masked.
            (.uscc, "362322198709086409", "362*************09"),
            (.uscc, "362322870908640", "362**********40"),
            (.enterprise, "身份证362322198709086409", "身份证362*************09"),
            // A waybill that looks like one is how the row is found again.
            (.waybill, "362322198709086409", "362322198709086409"),
            // Some systems write who signed for a parcel into its status.
            (.status, "已签收 13800138000", "已签收 ***********"),
            (.status, "13800138000", "***********"),
        ] as [(ShipmentField, String, String)])
    func cellIsFitToBeSent(field: ShipmentField, text: String, shown: String) throws {
        let lines = try lines([(field, 0, text)])
        #expect(lines[1] == "12,date.unreadable,\(Self.reason),\(shown),,,,,")
    }

    @Test func namesOfColumnsAreGuardedAndShort() throws {
        let long = String(repeating: "长", count: 61)
        let lines = try lines([], columns: ["=A1", "\t运单号 ", "a\nb", long])
        #expect(
            lines[0] == "\u{FEFF}行号,代码,原因,'=A1,运单号,a␊b,\(long.dropLast())…")
    }

    @Test func exportWithoutRejectedRowsHasNoFile() throws {
        #expect(Quarantine.documents(of: try Sample.plain().settlement(), language: .zh).isEmpty)
    }
}

extension String {
    fileprivate func components(_ separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}
