import Testing

@testable import Verification

struct CreditCodeTests {
    @Test(arguments: [
        "9144030071526726XG", "91110000710926094P", "91310000631696382C", "914403001922038216",
        "91330100799655058B", "91440300708461136T", "91110000600037341L", "92141127MA0KD1Y64A",
        "12440600MB2C07549J", "N2440117MF1234567D", "Y1440117MB1234562G", "A1110000MB0000000J",
    ])
    func validCodeHolds(code: String) {
        #expect(CreditCode.holds(code))
    }

    @Test(arguments: [
        "91110000600037341N", "9111000060003IOZSV", "111111111111111111", "914403001922038217",
        "91110000600037341", "91110000600037341l", "",
    ])
    func damagedCodeDoesNot(code: String) {
        #expect(!CreditCode.holds(code))
    }
}
