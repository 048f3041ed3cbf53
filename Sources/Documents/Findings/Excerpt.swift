import Subsidy

/// Text from somebody's file, fit to be shown: short, and with what is not seen made visible.
package enum Excerpt {
    static let limit = 60

    /// All of `text` in one line: a name with a line break in it makes no line of its own.
    package static func line(_ text: String) -> String { visible(text, limit: .max) }

    /// `text` in at most `limit` characters; controls as ␉, zero-width and turning ones as ⟨U+200B⟩.
    static func visible(_ text: String, limit: Int = limit) -> String {
        var bytes: [UInt8] = []
        append(text, limit: limit, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    static func append(_ text: String, limit: Int = limit, to bytes: inout [UInt8]) {
        if isPlain(text, limit: limit) {
            bytes.append(contentsOf: text.utf8)
            return
        }
        for (index, scalar) in text.unicodeScalars.enumerated() {
            if index == limit {
                bytes.append(contentsOf: "…".utf8)
                return
            }
            append(scalar, to: &bytes)
        }
    }

    /// `cell` with each number in it that can be a person's shown by its first three and last two
    /// characters alone: a resident's, 18 or 15 characters with a birthday in their place, mistyped
    /// ones too, and a mobile number.
    ///
    /// A cell may have slipped into the next column.
    static func withoutPersonalNumbers(_ cell: String) -> String {
        // Most cells have too few digits, of either width, and are not taken apart.
        let digits = cell.utf8.count { (0x30...0x39) ~= $0 || $0 == 0xEF }
        if digits < 11 { return cell }
        return cell.rewritingRuns(where: isIdentityCharacter, gaps: isGap) { run in
            let number = run.filter { !isGap($0) }
            if isPersonal(number) { return masked(number) + gap(endingIn: run) }
            // A date may stand before it.
            return String(run).rewritingRuns(where: { !isGap($0) }) { group in
                isPersonal(group) ? masked(group) : String(group)
            }
        }
    }

    /// `text` with each run of eight digits and more as `****`: an account may have been typed there.
    static func withoutLongNumbers(_ text: String) -> String {
        text.rewritingRuns(where: { digit($0) != nil }) { $0.count >= 8 ? "****" : String($0) }
    }

    /// `text` with each number that can be an account as `****`: `shortest` digits and more in a row,
    /// or twelve and more in groups.
    static func withoutAccounts(_ text: String, from shortest: Int) -> String {
        text.rewritingRuns(where: { digit($0) != nil }, gaps: isGap) { run in
            let groups = run.split(omittingEmptySubsequences: false) { isGap($0) }
            let isAccount =
                groups.joined().count >= 12 || groups.contains { $0.count >= shortest }
            return isAccount ? "****" + gap(endingIn: run) : String(run)
        }
    }

    /// What followed a number stays apart from what comes.
    private static func gap(endingIn run: [Character]) -> String {
        String(run.reversed().prefix { isGap($0) }.reversed())
    }

    private static func isPersonal(_ number: [Character]) -> Bool {
        if canBeIdentityNumber(number) { return true }
        let digits = number.compactMap(digit)
        return digits.count == number.count && MobileNumber.canBe(digits)
    }

    private static func masked(_ number: [Character]) -> String {
        String(number.prefix(3)) + String(repeating: "*", count: number.count - 5)
            + String(number.suffix(2))
    }

    /// What people put between the groups of a number.
    private static func isGap(_ character: Character) -> Bool {
        " -\u{A0}\u{3000}\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}".contains(character)
    }

    /// Digits of either width, and X.
    private static func isIdentityCharacter(_ character: Character) -> Bool {
        digit(character) != nil || "XxＸｘ".contains(character)
    }

    private static func digit(_ character: Character) -> Int? {
        let value = character.unicodeScalars.first?.value ?? 0
        return switch value {
        case 0x30...0x39: Int(value - 0x30)
        case 0xFF10...0xFF19: Int(value - 0xFF10)
        default: nil
        }
    }

    /// GB 11643-1999: region, birthday, serial number, check character; 15 digits before 1999.
    private static func canBeIdentityNumber(_ run: [Character]) -> Bool {
        guard run.count == 15 || run.count == 18 else { return false }
        let digits = run[6..<(run.count == 15 ? 12 : 14)].compactMap(digit)
        guard digits.count == (run.count == 15 ? 6 : 8) else { return false }
        let number = digits.reduce(run.count == 15 ? 19 : 0) { $0 * 10 + $1 }
        guard (18_000_101...20_991_231).contains(number) else { return false }
        let (month, day) = (number / 100 % 100, number % 100)
        return CalendarDate(year: number / 10_000, month: month, day: day) != nil
    }

    /// ASCII that is seen and short: most cells, and nothing is to be done with them.
    private static func isPlain(_ text: String, limit: Int) -> Bool {
        let bytes = text.utf8
        return bytes.count <= limit && bytes.allSatisfy { (0x20...0x7E) ~= $0 }
    }

    private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        switch scalar.value {
        case 0..<0x20: append(shown: 0x2400 + scalar.value, to: &bytes)
        case 0x7F: append(shown: 0x2421, to: &bytes)
        case 0x80..<0xA0, 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F,
            0xFEFF, 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF, 0xE0000...0xE0FFF:
            let digits = String(scalar.value, radix: 16, uppercase: true)
            let zeros = String(repeating: "0", count: max(0, 4 - digits.utf8.count))
            bytes.append(contentsOf: "⟨U+\(zeros)\(digits)⟩".utf8)
        default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }

    private static func append(shown value: UInt32, to bytes: inout [UInt8]) {
        guard let scalar = Unicode.Scalar(value) else { return }
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
}
