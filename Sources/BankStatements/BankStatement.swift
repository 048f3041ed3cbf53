package import Subsidy

/// What one file of a bank says of payments.
package struct BankStatement: Hashable, Sendable {
    /// What an answer is about; where several are about one payment, the narrowest decides.
    package enum Subject: Hashable, Sendable {
        case payment(PaymentID)
        /// All payments of one instruction, by its PmtInfId.
        case paymentInformation(String)
        /// All payments of one message, by its MsgId.
        case message(String)
    }

    package enum Kind: String, Sendable, CaseIterable {
        case csv
        case pain002 = "pain.002"
    }

    /// One answer, with the line that it begins on.
    package struct Entry: Hashable, Sendable {
        package let subject: Subject
        package let state: BankAnswer.State
        /// Nil where the file does not say it; never where money was reclaimed.
        package let amount: Fen?
        package let date: CalendarDate
        /// As the bank wrote it: it may name people and accounts, and is never shown.
        package let reason: String
        /// From 1.
        package let line: Int

        package init(
            subject: Subject, state: BankAnswer.State, amount: Fen?, date: CalendarDate,
            reason: String, line: Int
        ) {
            self.subject = subject
            self.state = state
            self.amount = amount
            self.date = date
            self.reason = reason
            self.line = line
        }
    }

    package let kind: Kind
    /// In the order of the file.
    package let entries: [Entry]
    /// What has a status of its own that is no answer yet: an answer for more is not about these.
    package let undecided: Set<Subject>
    /// How many statuses are no answer yet; what is listed in parts counts by its parts.
    package let unanswered: Int
}
