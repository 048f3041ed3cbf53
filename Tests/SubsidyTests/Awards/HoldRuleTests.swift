import Subsidy
import Testing

struct HoldRuleTests {
    private func payee(
        name: String = "广州市从化甲公司", account: String = "6222020200112233446",
        bank: String = "中国工商银行", cnaps: String = "102581000152"
    ) -> Payee {
        Payee(accountName: name, account: account, bank: bank, cnaps: cnaps)
    }

    @Test(arguments: [
        "6222020200112233446", "44050158000000001", "3602-0001-09", "NRA44050158", "1",
        "62220202001122330", "622202020011223300", "1234567890123456700",
        "1234567890123456789012345678901234", "17000",
    ])
    func accountThatABankCanHaveIsNotHeld(account: String) {
        #expect(HoldRule.reasons(payee(account: account)) == [])
    }

    @Test(arguments: [
        ("", HoldReason.noAccount), ("6.22202E+18", .damagedAccount), ("6E18", .damagedAccount),
        ("622202020011223000", .damagedAccount), ("6222020200112230000", .damagedAccount),
        ("123456789012345678901000", .damagedAccount), ("6222 0202", .unreadableAccount),
        ("-44050158", .unreadableAccount), ("=1+1", .unreadableAccount), ("账号", .unreadableAccount),
        ("12345678901234567890123456789012345", .unreadableAccount), ("622a", .unreadableAccount),
        ("6222020２", .unreadableAccount), ("1.5", .unreadableAccount),
    ])
    func otherAccountIsHeld(account: String, reason: HoldReason) {
        #expect(HoldRule.reasons(payee(account: account)) == [reason])
    }

    @Test(arguments: [
        ("", HoldReason.noAccountName), ("=甲公司", .formula(.accountName)),
        ("+甲", .formula(.accountName)),
        ("-甲", .formula(.accountName)), ("@甲", .formula(.accountName)),
        ("＝甲", .formula(.accountName)),
        ("甲\u{7}乙", .character(.accountName, 7)), ("甲\u{7F}", .character(.accountName, 0x7F)),
        ("甲\u{FFFD}", .character(.accountName, 0xFFFD)),
        ("甲\u{200B}乙", .character(.accountName, 0x200B)), (" =甲", .formula(.accountName)),
        ("甲\u{202E}乙", .character(.accountName, 0x202E)), ("甲\n乙", .character(.accountName, 10)),
        (String(repeating: "甲", count: 141), .tooLong(.accountName, limit: 140)),
    ])
    func nameThatAPaymentFileCannotCarryIsHeld(name: String, reason: HoldReason) {
        #expect(HoldRule.reasons(payee(name: name)) == [reason])
    }

    @Test(arguments: [
        "甲", "O'Neil & Co <甲>", "𠮷野", String(repeating: "甲", count: 140), "甲（广州）", "甲=乙",
    ])
    func otherNameIsNotHeld(name: String) {
        #expect(HoldRule.reasons(payee(name: name)) == [])
    }

    @Test(arguments: ["", "10258100015", "1025810001522", "10258100015X"])
    func bankNumberHasTwelveDigits(cnaps: String) {
        #expect(HoldRule.reasons(payee(cnaps: cnaps)) == [.noCNAPS])
    }

    @Test func wrongCheckDigitOfABankIsNoReason() {
        #expect(HoldRule.reasons(payee(cnaps: "314653617115")) == [])
    }

    @Test func bankMayBeMissingButNotAFormula() {
        #expect(HoldRule.reasons(payee(bank: "")) == [])
        #expect(HoldRule.reasons(payee(bank: "=1")) == [.formula(.bank)])
        let long = String(repeating: "行", count: 141)
        #expect(HoldRule.reasons(payee(bank: long)) == [.tooLong(.bank, limit: 140)])
    }

    @Test func allReasonsAreSaidInTheOrderOfTheColumns() {
        let reasons = HoldRule.reasons(payee(name: "", account: "", bank: "=1", cnaps: ""))
        #expect(reasons == [.noAccountName, .noAccount, .formula(.bank), .noCNAPS])
    }

    @Test(arguments: [
        ("1234567890123450", true), ("12345678901234500", true), ("1234567890123451", false),
        ("12345678901234510", false), ("123456789012340", false), ("123456789012345000", false),
        ("", false), ("A234567890123450", false), ("１234567890123450", false),
    ])
    func accountAsExcelLeavesItIsSuspicious(account: String, isSuspicious: Bool) {
        #expect(HoldRule.isSuspicious(account: account) == isSuspicious)
    }
}
