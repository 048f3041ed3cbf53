import Subsidy
import Testing

struct QuantityTests {
    private func pieces(_ cell: String) -> QuantityReading {
        let bytes = Array(cell.utf8)
        return Quantity.pieces(bytes.span)
    }

    private func grams(_ cell: String) -> QuantityReading {
        let bytes = Array(cell.utf8)
        return Quantity.grams(bytes.span)
    }

    @Test(
        arguments: [
            ("1", 1), ("12", 12), ("012", 12), ("1,234", 1234), ("1,234,567", 1_234_567),
            ("１２", 12),
            ("１，２３４", 1234), ("12.0", 12), ("12.000000", 12), (" 12\t", 12), ("'12", 12),
            ("=\"12\"", 12), ("1,234.0", 1234), ("99999999", 99_999_999),
            ("99,999,999.0", 99_999_999),
        ] as [(String, UInt64)])
    func wholePiecesAreRead(cell: String, count: UInt64) {
        #expect(pieces(cell) == .stated(count))
    }

    @Test(
        arguments: [
            ("1", 1000), ("0.5", 500), ("1.234", 1234), ("1.2340", 1234), ("0.001", 1),
            ("0.0010000", 1),
            ("1,234.5", 1_234_500), ("１.５", 1500), ("1000000000", 1_000_000_000_000),
            ("1234567.5", 1_234_567_500), ("0012.5", 12_500),
        ] as [(String, UInt64)])
    func kilogramsAreReadAsGrams(cell: String, count: UInt64) {
        #expect(grams(cell) == .stated(count))
    }

    @Test(arguments: ["", " ", "-", "\t", "－", "=\"\"", "'-"])
    func blankOrDashStatesNothing(cell: String) {
        #expect(pieces(cell) == .unstated)
        #expect(grams(cell) == .unstated)
    }

    @Test(arguments: ["0", "00", "0.0", "-1", "-0", "-12.0", "0,000", "-1,234", "0.000"])
    func zeroAndLessIsNotPositive(cell: String) {
        #expect(pieces(cell) == .notPositive)
        #expect(grams(cell) == .notPositive)
    }

    @Test(arguments: ["1.5", "0.5", "0.1", "12.01", "1234567.5"])
    func partOfAPieceIsUnreadable(cell: String) {
        #expect(pieces(cell) == .unreadable)
    }

    @Test(arguments: ["0.0005", "1.2345", "1.0001"])
    func partOfAGramIsUnreadable(cell: String) {
        #expect(grams(cell) == .unreadable)
    }

    @Test(arguments: [
        "12件", "一", "1e3", "12.", ".5", "+5", "1 234", "12,34", "1,2345", ",123", "1,", "1,,234",
        "12.0.0", "--5", "-abc", "1.2,3", "0x10", "NaN", "¥5", "1/2", "99999999999999999999", ".",
        "1000000000001", "1.2.3",
    ])
    func otherTextIsUnreadable(cell: String) {
        #expect(pieces(cell) == .unreadable)
        #expect(grams(cell) == .unreadable)
    }

    @Test(
        arguments: [
            ("1,234", 0, 1234), ("12.500", 3, 12_500), ("0", 0, 0), ("0.0", 3, 0), ("１２", 0, 12),
        ] as [(String, Int, UInt128)])
    func footersTotalIsRead(text: String, decimals: Int, total: UInt128) {
        #expect(Quantity.total(text, decimals: decimals) == total)
    }

    @Test(arguments: ["", "-", "-1", "-0", "合计", "12件", "1.5"])
    func otherTextIsNoFootersTotal(text: String) {
        #expect(Quantity.total(text, decimals: 0) == nil)
    }
}
