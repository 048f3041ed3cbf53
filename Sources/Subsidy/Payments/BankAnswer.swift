/// What a bank's file says of one payment.
package struct BankAnswer: Hashable, Sendable {
    package enum State: String, Sendable, CaseIterable {
        case paid
        /// It never reached the payee, or came back from there (退汇).
        case returned
        /// The payee has given back what it got too much.
        case reclaimed
    }

    package let payment: PaymentID
    package let state: State
    /// Nil where the file does not say it: the whole payment.
    package let amount: Fen?
    package let date: CalendarDate
    package let reason: String

    package init(
        payment: PaymentID, state: State, amount: Fen?, date: CalendarDate, reason: String
    ) {
        self.payment = payment
        self.state = state
        self.amount = amount
        self.date = date
        self.reason = reason
    }

    /// The order in which things happen: by date; what is paid on a day can come back on it.
    package static func happensBefore(_ left: Self, _ right: Self) -> Bool {
        left.date == right.date
            ? left.state.position < right.state.position : left.date < right.date
    }
}

extension BankAnswer.State {
    fileprivate var position: Int {
        switch self {
        case .paid: 0
        case .reclaimed: 1
        case .returned: 2
        }
    }
}

/// Why an answer cannot be true beside what is known.
package enum AnswerFault: Error, Equatable, Sendable {
    /// Nothing was ever sent under this id.
    case unknownPayment
    /// Paid and returned answers are of whole payments.
    case otherAmount(sent: Fen)
    /// A payment that came back on a day cannot be paid on a later one under the same id.
    case paidAfterReturn(CalendarDate)
    /// Somebody said that finance had not used the file it stood in.
    case neverImported
    case notPaid
    /// More than the payee has got too much.
    case nothingToReclaim(left: Fen)
    case returnedAfterReclaim
    case noAmount
}
