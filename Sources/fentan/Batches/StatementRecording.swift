import BankStatements
import Ledger
import Subsidy

/// Takes what a bank's file says into a year: answers, each about one payment, in their order.
struct StatementRecording {
    /// An answer that cannot be true beside what is known.
    struct Refused: Error {
        let line: Int
        let reference: String
        let fault: AnswerFault
    }

    /// What the file says that was not known, in the order in which it happened.
    private(set) var answers: [LedgerAnswer] = []
    /// How many answers were known already.
    private(set) var known = 0
    /// What is known with them.
    private(set) var history: PaymentHistory

    init(
        of statement: BankStatement, in year: LedgerYear, after history: PaymentHistory
    ) throws(Refused) {
        self.history = history
        let sent = SentBefore(year)
        for answer in try Self.answers(of: statement, sent) {
            let isNew: Bool
            do throws(AnswerFault) {
                isNew = try self.history.take(answer.answer)
            } catch {
                throw Refused(
                    line: answer.line, reference: answer.answer.payment.text, fault: error)
            }
            if isNew { answers.append(answer) } else { known += 1 }
        }
    }

    /// By day, then as things happen, then by line: a file may list them in any order.
    private static func answers(
        of statement: BankStatement, _ sent: SentBefore
    ) throws(Refused) -> [LedgerAnswer] {
        var answers: [LedgerAnswer] = []
        let named = Set(statement.subjects.compactMap(\.payment))
        let instructed = Set(
            statement.subjects.filter { $0.instruction != nil }.flatMap { sent.payments($0) })
        for entry in statement.entries {
            var payments = sent.payments(entry.subject)
            guard !payments.isEmpty else {
                throw Refused(
                    line: entry.line, reference: entry.subject.reference, fault: .unknownPayment)
            }
            // The narrowest answer about a payment decides.
            if entry.subject.payment == nil { payments.removeAll { named.contains($0) } }
            if case .message = entry.subject { payments.removeAll { instructed.contains($0) } }
            answers += payments.map { payment in
                LedgerAnswer(
                    BankAnswer(
                        payment: payment, state: entry.state, amount: entry.amount,
                        date: entry.date, reason: BankReason.withoutLongNumbers(entry.reason)),
                    line: entry.line)
            }
        }
        return answers.enumerated().sorted { left, right in
            let (one, other) = (left.element.answer, right.element.answer)
            if BankAnswer.happensBefore(one, other) { return true }
            if BankAnswer.happensBefore(other, one) { return false }
            return left.offset < right.offset
        }.map(\.element)
    }
}

/// The payments of a year by what banks call them.
private struct SentBefore {
    private let ids: Set<PaymentID>
    private var byMessage: [String: [PaymentID]] = [:]

    init(_ year: LedgerYear) {
        ids = Set(year.batches.flatMap(\.payments).map(\.id))
        for batch in year.batches {
            for edition in year.editions(of: batch.batch.number) {
                if let message = edition.message { byMessage[message] = batch.payments.map(\.id) }
            }
        }
    }

    func payments(_ subject: BankStatement.Subject) -> [PaymentID] {
        switch subject {
        case .payment(let id): ids.contains(id) ? [id] : []
        case .message(let id): byMessage[id] ?? []
        // A message has one instruction, named after it.
        case .paymentInformation(let id):
            id.hasSuffix("-1") ? byMessage[String(id.dropLast(2))] ?? [] : []
        }
    }
}

extension BankStatement {
    /// All that the file has a status of.
    fileprivate var subjects: Set<Subject> { undecided.union(entries.map(\.subject)) }
}

extension BankStatement.Subject {
    fileprivate var payment: PaymentID? {
        if case .payment(let id) = self { return id }
        return nil
    }

    fileprivate var instruction: String? {
        if case .paymentInformation(let id) = self { return id }
        return nil
    }

    fileprivate var reference: String {
        switch self {
        case .payment(let id): id.text
        case .message(let id), .paymentInformation(let id): id
        }
    }
}

/// What a bank wrote, as it may stand in the ledger.
enum BankReason {
    /// Of digits in a row only six, so that no account and no telephone number stays.
    static func withoutLongNumbers(_ text: String) -> String {
        var shown = ""
        var digits = 0
        for character in text.prefix(200) {
            digits = character.isNumber ? digits + 1 : 0
            shown.append(digits > 6 ? "*" : character)
        }
        return shown
    }
}
