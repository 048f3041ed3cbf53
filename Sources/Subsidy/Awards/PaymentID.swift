/// The id of one payment, 30 characters, the same in every run: what it pays, not when it was made.
package struct PaymentID: Hashable, Comparable, Sendable {
    package let text: String

    /// The year, the code, the attempt in two digits and six hexadecimal digits of the digest
    /// (SHA-256) of the payer's account.
    package init(year: Int, uscc: USCC, attempt: Int, payerDigest: String) {
        precondition((1...99).contains(attempt), "an attempt has two digits")
        text =
            "\(year)\(uscc.text)\(attempt < 10 ? "0" : "")\(attempt)"
            + payerDigest.prefix(6).uppercased()
        precondition(text.utf8.count == 30, "a payment id has 30 characters")
    }

    package static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}
