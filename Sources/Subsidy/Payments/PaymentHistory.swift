/// All that was sent of a year, and what the bank said of it, in the order in which it was learned.
///
/// Rows are only added: a state is what the rows come to.
package struct PaymentHistory: Sendable {
    /// One sending of a payment; a payment that came back may be sent again under its id.
    package struct Sending: Sendable {
        package let payment: SentPayment
        fileprivate(set) var paid: Set<CalendarDate> = []
        fileprivate(set) var returned: Set<CalendarDate> = []
        fileprivate(set) var reclaims: Set<Reclaim> = []
        fileprivate(set) var isWithdrawn = false
    }

    package struct Reclaim: Hashable, Sendable {
        package let date: CalendarDate
        package let amount: Fen
    }

    /// What is known of a sending.
    package enum State: Hashable, Sendable {
        case underWay
        case paid(CalendarDate)
        case returned(CalendarDate)
        /// Finance has not used the file it stood in.
        case neverImported
    }

    /// The awards of the newest batch, by code.
    private var awards: [USCC: Fen] = [:]
    /// In the order of sending.
    private var sendings: [PaymentID: [Sending]] = [:]
    private var payments: [USCC: [PaymentID]] = [:]
    /// The number of the newest batch; 0 before the first.
    package private(set) var batch = 0

    package init() {}

    /// Takes note of a batch: what each enterprise of the roster is awarded, and what was sent.
    package mutating func publish(_ sent: [SentPayment], awards: [USCC: Fen]) {
        batch += 1
        self.awards = awards
        for payment in sent {
            precondition(payment.batch == batch, "a batch sends its own payments")
            let earlier = sendings[payment.id] ?? []
            precondition(
                earlier.allSatisfy { !$0.isLive && $0.payment.content == payment.content },
                "an id is sent again only after it came back, and with the same content")
            if earlier.isEmpty { payments[payment.uscc, default: []].append(payment.id) }
            sendings[payment.id, default: []].append(Sending(payment: payment))
        }
    }

    /// Takes note that no file with a payment under way was used.
    package mutating func withdrawUnderWay() {
        for id in sendings.keys {
            for index in sendings[id, default: []].indices
            where sendings[id]?[index].state == .underWay {
                sendings[id]?[index].isWithdrawn = true
            }
        }
    }

    /// Takes an answer; false where it says nothing new.
    package mutating func take(_ answer: BankAnswer) throws(AnswerFault) -> Bool {
        guard let known = sendings[answer.payment], let last = known.last else {
            throw .unknownPayment
        }
        // What is dated before a payment came back is about the sending that came back.
        let index =
            known.firstIndex { sending in
                sending.returned.min().map { answer.date <= $0 } ?? false
            } ?? known.count - 1
        var sending = known[index]
        if sending.isWithdrawn { throw .neverImported }
        if answer.state != .reclaimed, let amount = answer.amount, amount != last.payment.amount {
            throw .otherAmount(sent: last.payment.amount)
        }
        let isNew = try Self.note(
            answer, in: &sending, left: toReclaim(from: sending.payment.uscc))
        sendings[answer.payment]?[index] = sending
        return isNew
    }

    private static func note(
        _ answer: BankAnswer, in sending: inout Sending, left: Fen
    ) throws(AnswerFault) -> Bool {
        switch answer.state {
        case .paid:
            if let returned = sending.returned.min(), answer.date > returned {
                throw .paidAfterReturn(returned)
            }
            return sending.paid.insert(answer.date).inserted
        case .returned:
            if let paid = sending.paid.max(), paid > answer.date {
                throw .paidAfterReturn(answer.date)
            }
            guard sending.reclaims.isEmpty else { throw .returnedAfterReclaim }
            return sending.returned.insert(answer.date).inserted
        case .reclaimed:
            guard let amount = answer.amount else { throw .noAmount }
            let reclaim = Reclaim(date: answer.date, amount: amount)
            if sending.reclaims.contains(reclaim) { return false }
            guard case .paid(let paid) = sending.state, paid <= answer.date else { throw .notPaid }
            let rest = min(left, sending.kept)
            guard amount > .zero, amount <= rest else { throw .nothingToReclaim(left: rest) }
            sending.reclaims.insert(reclaim)
            return true
        }
    }
}

extension PaymentHistory.Sending {
    package var state: PaymentHistory.State {
        if let date = returned.min() { return .returned(date) }
        if isWithdrawn { return .neverImported }
        return paid.min().map(PaymentHistory.State.paid) ?? .underWay
    }

    package var reclaimed: Fen { reclaims.map(\.amount).total }

    /// Whether the payee has it, or may have.
    package var isLive: Bool {
        switch state {
        case .underWay, .paid: true
        case .returned, .neverImported: false
        }
    }

    /// What the payee has of it, or may have.
    package var kept: Fen { isLive ? payment.amount - reclaimed : .zero }
}

extension PaymentHistory {
    /// All sendings to an enterprise, by payment and then in their order.
    package func sendings(to uscc: USCC) -> [Sending] {
        (payments[uscc] ?? []).flatMap { sendings[$0] ?? [] }
    }

    /// What was sent to an enterprise and neither returned nor reclaimed.
    package func sent(to uscc: USCC) -> Fen { sendings(to: uscc).map(\.kept).total }

    /// The same of all enterprises; never more than the largest pool of the year.
    package var sent: Fen { payments.keys.map(sent(to:)).total }

    /// The codes of all enterprises to which something was sent.
    package var payees: [USCC] { payments.keys.sorted() }

    package func award(of uscc: USCC) -> Fen { awards[uscc] ?? .zero }

    /// What an enterprise has beyond its award.
    package func toReclaim(from uscc: USCC) -> Fen {
        let (sent, award) = (sent(to: uscc), award(of: uscc))
        return sent > award ? sent - award : .zero
    }

    /// What is sent and not answered yet, in order of ids.
    package var underWay: [SentPayment] {
        sendings.values.joined().filter { $0.state == .underWay }.map(\.payment)
            .sorted { $0.id < $1.id }
    }

    /// The newest payment to an enterprise with this content that did not reach it.
    package func unreached(_ content: String, to uscc: USCC) -> PaymentID? {
        (payments[uscc] ?? []).last { id in
            sendings[id]?.allSatisfy { $0.payment.content == content && !$0.isLive } == true
        }
    }

    /// How often an enterprise was paid under ids of its own.
    package func attempts(for uscc: USCC) -> Int {
        (payments[uscc] ?? []).map(\.attempt).max() ?? 0
    }
}
