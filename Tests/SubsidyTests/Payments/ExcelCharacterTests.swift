import Testing

@testable import Subsidy

/// What Excel would read as a character's number is seen in a text, and nothing else.
struct ExcelCharacterTests {
    @Test(arguments: [
        ("_x0041_", true), ("_xABcd_", true), ("样例_x000D_公司", true), ("__x0041__", true),
        ("_x0041_x", true), ("", false), ("_x0041", false), ("x0041_", false), ("_X0041_", false),
        ("_x004G_", false), ("_x00410_", false), ("_x_", false), ("_x004_1", false),
        ("_x００41_", false),
    ])
    func isSeen(text: String, isSeen: Bool) {
        #expect(BankProfile.hasExcelCharacter(Array(text.utf8)) == isSeen)
    }
}
