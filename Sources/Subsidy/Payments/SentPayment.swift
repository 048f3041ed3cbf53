/// One payment as it was written into the files of a batch.
package struct SentPayment: Hashable, Sendable {
    package let id: PaymentID
    package let uscc: USCC
    package let amount: Fen
    /// A digest of all that a payment file says of it: payee, account, bank and amount.
    package let content: String
    /// From 1, in the order of publication within the year.
    package let batch: Int

    package init(id: PaymentID, uscc: USCC, amount: Fen, content: String, batch: Int) {
        self.id = id
        self.uscc = uscc
        self.amount = amount
        self.content = content
        self.batch = batch
    }
}
