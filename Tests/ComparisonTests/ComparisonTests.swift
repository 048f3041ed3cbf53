import Documents
import Testing

@testable import Comparison

struct ComparisonTests {
    private static func report(
        state: String = "draft", volume: String = "7", more: String = ""
    ) throws -> ComparedReport {
        let json = """
            {"schema": 1, "state": "\(state)", "version": "\(state)", "pool": "10.00",
            "settings": {"language": "zh", "payment-date": null, "volume": "pieces",
            "exports": [{"file": "a*"}, {"file": "b*"}]},
            "inputs": [{"name": "roster.csv", "sha256": "00"}],
            "awards": [{"uscc": "A", "name": "甲", "volume": "\(volume)", "amount": "\(volume).00"}]
            \(more)}
            """
        return try #require(ComparedReport(report: Array(json.utf8)))
    }

    @Test func stateAndVersionAreNoDifference() throws {
        let comparison = FolderComparison(
            try Self.report(), try Self.report(state: "published"))
        #expect(comparison.isEmpty)
        #expect(ComparisonText.lines(comparison, language: .zh).isEmpty)
    }

    @Test(arguments: [
        (Language.zh, "企业 (1)"), (.en, "Enterprises (1)"),
    ])
    func enterpriseShowsItsDifferenceWithSign(language: Language, title: String) throws {
        let comparison = FolderComparison(try Self.report(), try Self.report(volume: "5"))
        #expect(
            ComparisonText.lines(comparison, language: language) == [
                title, "  A  甲", "    amount  7.00 → 5.00  (−2.00)",
                "    volume  7 → 5        (−2)",
            ])
    }

    @Test func nameMakesNoLineOfItsOwn() throws {
        let report = { (amount: String) in
            #"{"schema": 1, "state": "draft", "awards": [{"uscc": "A", "#
                + #""name": "甲\nfentan: paid\u001b[2K", "amount": "\#(amount)"}]}"#
        }
        let old = try #require(ComparedReport(report: Array(report("1.00").utf8)))
        let new = try #require(ComparedReport(report: Array(report("2.00").utf8)))
        #expect(
            ComparisonText.lines(FolderComparison(old, new), language: .en) == [
                "Enterprises (1)", "  A  甲␊fentan: paid␛[2K", "    amount  1.00 → 2.00  (+1.00)",
            ])
    }

    @Test func unknownKeysAreComparedToo() throws {
        let old = try Self.report(
            more: #", "adjudications": [{"waybill": "W1", "line": 2, "yuan": "1.00"}]"#)
        let new = try Self.report(
            more: #", "adjudications": [{"waybill": "W0", "line": 2, "yuan": "3.00"}, "#
                + #"{"waybill": "W1", "line": 3, "yuan": "1.50"}]"#)
        let comparison = FolderComparison(old, new)
        #expect(
            comparison.others.map(\.name) == [
                "adjudications.W0.line", "adjudications.W0.waybill", "adjudications.W0.yuan",
                "adjudications.W1.line", "adjudications.W1.yuan",
            ])
    }

    @Test func orderOfSettingsMatters() throws {
        let json = { (first: String, second: String) in
            #"{"schema": 1, "state": "draft", "settings": {"exports": [{"file": "\#(first)"}, "#
                + #"{"file": "\#(second)"}]}}"#
        }
        let old = try #require(ComparedReport(report: Array(json("a", "b").utf8)))
        let new = try #require(ComparedReport(report: Array(json("b", "a").utf8)))
        #expect(FolderComparison(old, new).settings.count == 2)
    }

    @Test func repeatedFindingsAreCounted() throws {
        let header = "\u{FEFF}文件,行号,列,代码,统一社会信用代码,运单号,说明\r\n"
        let line = "a.csv,3,运单号,duplicate.same,A,W1,说\r\n"
        let report = #"{"schema": 1, "state": "draft"}"#
        let old = try #require(
            ComparedReport(report: Array(report.utf8), findings: Array((header + line).utf8)))
        let new = try #require(
            ComparedReport(
                report: Array(report.utf8), findings: Array((header + line + line).utf8)))
        #expect(FolderComparison(old, new).newFindings.count == 1)
        #expect(FolderComparison(new, old).goneFindings.count == 1)
    }

    @Test(arguments: [
        ("7", "5", "−2"), ("1.00", "1.05", "+0.05"), ("500000.00", "499999.99", "−0.01"),
        ("12.500", "12", "−0.500"),
        ("0", "99999999999999999999999999", "+99999999999999999999999999"),
        ("a", "1", nil), ("1/2", "1", nil), ("", "1", nil), ("1.", "2", nil), ("-1", "2", nil),
    ])
    func differenceIsExact(old: String, new: String, difference: String?) {
        #expect(SignedDifference.text(from: old, to: new) == difference)
    }

    @Test(arguments: ["", "[]", "{}", #"{"schema": 2, "state": "draft"}"#, #"{"schema": 1}"#])
    func whatIsNoReportIsNone(json: String) {
        #expect(ComparedReport(report: Array(json.utf8)) == nil)
    }
}
