import ProgrammeFolder
import Subsidy
import Testing

struct PayerTests {
    private func fault(_ old: String, _ new: String) -> InputFault? {
        SettingsSample.fault(whole: SettingsSample.required.replacing(old, with: new))
    }

    @Test func payerIsReadAsTyped() throws {
        let payer = try SettingsSample.programme().payer
        #expect(payer.name == "从化区直播电商企业联盟")
        #expect(payer.account == "0044050158000000001")
        #expect(payer.bank == "中国建设银行从化支行")
        #expect(payer.cnaps.text == "105100000017")
    }

    @Test(arguments: ["10510000001", "1051000000171", "10510000001X", "建行"])
    func bankNumberHasTwelveDigits(cnaps: String) throws {
        let fault = try #require(self.fault("105100000017", cnaps))
        #expect(fault.problem == .invalidValue(expected: .cnaps))
        #expect(fault.column == "payer.cnaps")
        #expect(fault.line == 6)
        // An account may stand in its place.
        #expect(fault.excerpt == nil)
    }

    @Test(arguments: [
        ("从化区直播电商企业联盟", "\"\"", "payer.name", 3),
        ("\"0044050158000000001\"", "\" \"", "payer.account", 4),
        ("中国建设银行从化支行", "\"\"", "payer.bank", 5),
    ])
    func emptyValueIsMissing(old: String, new: String, column: String, line: Int) throws {
        let fault = try #require(self.fault(old, new))
        #expect(fault.problem == .missingValue)
        #expect(fault.column == column)
        #expect(fault.line == line)
    }

    @Test(arguments: ["4.40502E+18", "440501580000000000", "账号", "=1"])
    func accountThatNoBankHasIsRefusedAndNotShown(account: String) throws {
        let fault = try #require(self.fault("0044050158000000001", account))
        #expect(fault.column == "payer.account")
        #expect(fault.excerpt == nil)
        #expect(!"\(fault.problem)".contains(account))
    }
}
