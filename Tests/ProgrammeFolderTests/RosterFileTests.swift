import ProgrammeFolder
import Subsidy
import Testing

struct RosterFileTests {
    private static let header = "统一社会信用代码,企业名称,审核状态,户名,账号,开户行,联行号"
    private static let row = "9144030071526726XG,甲公司,通过,甲公司,0622020001,工商银行,102581000152"

    private func roster(_ lines: String...) throws(InputFault) -> Roster {
        try RosterFile.roster(of: Array((lines.joined(separator: "\n") + "\n").utf8))
    }

    private func fault(_ lines: String...) -> InputFault? {
        fault(bytes: Array((lines.joined(separator: "\n") + "\n").utf8))
    }

    private func fault(bytes: [UInt8]) -> InputFault? {
        do throws(InputFault) {
            _ = try RosterFile.roster(of: bytes)
            return nil
        } catch {
            return error
        }
    }

    private func isSample(_ roster: Roster, line: Int = 2) throws -> Bool {
        let payee = Payee(
            accountName: "甲公司", account: "0622020001", bank: "工商银行", cnaps: "102581000152")
        return roster.enterprises == [
            Enterprise(
                uscc: try USCC("9144030071526726XG"), name: "甲公司", review: .approved, payee: payee,
                aliases: [], line: line)
        ]
    }

    @Test func enterpriseIsReadFromItsRow() throws {
        #expect(try isSample(roster(Self.header, Self.row)))
    }

    @Test func columnsStandInAnyOrderAndOthersAreIgnored() throws {
        let roster = try roster(
            "备注,账号,审核状态,联行号,统一社会信用代码,开户行,企业名称,户名,联系电话",
            "x,0622020001,通过,102581000152,9144030071526726XG,工商银行,甲公司,甲公司,13800000000")
        #expect(try isSample(roster))
    }

    @Test func englishNamesOfColumnsWorkToo() throws {
        let roster = try roster(
            "USCC, name ,review,Account-Name,account,bank,cnaps", Self.row)
        #expect(try isSample(roster))
        let full = try self.roster("ｕｓｃｃ,企业 名称,review,户名,account,bank,cnaps", Self.row)
        #expect(try isSample(full))
    }

    @Test func encodingIsSeenFromTheHeader() throws {
        let text = Self.header + "\r\n" + Self.row + "\r\n"
        #expect(try isSample(RosterFile.roster(of: [0xEF, 0xBB, 0xBF] + Array(text.utf8))))
        let units = Array("\u{FEFF}\(text)".utf16)
        let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(try isSample(RosterFile.roster(of: little)))
        #expect(try isSample(RosterFile.roster(of: big)))
        #expect(try isSample(RosterFile.roster(of: Self.gb18030)))
    }

    /// The sample's header and row in GB18030.
    private static let gb18030: [UInt8] = {
        let words: [String: [UInt8]] = [
            "统一社会信用代码": [
                0xCD, 0xB3, 0xD2, 0xBB, 0xC9, 0xE7, 0xBB, 0xE1, 0xD0, 0xC5, 0xD3, 0xC3, 0xB4, 0xFA,
                0xC2, 0xEB,
            ],
            "企业名称": [0xC6, 0xF3, 0xD2, 0xB5, 0xC3, 0xFB, 0xB3, 0xC6],
            "审核状态": [0xC9, 0xF3, 0xBA, 0xCB, 0xD7, 0xB4, 0xCC, 0xAC],
            "户名": [0xBB, 0xA7, 0xC3, 0xFB], "账号": [0xD5, 0xCB, 0xBA, 0xC5],
            "开户行": [0xBF, 0xAA, 0xBB, 0xA7, 0xD0, 0xD0],
            "联行号": [0xC1, 0xAA, 0xD0, 0xD0, 0xBA, 0xC5],
            "甲公司": [0xBC, 0xD7, 0xB9, 0xAB, 0xCB, 0xBE], "通过": [0xCD, 0xA8, 0xB9, 0xFD],
            "工商银行": [0xB9, 0xA4, 0xC9, 0xCC, 0xD2, 0xF8, 0xD0, 0xD0],
        ]
        let lines = [header, row].map { line in
            line.split(separator: ",").map { words[String($0)] ?? Array($0.utf8) }
                .joined(separator: [0x2C])
        }
        return Array(lines.joined(separator: [0x0A]))
    }()

    @Test(arguments: [
        ("通过", Review.approved), ("approved", .approved), ("不通过", .refused), ("refused", .refused),
        ("待审", .pending), ("pending", .pending), (" Approved ", .approved),
    ])
    func reviewIsReadInBothLanguages(text: String, review: Review) throws {
        let roster = try roster(Self.header, Self.row.replacing("通过", with: text))
        #expect(roster.enterprises.map(\.review) == [review])
    }

    @Test(arguments: ["同意", "通过了", "yes"])
    func otherReviewIsRefused(text: String) throws {
        let fault = try #require(self.fault(Self.header, Self.row.replacing("通过", with: text)))
        guard case .invalidValue = fault.problem else {
            Issue.record("\(fault)")
            return
        }
        #expect(fault.file == "roster.csv")
        #expect(fault.line == 2)
        #expect(fault.column == "审核状态")
        #expect(fault.excerpt == text)
    }

    @Test func aliasesAreSeparatedByBars() throws {
        let roster = try roster(Self.header + ",别名", Self.row + ",甲店| 甲 旗舰店 ||ＪＩＡ")
        #expect(roster.enterprises.map(\.aliases) == [["甲店", "甲 旗舰店", "ＪＩＡ"]])
        #expect(roster.enterprise(canonicalName: "甲旗舰店") == EnterpriseID(0))
        #expect(roster.enterprise(canonicalName: "JIA") == EnterpriseID(0))
    }

    @Test func cellsAreTrimmedAndAccountsUngrouped() throws {
        let roster = try roster(
            Self.header, "\t9144030071526726xg,甲公司 ,通过,'甲公司,=\"0622 0200 01\",工商银行\t,'102581000152")
        let enterprise = try #require(roster.enterprises.first)
        #expect(enterprise.uscc.text == "9144030071526726XG")
        #expect(enterprise.payee.account == "0622020001")
        #expect(enterprise.payee.accountName == "甲公司")
        #expect(enterprise.payee.cnaps == "102581000152")
    }

    @Test func payeeMayBeMissing() throws {
        let roster = try roster(Self.header, "9144030071526726XG,甲公司,通过,,-,,")
        let nothing = Payee(accountName: "", account: "", bank: "", cnaps: "")
        #expect(roster.enterprises.map(\.payee) == [nothing])
    }

    @Test(arguments: ["统一社会信用代码", "企业名称", "审核状态", "户名", "账号", "开户行", "联行号"])
    func missingColumnIsNamed(name: String) throws {
        let fault = try #require(self.fault(Self.header.replacing(name, with: "备注"), Self.row))
        #expect(fault.problem == .missingColumn(name))
        #expect(fault.line == 1)
    }

    @Test func columnStandsOnce() throws {
        let fault = try #require(self.fault(Self.header + ",account", Self.row + ",1"))
        #expect(fault.problem == .repeatedColumn)
        #expect(fault.column == "账号")
    }

    @Test(arguments: [(0, "统一社会信用代码"), (1, "企业名称"), (2, "审核状态")])
    func requiredCellIsNotEmpty(column: Int, name: String) throws {
        var cells = Self.row.split(separator: ",").map(String.init)
        cells[column] = column == 1 ? "-" : ""
        let fault = try #require(self.fault(Self.header, "", cells.joined(separator: ",")))
        #expect(fault.problem == .missingValue)
        #expect(fault.line == 3)
        #expect(fault.column == name)
    }

    @Test(arguments: [
        ("9144030071526726XA", USCC.Fault.checkDigit), ("91440300715", .length),
        ("9111000060003IOZSV", .alphabet),
    ])
    func codeIsChecked(code: String, reason: USCC.Fault) throws {
        let fault = try #require(
            self.fault(Self.header, Self.row.replacing("9144030071526726XG", with: code)))
        #expect(fault.problem == .invalidCode(reason))
        #expect(fault.line == 2)
        #expect(fault.column == "统一社会信用代码")
        #expect(fault.excerpt == code)
    }

    /// So that its wording can mask it.
    @Test func residentsNumberInPlaceOfACodeIsKnownAsOne() {
        let row = Self.row.replacing("9144030071526726XG", with: "362322198709086409")
        #expect(fault(Self.header, row)?.problem == .invalidCode(.residentIdentityNumber))
    }

    @Test func codeStandsOnce() throws {
        let fault = try #require(
            self.fault(Self.header, Self.row, Self.row.replacing("甲公司", with: "乙公司")))
        #expect(fault.problem == .repeatedCode(firstLine: 2))
        #expect(fault.line == 3)
        #expect(fault.excerpt == "9144030071526726XG")
    }

    @Test(arguments: [("甲公司", "乙店"), ("乙公司", "甲公司"), ("乙公司", "甲店"), ("甲　公司", "")])
    func nameOrAliasIsOneEnterprisesAlone(name: String, alias: String) throws {
        let other = Self.row.replacing("9144030071526726XG", with: "91110000710926094P")
            .replacing("甲公司,通过", with: name + ",通过")
        let fault = try #require(
            self.fault(Self.header + ",别名", Self.row + ",甲店", other + "," + alias))
        #expect(fault.problem == .repeatedName(firstLine: 2))
        #expect(fault.line == 3)
    }

    @Test(arguments: [
        "9144030071526726XG,甲公司,通过,甲公司,0622020001,工商银行,102581000152,x",
        "9144030071526726XG,甲公司,通过,甲公司,0622020001,工商银行",
        "9144030071526726XG,甲,公司,通过,甲公司,0622020001,工商银行,102581000152",
    ])
    func raggedRowIsRefused(row: String) throws {
        let fault = try #require(self.fault(Self.header, row))
        let found = row.split(separator: ",").count
        #expect(fault.problem == .cellCount(found: found, expected: 7))
        #expect(fault.line == 2)
    }

    @Test func commaAtTheEndOfRowsIsLetPass() throws {
        #expect(try isSample(roster(Self.header + ",", Self.row + ",")))
        #expect(try isSample(roster(Self.header, Self.row + ",")))
    }

    @Test func unclosedQuoteIsNamedByItsLine() throws {
        let fault = try #require(self.fault(Self.header, "\"" + Self.row))
        #expect(fault.problem == .openQuote)
        #expect(fault.line == 2)
    }

    @Test func rosterWithoutARowIsRefused() {
        #expect(fault(bytes: [])?.problem == .empty)
        #expect(fault("", "")?.problem == .empty)
        #expect(fault(Self.header)?.problem == .noEnterprises)
        #expect(fault(Self.header, "", ",,,,,,")?.problem == .noEnterprises)
    }

    @Test func workbookIsRefusedAsOne() {
        let bytes = [0x50, 0x4B, 0x03, 0x04] + Array("xl/workbook.xml".utf8)
        #expect(fault(bytes: bytes)?.problem == .notCSV(.xlsx))
    }

    @Test func linesAreThoseOfTheFile() throws {
        let roster = try roster(
            Self.header, "", Self.row.replacing("工商银行", with: "\"工商\n银行\""), "",
            "91110000710926094P,乙公司,待审,,,,")
        #expect(roster.enterprises.map(\.line) == [6, 3])
    }
}
