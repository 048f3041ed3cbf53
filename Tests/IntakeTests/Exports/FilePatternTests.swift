import Intake
import Testing

struct FilePatternTests {
    @Test(arguments: [
        ("sf.csv", "sf.csv", true), ("sf.csv", "*.csv", true), ("sf-1.csv", "sf-*.csv", true),
        ("SF.csv", "sf.csv", false), ("sf.csv", "s?.csv", true), ("s.csv", "s?.csv", false),
        ("圆通.csv", "??.csv", true), ("圆通2026.csv", "圆通*", true), ("a.csv", "*", true),
        ("", "*", true), ("", "?", false), ("", "", true), ("a", "", false), ("a.b", "a.b*", true),
        ("[a].csv", "[a].csv", true), ("aXcsv", "a.csv", false),
    ])
    func patternFitsTheWholeName(name: String, pattern: String, fits: Bool) {
        #expect(FilePattern.matches(name, pattern: pattern) == fits)
    }

    @Test func everySmallPatternFitsAsThePlainRuleSays() {
        let names = Self.strings(of: "ab", upTo: 5)
        var wrong: [String] = []
        for pattern in Self.strings(of: "ab*?", upTo: 4) {
            for name in names
            where FilePattern.matches(name, pattern: pattern)
                != Self.fits(Substring(name), Substring(pattern))
            {
                wrong.append("\(name) \(pattern)")
            }
        }
        #expect(wrong == [])
    }

    @Test func manyStarsTakeNoTime() {
        let name = String(repeating: "a", count: 200)
        let pattern = String(repeating: "*a", count: 60) + "*b"
        #expect(!FilePattern.matches(name, pattern: pattern))
    }

    private static func fits(_ name: Substring, _ pattern: Substring) -> Bool {
        guard let token = pattern.first else { return name.isEmpty }
        if token == "*" {
            return fits(name, pattern.dropFirst())
                || (!name.isEmpty && fits(name.dropFirst(), pattern))
        }
        guard let character = name.first, token == "?" || token == character else { return false }
        return fits(name.dropFirst(), pattern.dropFirst())
    }

    private static func strings(of alphabet: String, upTo length: Int) -> [String] {
        var all = [""]
        var longest = all
        for _ in 0..<length {
            longest = longest.flatMap { text in alphabet.map { text + String($0) } }
            all += longest
        }
        return all
    }
}
