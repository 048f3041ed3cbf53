import Subsidy
import Testing

struct DecimalTextTests {
    @Test(
        arguments: [
            ("12", 0, 12), ("12", 2, 1200), ("12.5", 2, 1250), ("12.50", 2, 1250), ("0.001", 3, 1),
            ("0", 3, 0), ("00012.3", 1, 123), ("18446744073709551615", 0, UInt64.max),
        ] as [(String, Int, UInt64)])
    func digitsAreScaled(text: String, decimals: Int, value: UInt64) {
        #expect(DecimalText.scaled(text, decimals: decimals) == value)
    }

    @Test(arguments: [
        ("", 2), (".", 2), ("1.", 2), (".5", 2), ("1.234", 2), ("1.0", 0), ("-1", 2), ("+1", 2),
        ("1,2", 2), ("1 ", 2), ("12abc", 2), ("1.2.3", 2), ("１", 2), ("٣", 2), ("1e3", 2),
        ("18446744073709551616", 0), ("184467440737095516.16", 3), ("99999999999999999999", 0),
    ])
    func otherTextIsNoNumber(text: String, decimals: Int) {
        #expect(DecimalText.scaled(text, decimals: decimals) == nil)
    }

    @Test(
        arguments: [
            (0, 0, "0", "0"), (0, 3, "0.000", "0"), (5, 3, "0.005", "0.005"),
            (12_500, 3, "12.500", "12.5"), (100, 2, "1.00", "1"), (1200, 0, "1200", "1200"),
        ] as [(UInt64, Int, String, String)])
    func numberIsWrittenBack(value: UInt64, decimals: Int, text: String, trimmed: String) {
        #expect(DecimalText.text(UInt128(value), decimals: decimals) == text)
        #expect(DecimalText.text(UInt128(value), decimals: decimals, trimmed: true) == trimmed)
    }

    @Test func largestNumberIsWrittenWhole() {
        let text = "3402823669209384634633746074317682114.55"
        #expect(DecimalText.text(UInt128.max, decimals: 2) == text)
    }
}
