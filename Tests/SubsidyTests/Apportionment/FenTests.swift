import Foundation
import Subsidy
import Testing

struct FenTests {
    @Test(
        arguments: [
            ("500000.00", 50_000_000), ("500000.10", 50_000_010), ("500000.1", 50_000_010),
            ("500000", 50_000_000), ("0.01", 1), ("0", 0), ("0.00", 0), ("007.50", 750),
            ("9999999999999.99", 999_999_999_999_999),
        ] as [(String, Int64)])
    func yuanAreReadExactly(text: String, fen: Int64) {
        #expect(Fen(yuan: text) == Fen(fen))
    }

    @Test(arguments: [
        "500000.005", "-0.01", "1.005", "1e13", "10000000000000", "10000000000000.00", "", ".",
        "1.",
        ".5", "1,000", "12abc", "１２", "+1", " 1", "0x10", "1.2.3", "NaN",
        "99999999999999999999999999",
    ])
    func whatIsNoAmountIsRefused(text: String) {
        #expect(Fen(yuan: text) == nil)
    }

    @Test(
        arguments: [
            (0, "0.00"), (1, "0.01"), (10, "0.10"), (100, "1.00"), (50_000_000, "500000.00"),
            (999_999_999_999_999, "9999999999999.99"),
        ] as [(Int64, String)])
    func amountIsWrittenWithTwoDecimals(fen: Int64, text: String) {
        #expect(Fen(fen).description == text)
        #expect(Fen(yuan: text) == Fen(fen))
        #expect(Fen(fen).yuan == Decimal(fen) / 100)
    }

    @Test func amountsAddUpAndAreOrdered() {
        #expect(Fen(1) + Fen(2) == Fen(3))
        #expect([Fen(5), .zero, Fen(7)].total == Fen(12))
        #expect([Fen]().total == .zero)
        #expect(Fen(1) < Fen(2))
    }
}
