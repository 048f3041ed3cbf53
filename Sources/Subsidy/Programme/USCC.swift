/// A unified social credit code 统一社会信用代码 (GB 32100-2015), 18 characters.
package struct USCC: Hashable, Sendable {
    package let text: String

    package enum Fault: Error, Equatable, CaseIterable {
        case length
        /// A character that codes do not have: I, O, S, V, Z or one that is no letter or digit.
        case alphabet
        /// The last character does not follow from the first 17 (GB 32100-2015).
        case checkDigit
        /// Characters 9-17 are no organisation code (GB 11714-1997).
        case organisationCode
        /// The number of a resident's identity card (GB 11643-1999) stands in its place.
        case residentIdentityNumber
    }

    /// A code whose check characters, inner and outer, are right.
    ///
    /// `text` is taken as it stands.
    package init(_ text: String) throws(Fault) {
        let characters = Array(text.utf8)
        if Self.isResidentIdentityNumber(characters) { throw .residentIdentityNumber }
        guard characters.count == 18 else { throw .length }
        // The registrars of GB 32100-2015 (table 1), and A, N and Y, which came later.
        guard "123456789ANY".utf8.contains(characters[0]) else { throw .alphabet }
        guard characters[2..<8].allSatisfy({ (0x30...0x39) ~= $0 }) else { throw .alphabet }
        var sum = 0
        for (character, weight) in zip(characters, Self.weights) {
            guard let value = Self.alphabet.firstIndex(of: character) else { throw .alphabet }
            sum += value * weight
        }
        guard Self.alphabet.contains(characters[17]) else { throw .alphabet }
        guard characters[17] == Self.alphabet[(31 - sum % 31) % 31] else { throw .checkDigit }
        guard Self.isOrganisationCode(characters[8..<17]) else { throw .organisationCode }
        self.text = text
    }

    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
    private static let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

    /// GB 11714-1997: eight characters and a check character by weights, modulo 11.
    private static func isOrganisationCode(_ code: ArraySlice<UInt8>) -> Bool {
        var sum = 0
        for (character, weight) in zip(code, [3, 7, 9, 10, 5, 8, 4, 2]) {
            let value = character <= 0x39 ? Int(character) - 0x30 : Int(character) - 0x41 + 10
            sum += value * weight
        }
        let check = 11 - sum % 11
        let expected =
            switch check {
            case 10: UInt8(ascii: "X")
            case 11: UInt8(ascii: "0")
            default: UInt8(0x30 + check)
            }
        return code.last == expected
    }

    /// 17 digits and a check character by ISO 7064 MOD 11-2, with a birthday that can be.
    private static func isResidentIdentityNumber(_ characters: [UInt8]) -> Bool {
        guard characters.count == 18, characters[..<17].allSatisfy({ (0x30...0x39) ~= $0 }) else {
            return false
        }
        let digits = characters[..<17].map { Int($0) - 0x30 }
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
        return (1900...2099).contains(number(6..<10))
            && CalendarDate(year: number(6..<10), month: number(10..<12), day: number(12..<14))
                != nil
            && Array("10X98765432".utf8)[sum % 11] == characters[17]
    }
}

extension USCC: Comparable, CustomStringConvertible {
    package static func < (left: Self, right: Self) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }

    package var description: String { text }
}
