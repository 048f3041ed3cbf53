import Subsidy
import Testing

/// Two wrappings of one kind came off a plain cell, and one off a cell with a wide blank beside it.
struct WaybillWrappingTests {
    @Test(arguments: [
        "''SF1", "=\"=\"SF1\"\"", "'\r'SF1", "'=\"SF1\"", "=\"'SF1\"", "'=\"'SF1\"", "''", "=\"\"",
        "'-",
    ])
    func outerBlanksMakeNoDifference(cell: String) {
        let plain = Array(cell.utf8)
        for (before, after) in [(" ", "\t"), ("\u{A0}", ""), ("", "\u{3000}"), ("\u{FEFF}", " ")] {
            let padded = Array((before + cell + after).utf8)
            #expect(Waybill.reading(padded.span) == Waybill.reading(plain.span))
        }
    }

    @Test(arguments: [("''SF1", "'SF1"), ("=\"=\"SF1\"\"", "=\"SF1\""), ("'=\"'SF1\"", "'SF1")])
    func aWrappingComesOffOnce(cell: String, number: String) {
        let bytes = Array(cell.utf8)
        #expect(Waybill.reading(bytes.span) == .long(Array(number.utf8), isSuspicious: false))
        #expect(CanonicalText.value(cell) == number)
    }
}
