import Subsidy
import Testing

/// Plain forms say what the full rules say, or nothing.
struct PlainFormsTests {
    /// The bytes as words, the first one lowest.
    private static func words(_ bytes: [UInt8]) -> (UInt64, UInt64, UInt64) {
        var words: [UInt64] = [0, 0, 0]
        for (index, byte) in bytes.enumerated() where index < 24 {
            words[index / 8] |= UInt64(byte) << UInt64(index % 8 * 8)
        }
        return (words[0], words[1], words[2])
    }

    private static func waybill(_ bytes: [UInt8]) -> WaybillKey? {
        let (first, second, third) = words(bytes)
        return PlainForms.waybill(first, second, third, count: bytes.count)
    }

    private static func date(_ bytes: [UInt8]) -> CalendarDate? {
        let (first, second, _) = words(bytes)
        return PlainForms.date(first, second, count: bytes.count)
    }

    private static func number(_ bytes: [UInt8]) -> UInt64? {
        PlainForms.number(words(bytes).0, count: bytes.count)
    }

    /// Texts of an alphabet, drawn, with one byte of any kind in every fourth.
    private static func draw(
        _ alphabet: String, lengths: ClosedRange<Int>, count: Int, seed: UInt64
    ) -> [[UInt8]] {
        var state = seed
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        let letters = Array(alphabet.utf8)
        return (0..<count).map { _ in
            let length = lengths.lowerBound + next(lengths.count)
            var text = (0..<length).map { _ in letters[next(letters.count)] }
            if length > 0, next(4) == 0 { text[next(length)] = UInt8(next(256)) }
            return text
        }
    }

    @Test(arguments: [
        "0123456789", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", "00000001", "0E1", "AZ09/:@[`",
    ])
    func waybillsAreThoseOfTheRule(alphabet: String) {
        var plain = 0
        for text in Self.draw(alphabet, lengths: 0...27, count: 40_000, seed: 7) {
            guard let key = Self.waybill(text) else { continue }
            plain += 1
            let rule = Waybill.reading(text.span)
            if rule != .packed(key, isSuspicious: false) || key.characters != text {
                Issue.record("\(text): \(rule)")
            }
        }
        #expect(plain > 500)
    }

    @Test(arguments: 1...24)
    func everyCharacterCountsAtEveryPlace(length: Int) {
        let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
        for place in 0..<length {
            for byte in UInt8.min...UInt8.max {
                var text = [UInt8](repeating: 0x37, count: length)
                text[place] = byte
                let isPlain = alphabet.contains(byte) && !(place == 1 && byte == 0x45)
                let key = Self.waybill(text)
                #expect((key != nil) == isPlain, "\(text)")
                if let key { #expect(key == WaybillKey(packing: text.span), "\(text)") }
            }
        }
    }

    @Test func suspiciousWaybillsAreLeftToTheRule() {
        for length in 1...24 {
            for zeros in 0...length {
                let text =
                    [UInt8](repeating: 0x37, count: length - zeros)
                    + [UInt8](repeating: 0x30, count: zeros)
                let isSuspicious = Waybill.hasLongTailOfZeros(text.span)
                if isSuspicious { #expect(Self.waybill(text) == nil, "\(text)") }
                if zeros < 3 { #expect(Self.waybill(text) != nil, "\(text)") }
            }
        }
    }

    @Test func everyDayOfTwoCenturiesIsRead() throws {
        for dayNumber in Int32(0)..<73_000 {
            let date = CalendarDate(dayNumber: dayNumber)
            if Self.date(Array(date.description.utf8)) != date { Issue.record("\(date)") }
        }
    }

    @Test func datesAreThoseOfTheRule() {
        var plain = 0
        let drawn = Self.draw("0123", lengths: 8...8, count: 60_000, seed: 3)
        for digits in drawn {
            let text = digits[0..<4] + [0x2D] + digits[4..<6] + [0x2D] + digits[6..<8]
            let date = Self.date(Array(text))
            let rule = ShipmentDate.reading(Array(text).span)
            if case .day(let day) = rule, digits.allSatisfy({ (0x30...0x39) ~= $0 }) {
                plain += 1
                if date != day { Issue.record("\(Array(text))") }
            } else if date != nil {
                Issue.record("\(Array(text)): \(rule)")
            }
        }
        #expect(plain > 1000)
    }

    @Test func otherFormsOfDatesAreLeftToTheRule() {
        let others = [
            "2026/03/15", "2026-3-15", "2026-03-1", "2026-03-155", "20260315", "2026-03/15",
            "2026.03.15", "", "2026-03-15 10:30", "2026-02-30", "0000-01-01", "2026-00-01",
        ]
        for text in others { #expect(Self.date(Array(text.utf8)) == nil, "\(text)") }
    }

    @Test func numbersAreThoseOfTheRule() {
        var plain = 0
        for text in Self.draw("0123456789", lengths: 0...11, count: 60_000, seed: 5) {
            guard let number = Self.number(text) else { continue }
            plain += 1
            if Quantity.pieces(text.span) != .stated(number) { Issue.record("\(text)") }
        }
        #expect(plain > 10_000)
        for text in ["", "0", "00", "1.0", "-1", " 1", "123456789", "/", ":"] {
            #expect(Self.number(Array(text.utf8)) == nil, "\(text)")
        }
        #expect(Self.number(Array("99999999".utf8)) == 99_999_999)
    }
}
