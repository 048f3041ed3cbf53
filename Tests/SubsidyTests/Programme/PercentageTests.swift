import Subsidy
import Testing

struct PercentageTests {
    @Test(
        arguments: [
            ("1%", 1_000_000, "1%"), ("0%", 0, "0%"), ("0.25%", 250_000, "0.25%"),
            ("100%", 100_000_000, "100%"), ("0.000001%", 1, "0.000001%"),
            ("01.50%", 1_500_000, "1.5%"),
        ] as [(String, UInt64, String)])
    func shareIsExact(text: String, millionths: UInt64, written: String) throws {
        let share = try #require(Percentage(text))
        #expect(share.millionths == millionths)
        #expect(share.description == written)
    }

    @Test(arguments: [
        "1", "%", "", "-1%", "100.000001%", "101%", "0.0000001%", "1 %", "1%%", "1％", "0.5.5%",
    ])
    func otherTextIsNoShare(text: String) {
        #expect(Percentage(text) == nil)
    }

    @Test(
        arguments: [
            ("1%", 1, 100, false), ("1%", 1, 99, true), ("1%", 2, 200, false), ("1%", 3, 299, true),
            ("0%", 0, 0, false), ("0%", 0, 10, false), ("0%", 1, 1_000_000_000, true),
            ("100%", 10, 10, false), ("0.000001%", 1, 100_000_000, false),
            ("0.000001%", 1, 99_999_999, true), ("33.333333%", 1, 3, true),
            ("33.333334%", 1, 3, false),
        ] as [(String, UInt64, UInt64, Bool)])
    func shareIsExceededByMoreAlone(
        text: String, part: UInt64, whole: UInt64, isExceeded: Bool
    ) throws {
        #expect(
            try #require(Percentage(text)).isExceeded(by: UInt128(part), of: UInt128(whole))
                == isExceeded)
    }

    @Test func largestVolumesAreComparedExactly() throws {
        let share = try #require(Percentage("1%"))
        let part: UInt128 = 1_000_000_000_000_000_000_000
        #expect(!share.isExceeded(by: part, of: part * 100))
        #expect(share.isExceeded(by: part, of: part * 100 - 1))
    }
}
