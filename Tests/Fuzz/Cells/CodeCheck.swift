import FuzzInput
import Subsidy
@testable import Verification

/// Codes, amounts, shares and numbers of banks.
enum CodeCheck {
    static func run(_ text: String) {
        if let code = try? USCC(text) {
            expect(code.text == text && text.utf8.count == 18, "a code is kept as it is")
            expect(CreditCode.holds(text), "the proof's own check takes the code")
        }
        if let amount = Fen(yuan: text) {
            expect(amount <= Fen.maximum, "an amount can be written in words")
            expect(Fen(yuan: amount.description) == amount, "an amount is read as it is written")
        }
        if let share = Percentage(text) {
            expect(Percentage(share.description) == share, "a share is read as it is written")
            expect(!share.isExceeded(by: 0, of: 1), "nothing exceeds no share")
        }
        if let bank = CNAPS(text) {
            expect(bank.text.utf8.count == 12, "a bank's number has 12 digits")
            _ = bank.hasValidCheckDigit
        }
        if let date = CalendarDate(iso: text) {
            expect(date.description == text, "an ISO date is written as it was read")
        }
    }
}
