import Subsidy
import Testing

@testable import Documents
@testable import Verification

/// The words of an amount are written by the documents and read by their proof, without shared code.
@Suite struct AmountsAgreeTests {
    #if DEBUG
        private static let count = 50_000
    #else
        private static let count = 1_000_000
    #endif

    @Test func everyAmountIsReadAsItWasWritten() {
        var state: UInt64 = 2026
        for _ in 0..<Self.count {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            // Amounts of every length, with many zeros among their digits.
            let length = UInt64(state >> 60)
            var amount: Int64 = 0
            for place in 0...length {
                let digit = Int64(state >> (place * 3) & 15)
                amount = amount * 10 + (digit > 9 ? 0 : digit)
            }
            amount = min(amount, Fen.maximum.count)
            let words = Documents.AmountInWords.text(of: Fen(amount))
            #expect(Verification.AmountInWords.fen(of: words) == UInt128(amount), "\(words)")
        }
    }

    @Test func theFirstYuanAreReadAsTheyWereWritten() {
        for count in 0..<20_000 as Range<Int64> {
            let words = Documents.AmountInWords.text(of: Fen(count))
            #expect(Verification.AmountInWords.fen(of: words) == UInt128(count), "\(words)")
        }
    }
}
