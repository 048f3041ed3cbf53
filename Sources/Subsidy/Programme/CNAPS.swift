/// A bank's number 联行号 in the China National Advanced Payment System, 12 digits.
package struct CNAPS: Hashable, Sendable {
    package let text: String

    /// Twelve digits; nil otherwise.
    ///
    /// The check digit is not asked for: some real codes break it.
    package init?(_ text: String) {
        guard text.utf8.count == 12, text.utf8.allSatisfy({ (0x30...0x39) ~= $0 }) else {
            return nil
        }
        self.text = text
    }

    /// The bank's own code: the first three digits.
    package var bankCode: Substring { text.prefix(3) }

    /// Whether the last digit follows from the others by ISO 7064 MOD 11,10.
    package var hasValidCheckDigit: Bool {
        let digits = text.utf8.map { Int($0) - 0x30 }
        var product = 10
        for digit in digits.dropLast() {
            let sum = (product + digit) % 10
            product = (sum == 0 ? 10 : sum) * 2 % 11
        }
        return (11 - product) % 10 == digits.last
    }
}
