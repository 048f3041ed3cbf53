import DelimitedText
import Intake
import Subsidy
import Testing

struct HeaderSearchTests {
    private func found(
        _ text: String, isWhole: Bool = true, settings: ExportSettings? = nil
    ) -> HeaderSearch.Found? {
        let bytes = Array(text.utf8)
        return HeaderSearch(
            bytes.span, from: 0, isWhole: isWhole, encoding: .utf8, settings: settings
        ).found
    }

    @Test(arguments: [0, 1, 24, 49])
    func headerStandsWithinTheFirstFiftyLines(linesBefore: Int) throws {
        let before = String(repeating: "快递报表,2026年\n", count: linesBefore)
        let found = try #require(
            self.found(before + IntakeSample.header + "\nSF1,甲,2026-05-05,1\n"))
        #expect(found.layout.line == linesBefore + 1)
        #expect(found.nextLine == linesBefore + 2)
        #expect(found.next == (before + IntakeSample.header).utf8.count + 1)
    }

    @Test func headerBelowFiftyLinesIsNotSought() {
        #expect(found(String(repeating: "\n", count: 50) + IntakeSample.header + "\n") == nil)
    }

    @Test func linesBeforeTheHeaderMayBeAnything() throws {
        let before = "\"报表\n2026\"\r\n\r\n------\r\"open quote\n   \n,,,\n"
        let found = try #require(self.found(before + IntakeSample.header))
        #expect(found.layout.line == 8)
    }

    @Test(arguments: [
        "运单号,企业名称,发货日期", " 运单号 ,\t企业名称, 发货日期  ", "\"运单号\",\"企业名称\",\"发货日期\"",
        "快递单号,店铺,发货时间", "物流单号,统一社会信用代码,揽收时间", "运单编号,商家名称,寄件日期", "运 单 号,企业　名称,发货日期",
        "WAYBILL,Enterprise,Shipped", "Tracking Number,USCC,ship date", "Ｗａｙｂｉｌｌ,uscc,shipped",
        "运单号,企业名称,发货日期,,,", "\u{FEFF}运单号,企业名称,发货日期", "序号,发货日期,企业名称,备注,运单号",
        "=\"运单号\",企业名称,发货日期",
    ])
    func headerIsKnownByItsNames(header: String) throws {
        let found = try #require(self.found(header + "\n"))
        #expect(found.layout.line == 1)
    }

    @Test(
        arguments: [
            ("运单号,发货日期", [ShipmentField.uscc]), ("运单号,企业名称", [.shipped]),
            ("企业名称,发货日期", [.waybill]), ("运单号,客户名称,发货日期", [.uscc]), ("运单号,收件人,发货日期", [.uscc]),
            ("运单号", [.shipped, .uscc]), ("a,b", [.waybill, .uscc, .shipped]),
            ("\"运单号,企业名称,发货日期", [.waybill, .uscc, .shipped]),
        ] as [(String, [ShipmentField])])
    func lineThatLacksANameIsNoHeader(header: String, missing: [ShipmentField]) {
        let bytes = Array((header + "\n").utf8)
        let search = HeaderSearch(
            bytes.span, from: 0, isWhole: true, encoding: .utf8, settings: nil)
        let (found, lacking) = (search.found, search.missing)
        #expect(found == nil)
        #expect(Set(lacking) == Set(missing))
    }

    @Test(
        arguments: [
            ("运单号\t企业名称\t发货日期", .tab), ("运单号;企业名称;发货日期", .semicolon),
            ("\"运单号\";\"企业名称\";\"发货日期\"", .semicolon), ("运单号，店铺，发货日期", .fullWidthComma),
            ("月份|出货量|企业名称", .verticalBar), ("运单号\t企业名称", nil), ("a;b,c", nil), ("；", nil),
        ] as [(String, CellSeparator?)])
    func separatorThatWouldMakeAHeaderIsNamed(header: String, separator: CellSeparator?) {
        let bytes = Array("月报\n\(header)\n".utf8)
        let search = HeaderSearch(
            bytes.span, from: 0, isWhole: true, encoding: .utf8, settings: nil)
        let (found, named, line) = (search.found == nil, search.separator, search.separatedLine)
        #expect(found)
        #expect(named == separator)
        #expect(line == separator.map { _ in 2 })
    }

    @Test func headerWithoutItsLineEndIsBelievedOnlyAtTheEndOfTheFile() {
        #expect(found(IntakeSample.header, isWhole: true) != nil)
        #expect(found(IntakeSample.header, isWhole: false) == nil)
        #expect(found(IntakeSample.header + "\r", isWhole: false) == nil)
        #expect(found(IntakeSample.header + "\r\n", isWhole: false) != nil)
    }

    @Test func headerMayHaveQuotedLineBreaks() throws {
        let found = try #require(self.found("运单号,企业名称,发货日期,\"备\n注\"\r\nSF1"))
        #expect(found.layout.line == 1)
        #expect(found.nextLine == 3)
        #expect(found.layout.names.last == "备\n注")
    }

    @Test func codeOfTheSettingsStandsForAColumn() throws {
        let settings = try IntakeSample.settings(uscc: IntakeSample.strangersCode)
        #expect(found("运单号,发货日期\n", settings: settings) != nil)
    }
}
