import Subsidy

/// What the bank is asked to pay: the payer, the day and every payment that is issued.
struct PaymentOrder: Sendable {
    let payer: Payer
    let date: CalendarDate
    let year: Int
    /// In order of their ids, and so of codes.
    let payments: [Payment]

    /// One payment to one enterprise.
    struct Payment: Sendable {
        let id: PaymentID
        let payee: Payee
        let amount: Fen
        /// 用途: what the payee reads.
        let purpose: String
    }

    /// - Throws: `OutputDocuments.Fault` where the payer or a payee cannot stand in a payment file.
    init(of settlement: Settlement, date: CalendarDate) throws(OutputDocuments.Fault) {
        let programme = settlement.programme
        let purpose = programme.purpose
        payer = programme.payer
        self.date = date
        year = programme.year
        payments = (settlement.awards ?? []).compactMap { award in
            award.paymentID.map {
                Payment(
                    id: $0, payee: award.enterprise.payee, amount: award.position.issued,
                    purpose: purpose)
            }
        }.sorted { $0.id < $1.id }
        precondition(payments.map(\.amount).total == settlement.issued, "a payment is missing")
        try Self.check(payer)
    }

    var total: Fen { payments.map(\.amount).total }

    private static func check(_ payer: Payer) throws(OutputDocuments.Fault) {
        let fields: [(RosterField, String, ClosedRange<Int>)] = [
            (.accountName, payer.name, 1...140), (.account, payer.account, 1...34),
            (.bank, payer.bank, 0...140),
        ]
        for (field, text, lengths) in fields {
            let scalars = text.unicodeScalars
            guard lengths.contains(scalars.count), scalars.allSatisfy(HoldRule.isPrintable) else {
                throw .payer(field, limit: lengths.upperBound)
            }
        }
    }
}
