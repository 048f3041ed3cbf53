import Subsidy
import Testing

struct WaybillTests {
    private func reading(_ cell: String) -> WaybillReading {
        let bytes = Array(cell.utf8)
        return Waybill.reading(bytes.span)
    }

    @Test(
        arguments: [
            ("SF1234567890123", "SF1234567890123"), ("SF1234567890123\t", "SF1234567890123"),
            (" \tSF1 ", "SF1"), ("'7730123", "7730123"), ("=\"7730123\"", "7730123"),
            ("=\"'7730123\"", "7730123"), ("'=\"7730123\"", "7730123"),
            ("=\" 7730123\t\"", "7730123"),
            ("７７３０ＡＢ", "7730AB"), ("sf12ab", "SF12AB"), ("ｓｆ１", "SF1"),
            ("\u{A0}SF1\u{200B}", "SF1"),
            ("\u{FEFF}SF1", "SF1"), ("=\"sf1\"", "SF1"), ("'sf1", "SF1"), ("SF1\r\n", "SF1"),
            ("007730", "007730"), ("JD-1_2/3", "JD-1_2/3"), ("SF\u{200B}1\u{FEFF}2", "SF12"),
            ("\u{3000}7730\u{3000}", "7730"),
            ("1E", "1E"), ("E5", "E5"), ("12E5", "12E5"),
        ])
    func wrappingsComeOff(cell: String, number: String) throws {
        #expect(reading(cell) == .packed(try Sample.key(number), isSuspicious: false))
    }

    @Test(arguments: [
        "SF 123", "1.E5", "圆通1", "1.23", String(repeating: "9", count: 25), "A.B", "1E5X.", "é",
    ])
    func numberThatDoesNotPackIsKeptWhole(number: String) {
        let canonical = number.uppercased()
        #expect(reading(number) == .long(Array(canonical.utf8), isSuspicious: false))
        #expect(
            reading("\t'" + number + "\u{A0}") == .long(Array(canonical.utf8), isSuspicious: false))
    }

    @Test(arguments: [
        "", " ", "\t", "-", " - ", "'", "=\"\"", "=\"-\"", "'-", "－", "\u{A0}", "\u{FEFF}\u{200B}",
        "=\" \"", "\u{3000}",
    ])
    func blankOrDashIsNoNumber(cell: String) {
        #expect(reading(cell) == .missing)
    }

    @Test(arguments: [
        "1.23457E+14", "4.62599E+14", "7E+12", "1E15", "1.2E9", "1.23457e+14", "１.２E+１４",
        "=\"1.23457E+14\"", "'1.23457E+14", "\t1.23457E+14 ", "\u{A0}7.73E+13", "1E+0",
    ])
    func scientificFormIsDamage(cell: String) {
        #expect(reading(cell) == .damaged)
    }

    @Test(arguments: ["12E5", "1E", "1E+", "1.E+5", "E+14", "1.2.3E+14", "1.2E-14", "A1E5", "1E5A"])
    func whatOnlyLooksScientificIsNone(cell: String) {
        #expect(reading(cell) != .damaged)
        #expect(reading(cell) != .missing)
    }

    @Test(arguments: [
        ("773012345678901000", true), ("7730123456789010000", true),
        ("'773012345678901000", true), ("７７３０１２３４５６７８９０１０００", true),
        ("77301234567890100000000000", true), ("77301234567890000", false),
        ("773012345678901001", false), ("SF7730123456789000", false),
        ("000000000000000000", true),
    ])
    func longTailOfZerosIsSuspicious(cell: String, isSuspicious: Bool) {
        let found: Bool? =
            switch reading(cell) {
            case .packed(_, let found), .long(_, let found): found
            case .missing, .damaged: nil
            }
        #expect(found == isSuspicious)
    }
}
