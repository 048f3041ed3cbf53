import Testing

@testable import Documents

/// Accounts in texts that come from outside.
struct AccountMaskTests {
    private let mask = AccountMask(["6222023602001230", "44-0312345678", "ab12345678cd", "1234"])

    @Test(arguments: [
        "6222023602001230": "****1230", "6222 0236 0200 1230": "****1230",
        "6222-0236-0200-1230": "****1230", "６２２２０２３６０２００１２３０": "****１２３０",
        "账号6222023602001230，": "账号****1230，", "x6222023602001230y": "x****1230y",
        "1 6222023602001230 2": "1 ****1230 2", "440312345678": "****5678",
        "44-0312345678": "****5678", "AB12345678CD": "****78CD", "Ab 1234 5678-cd.": "****78cd.",
        "6222023602001230 6222023602001230": "****1230 ****1230",
        "62220236020012301": "62220236020012301", "16222023602001230": "16222023602001230",
        "6222023602001231": "6222023602001231", "1234": "1234", "": "", "样例甲公司": "样例甲公司",
    ])
    func accountsAreMasked(text: String, shown: String) {
        #expect(mask.masked(text) == shown)
    }

    /// Cells of a mebibyte, of what takes longest: they cost no more than their beginning.
    @Test(arguments: ["1 ", "1a", "\"", " ", "6222 0236 0200 123 "])
    func longCellsAreCut(part: String) {
        let cell = String(repeating: part, count: (1 << 20) / part.utf8.count)
        #expect(mask.masked(cell).utf8.count <= 8192)
    }

    @Test func withoutAccountsNothingIsMasked() {
        #expect(AccountMask([]).masked("6222023602001230") == "6222023602001230")
        #expect(!AccountMask([""]).hides([]))
    }
}
