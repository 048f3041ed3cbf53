import Subsidy
import Testing

@testable import Documents
@testable import Verification

/// The words of an amount are made twice, by the documents and by their proof, without shared code.
@Suite struct AmountsAgreeTests {
    @Test func writerAndProofNameEveryAmountAlike() throws {
        var state: UInt64 = 2026
        for _ in 0..<200_000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            // Amounts of every length, with many zeros among their digits.
            let length = UInt64(state >> 60)
            var amount: Int64 = 0
            for place in 0...length {
                let digit = Int64(state >> (place * 3) & 15)
                amount = amount * 10 + (digit > 9 ? 0 : digit)
            }
            amount = min(amount, Fen.maximum.count)
            let written = Documents.AmountInWords.text(of: Fen(amount))
            let proved = try #require(Verification.AmountInWords.text(fen: UInt128(amount)))
            #expect(written == proved)
        }
    }
}
