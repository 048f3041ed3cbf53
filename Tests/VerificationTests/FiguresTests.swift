import Testing

@testable import Verification

struct FiguresTests {
    @Test(
        arguments: [
            ("0.00", 0), ("0.01", 1), ("500000.00", 50_000_000), ("1.5", nil), ("1", nil),
            ("01.00", nil),
            ("1.000", nil), ("", nil), (".50", nil), ("+1.00", nil), ("-1.00", nil), (" 1.00", nil),
            ("1,000.00", nil), ("1.00\n", nil), ("１.00", nil), ("1.00abc", nil), ("1e2.00", nil),
            ("1.-1", nil),
            ("1..00", nil), ("9999999999999999999999999.00", nil),
        ] as [(String, UInt128?)])
    func amountHasTwoDecimals(text: String, fen: UInt128?) {
        #expect(Figures.fen(text) == fen)
    }

    @Test(
        arguments: [
            ("500000", 50_000_000), ("0.5", 50), ("7.25", 725), ("7.", nil), ("7.125", nil),
        ]
            as [(String, UInt128?)])
    func typedAmountHasAtMostTwoDecimals(text: String, fen: UInt128?) {
        #expect(Figures.typedFen(text) == fen)
    }

    @Test(
        arguments: [
            ("12", VolumeUnit.pieces, 12), ("12", .waybills, 12), ("12.500", .weight, 12500),
            ("12", .weight, nil), ("12.5", .weight, nil), ("12.500", .pieces, nil),
            ("0.001", .weight, 1),
        ] as [(String, VolumeUnit, UInt128?)])
    func volumeHasItsUnitsForm(text: String, unit: VolumeUnit, volume: UInt128?) {
        #expect(Figures.volume(text, in: unit) == volume)
    }

    @Test(
        arguments: [
            (1, 1, 2, 1), (1, 1, 3, 0), (2, 1, 3, 1), (5, 1, 10, 1), (4, 1, 10, 0), (3, 5, 2, 8),
            (0, 9, 7, 0), (1, 1, 0, nil),
        ] as [(UInt128, UInt128, UInt128, UInt128?)])
    func halfIsRoundedUp(value: UInt128, factor: UInt128, divisor: UInt128, rounded: UInt128?) {
        #expect(Figures.roundedHalfUp(value, times: factor, over: divisor) == rounded)
    }

    @Test(
        arguments: [
            (33, 144, "22.9167%"), (1, 1, "100.0000%"), (1, 2_000_000, "0.0001%"),
            (0, 5, "0.0000%"),
        ]
            as [(UInt128, UInt128, String)])
    func shareHasFourDecimals(part: UInt128, whole: UInt128, text: String) {
        #expect(Figures.percentage(part, of: whole) == text)
    }
}
