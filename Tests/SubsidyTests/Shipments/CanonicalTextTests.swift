import Subsidy
import Testing

struct CanonicalTextTests {
    @Test(arguments: [
        ("a", "a"), ("", ""), ("  a \t", "a"), ("\u{FEFF}a\u{A0}", "a"), ("\u{200B}a\u{200D}", "a"),
        ("\u{3000}a b\u{3000}", "a b"), ("\r\na\n", "a"), ("\u{2060}\u{202F}\u{2003}a", "a"),
        ("=\"7730\"", "7730"), (" =\" 7730\t\" ", "7730"), ("=\"\"", ""), ("='7730'", "='7730'"),
        ("'7730", "7730"), ("' 7730", "7730"), ("=\"'7730\"", "7730"), ("'", ""),
        ("７７３０ＡＢｃ", "7730ABc"), ("（广州）", "(广州)"), ("a\u{3000}b", "a b"), ("～！", "~!"),
        ("a'b", "a'b"), ("=1+1", "=1+1"), ("\"a\"", "\"a\""), ("e\u{301}", "e\u{301}"),
    ])
    func cellIsWhatStandsInTheWrapping(text: String, canonical: String) {
        #expect(CanonicalText.cell(text).unicodeScalars.elementsEqual(canonical.unicodeScalars))
    }

    @Test(arguments: [
        ("-", ""), (" - ", ""), ("－", ""), ("=\"-\"", ""), ("--", "--"), ("-1", "-1"), ("", ""),
    ])
    func dashAloneIsNothing(text: String, value: String) {
        #expect(CanonicalText.value(text) == value)
    }

    @Test(arguments: [
        ("广州（从化） 甲 公司", "广州(从化)甲公司"), ("a\u{A0}b\tc\u{3000}d\u{200B}e", "abcde"), ("", ""),
        ("\u{FEFF}甲\u{FEFF}乙", "甲乙"),
    ])
    func namesAreComparedWithoutAnyBlank(text: String, name: String) {
        #expect(CanonicalText.name(text) == name)
    }

    @Test(arguments: [
        (" 广州（从化）\u{3000}甲 ", "广州（从化）\u{3000}甲"), ("=\"甲\"", "甲"), ("'甲", "甲"), ("ＡＢ", "ＡＢ"),
        ("", ""),
        ("\u{FEFF}甲\t", "甲"),
    ])
    func unwrappedTextIsOtherwiseAsTyped(text: String, unwrapped: String) {
        #expect(CanonicalText.unwrapped(text) == unwrapped)
    }
}
