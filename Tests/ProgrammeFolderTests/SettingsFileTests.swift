import ProgrammeFolder
import Subsidy
import Testing

struct SettingsFileTests {
    @Test func onlyYearAndPayerAreRequired() throws {
        let programme = try SettingsSample.programme()
        #expect(programme.title == "从化区直播电商物流配套补贴")
        #expect(programme.year == 2026)
        #expect(programme.pool == Fen(50_000_000))
        #expect(programme.unit == .pieces)
        #expect(programme.period.from.description == "2026-01-01")
        #expect(programme.period.to.description == "2026-12-31")
        #expect(
            programme.notCounted == [
                "已退回", "退回", "退件", "退货", "退回签收", "退货签收", "拒收", "已拒收", "拒签", "拦截", "已拦截",
                "已取消", "取消", "作废",
            ])
        let one = try #require(Percentage("1%"))
        #expect(programme.limits == Limits(rejected: one, contested: one, unknown: one))
        #expect(programme.paymentDate == nil)
        #expect(programme.approval == nil)
        #expect(programme.payments.map(\.name) == ["pain.001", "neutral", "neutral-workbook"])
        #expect(programme.exports == [])
    }

    @Test func everyKeyIsRead() throws {
        let programme = try SettingsSample.programme(
            """
            programme: 二〇二六年补贴
            pool: 500000.10
            volume: weight
            period: {from: 2026-03-01, to: 2027-02-28}
            not-counted: [退回, （拒收）]
            max-rejected: 0.5%
            max-contested: 2%
            max-unknown: 0%
            payment-date: 2027-03-15
            approval: {reference: 从府办〔2027〕1号, date: 2027-03-01}
            payments: [neutral]
            exports:
              - {file: "sf-*.csv", encoding: GB18030, carrier: 顺丰, uscc: 9144030071526726XG, control: ignore}
              - file: "*.csv"
                columns: {waybill: 单据号, shipped: 出库日}
            """)
        #expect(programme.title == "二〇二六年补贴")
        #expect(programme.pool == Fen(50_000_010))
        #expect(programme.unit == .weight)
        #expect(programme.period.from.description == "2026-03-01")
        #expect(programme.period.to.description == "2027-02-28")
        #expect(programme.notCounted == ["退回", "(拒收)"])
        #expect(programme.limits.rejected == Percentage("0.5%"))
        #expect(programme.limits.contested == Percentage("2%"))
        #expect(programme.limits.unknown == Percentage("0%"))
        #expect(programme.paymentDate?.description == "2027-03-15")
        #expect(programme.approval?.reference == "从府办〔2027〕1号")
        #expect(programme.approval?.date.description == "2027-03-01")
        #expect(programme.payments.map(\.name) == ["neutral"])
        #expect(
            programme.exports.map { export in
                var export = export
                export.line = nil
                return export
            } == [
                ExportSettings(
                    pattern: "sf-*.csv", encoding: "gb18030", carrier: "顺丰",
                    uscc: try USCC("9144030071526726XG"), columns: [:], control: .ignore),
                ExportSettings(
                    pattern: "*.csv", encoding: nil, carrier: nil, uscc: nil,
                    columns: ["waybill": "单据号", "shipped": "出库日"], control: .compare),
            ])
    }

    @Test(arguments: [
        "0044050158000000001", "\"0044050158000000001\"", "'0044050158000000001'",
        "\"0044 0501 5800 0000 001\"",
    ])
    func accountKeepsItsZeros(typed: String) throws {
        let text = SettingsSample.required.replacing("\"0044050158000000001\"", with: typed)
        #expect(try SettingsSample.programme(whole: text).payer.account == "0044050158000000001")
    }

    @Test(
        arguments: [
            ("500000.10", 50_000_010), ("\"500000.10\"", 50_000_010), ("500000", 50_000_000),
            ("0.01", 1), ("007", 700), ("9999999999999.99", 999_999_999_999_999),
        ] as [(String, Int64)])
    func poolIsExactAsTyped(typed: String, fen: Int64) throws {
        #expect(try SettingsSample.programme("pool: \(typed)").pool == Fen(fen))
    }

    @Test(arguments: [
        "500000.005", "\"500,000.00\"", "0", "0.00", "-1", "5e5", "0x10", "1_000", "10000000000000",
        "true", "~5", "500000.00元",
    ])
    func otherPoolIsRefusedByItsLine(typed: String) throws {
        let fault = try #require(SettingsSample.fault("pool: \(typed)"))
        #expect(fault.problem == .invalidValue(expected: .yuan))
        #expect(fault.file == "fentan.yaml")
        #expect(fault.line == 7)
        #expect(fault.column == "pool")
        #expect(fault.excerpt == typed.replacing("\"", with: ""))
    }

    @Test(arguments: [
        ("volum: pieces", "volum", "volume"), ("Pool: 5", "Pool", "pool"),
        ("max_rejected: 1%", "max_rejected", "max-rejected"),
        ("payment_date: 2027-01-01", "payment_date", "payment-date"),
        ("period: {form: 2026-01-01, to: 2026-12-31}", "period.form", "from"),
        ("exports: [{file: a, colums: {}}]", "exports[1].colums", "columns"),
        ("approval: {ref: 1, date: 2026-01-01}", "approval.ref", nil as String?),
        ("qqqqqqqqqqqq: 1", "qqqqqqqqqqqq", nil),
        ("exports: [{file: a, cnaps: 1}]", "exports[1].cnaps", nil),
    ])
    func unknownKeyNamesTheNearest(line: String, key: String, nearest: String?) throws {
        let fault = try #require(SettingsSample.fault(line))
        guard case .unknownKey(let named) = fault.problem else {
            Issue.record("\(fault)")
            return
        }
        if let nearest { #expect(named == nearest) }
        #expect(fault.line == 7)
        #expect(fault.column == key)
    }

    @Test(arguments: [
        ("year: 2026\nyear: 2027\n", 2, "year"), ("year: 2026\npool: 1\npool: 2\n", 3, "pool"),
        ("year: 2026\npayer: {name: a, name: b}\n", 2, "name"),
    ])
    func keyStandsOnce(text: String, line: Int, key: String) throws {
        let fault = try #require(SettingsSample.fault(whole: text))
        #expect(fault.problem == .repeatedKey)
        #expect(fault.column == key)
        #expect(fault.line == line)
    }

    @Test(arguments: [
        ("year", "year"), ("payer", "payer"), ("  account", "payer.account"),
        ("  cnaps", "payer.cnaps"),
    ])
    func missingKeyIsNamed(key: String, column: String) throws {
        var lines = SettingsSample.required.split(separator: "\n")
        lines.removeAll { $0.hasPrefix(key + ":") || (key == "payer" && $0.hasPrefix(" ")) }
        let fault = try #require(SettingsSample.fault(whole: lines.joined(separator: "\n")))
        #expect(fault.problem == .missingKey)
        #expect(fault.column == column)
    }

    @Test(arguments: [
        ("payment-date: 2027-02-29", "payment-date"), ("payment-date: 2027/3/15", "payment-date"),
        ("period: {from: 2026-13-01, to: 2026-12-31}", "period.from"),
        ("period: {from: 2026-01-01, to: 2025-12-31}", "period.to"),
        ("approval: {reference: 1号, date: 昨天}", "approval.date"), ("volume: parcels", "volume"),
        ("max-rejected: 1", "max-rejected"), ("max-contested: 101%", "max-contested"),
        ("max-unknown: -1%", "max-unknown"),
        ("exports: [{file: a, encoding: big5}]", "exports[1].encoding"),
        ("exports: [{file: a, control: maybe}]", "exports[1].control"),
        ("exports: [{file: a, columns: {waybil: b}}]", "exports[1].columns.waybil"),
        ("programme: \"\"", "programme"), ("not-counted: 退回", "not-counted"),
        ("pool: [1]", "pool"), ("period: 2026", "period"), ("exports: {file: a}", "exports"),
    ])
    func valueThatCannotBeUsedIsNamedByKeyAndLine(line: String, column: String) throws {
        let fault = try #require(SettingsSample.fault(line))
        guard case .invalidValue = fault.problem else {
            Issue.record("\(fault)")
            return
        }
        #expect(fault.line == 7)
        #expect(fault.column == column)
    }

    @Test func formatOfPaymentsStandsOnce() throws {
        let fault = try #require(SettingsSample.fault("payments: [neutral, neutral]"))
        #expect(fault.problem == .repeatedKey)
        #expect(fault.column == "payments[2]")
        #expect(SettingsSample.fault("payments: []")?.problem == .missingValue)
    }

    @Test(arguments: ["26", "02026", "1999", "3000", "二〇二六", "2026.0", "+2026"])
    func yearHasFourDigits(year: String) throws {
        let text = SettingsSample.required.replacing("2026", with: year)
        let fault = try #require(SettingsSample.fault(whole: text))
        #expect(fault.problem == .invalidValue(expected: .year))
        #expect(fault.column == "year")
        #expect(fault.line == 1)
    }

    @Test(arguments: [
        ("9144030071526726X", USCC.Fault.length), ("9144030071526726XA", .checkDigit),
    ])
    func codeOfAnExportIsChecked(code: String, reason: USCC.Fault) throws {
        let fault = try #require(SettingsSample.fault("exports: [{file: a, uscc: \(code)}]"))
        #expect(fault.problem == .invalidCode(reason))
        #expect(fault.column == "exports[1].uscc")
        #expect(fault.line == 7)
    }

    /// So that its wording can mask it.
    @Test func residentsNumberInPlaceOfACodeIsKnownAsOne() {
        let fault = SettingsSample.fault("exports: [{file: a, uscc: 362322198709086409}]")
        #expect(fault?.problem == .invalidCode(.residentIdentityNumber))
    }

    @Test(arguments: [
        ("year: 2026\npayer: {name: a\npool: 1\n", 2...4), ("year: 2026\n\tpool: 1\n", 2...2),
        ("year: \"2026\npool: 1\n", 1...3), ("year: 2026\n  pool: 1\n", 2...2),
    ])
    func brokenYAMLNamesItsLine(text: String, lines: ClosedRange<Int>) throws {
        let fault = try #require(SettingsSample.fault(whole: text))
        guard case .syntax(let detail) = fault.problem else {
            Issue.record("\(fault)")
            return
        }
        #expect(!detail.isEmpty)
        let line = try #require(fault.line)
        #expect(lines.contains(line))
    }

    @Test(arguments: ["", "# nothing\n", "---\n"])
    func emptySettingsAreRefused(text: String) throws {
        let fault = try #require(SettingsSample.fault(whole: text))
        #expect(fault.problem != .notUTF8)
        #expect(fault.file == "fentan.yaml")
    }

    @Test func bytesThatAreNoUTF8AreRefused() {
        let bytes = Array("year: 2026 # ".utf8) + [0xD4, 0xB2, 0xCD, 0xFF]
        #expect(throws: InputFault(.notUTF8, file: "fentan.yaml")) {
            try SettingsFile.programme(of: bytes)
        }
    }

    @Test func markBeforeTheFirstKeyIsLetPass() throws {
        let programme = try SettingsSample.programme(
            whole: "\u{FEFF}" + SettingsSample.required)
        #expect(programme.year == 2026)
    }
}
