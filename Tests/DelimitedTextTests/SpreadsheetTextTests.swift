import DelimitedText
import Testing

struct SpreadsheetTextTests {
    @Test(arguments: [
        "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠1", " =1",
        "\u{3000}=1", "=\"7730\"", "-",
    ])
    func textThatASpreadsheetRunsIsGuarded(text: String) {
        #expect(SpreadsheetText.isFormula(text))
        #expect(SpreadsheetText.guarded(text) == "'" + text)
    }

    @Test(arguments: ["", " ", "a=1", "1-1", "广州公司", "'=1", "(=1)", "2026-01-01", "#"])
    func otherTextStaysAsItIs(text: String) {
        #expect(!SpreadsheetText.isFormula(text))
        #expect(SpreadsheetText.guarded(text) == text)
    }
}
