/// The id of one payment, 30 characters, the same in every run: what it pays, not when it was made.
package struct PaymentID: Hashable, Comparable, Sendable {
    package let text: String

    /// The year, the code, the attempt in two digits and six hexadecimal digits of the digest
    /// (SHA-256) of the payer's account.
    package init(year: Int, uscc: USCC, attempt: Int, payerDigest: String) {
        precondition(Self.attempts.contains(attempt), "an attempt has two digits")
        text =
            "\(year)\(uscc.text)\(attempt < 10 ? "0" : "")\(attempt)"
            + payerDigest.prefix(6).uppercased()
        precondition(text.utf8.count == 30, "a payment id has 30 characters")
    }

    /// An id as a file has it; nil where the text is none.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 30, bytes.prefix(4).allSatisfy(Self.isDigit),
            (try? USCC(String(decoding: bytes[4..<22], as: UTF8.self))) != nil,
            bytes[22..<24].allSatisfy(Self.isDigit), bytes[22..<24] != [0x30, 0x30],
            bytes[24...].allSatisfy({ Self.isDigit($0) || (0x41...0x46) ~= $0 })
        else { return nil }
        self.text = text
    }

    /// How often an enterprise can be paid in one year.
    package static let attempts = 1...99

    /// From 1.
    package var attempt: Int {
        text.utf8.dropFirst(22).prefix(2).reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    package static func < (left: Self, right: Self) -> Bool { left.text < right.text }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39) ~= byte }
}
