import Subsidy

/// What tells two payments apart, as a digest: no account stands in the ledger.
enum PaymentContent {
    /// Over payer, payee and amount; two payments of one content are one payment.
    static func digest(of amount: Fen, to payee: Payee, payerDigest: String) -> String {
        // None of the texts has a control character in it, or the payment would be held.
        let parts = [
            payerDigest, payee.accountName, payee.account, payee.bank, payee.cnaps, payee.province,
            payee.city, amount.description,
        ]
        return Digest.sha256(parts.joined(separator: "\n").utf8)
    }
}
