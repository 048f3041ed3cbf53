/// What one batch of a year's payments sends, holds and asks back.
///
/// Awards and what is to be reclaimed are what was sent before, what this batch sends and what it
/// holds: of each enterprise, and so of all.
package struct BatchPlan: Sendable {
    /// One enterprise's part of a batch.
    package struct Position: Hashable, Sendable {
        package let award: Fen
        /// Sent before this batch and neither returned nor reclaimed.
        package let sentBefore: Fen
        package let payment: PaymentState

        /// What the award is beyond what was sent.
        package var owed: Fen { award > sentBefore ? award - sentBefore : .zero }

        /// What was sent beyond the award.
        package var toReclaim: Fen { sentBefore > award ? sentBefore - award : .zero }

        package var issued: Fen { payment.id == nil ? .zero : owed }

        package var held: Fen { payment.id == nil ? owed : .zero }
    }

    /// An enterprise that takes part in a batch.
    package struct Claim: Sendable {
        package let uscc: USCC
        package let award: Fen
        /// Why it cannot be paid, whatever is owed.
        package let holds: [HoldReason]
        /// A digest of all that a payment file would say of a payment of this amount to it.
        package let content: @Sendable (Fen) -> String

        package init(
            uscc: USCC, award: Fen, holds: [HoldReason],
            content: @escaping @Sendable (Fen) -> String
        ) {
            self.uscc = uscc
            self.award = award
            self.holds = holds
            self.content = content
        }
    }

    /// One for each claim, in their order.
    package let positions: [Position]
    /// In order of ids.
    package let payments: [SentPayment]

    /// Payments go out whole, in order of codes, as long as what is sent stays within the pool; from
    /// the first that would leave it, all wait for what is to be reclaimed.
    ///
    /// `claims` are all enterprises of the roster in order of codes, and none to which something was
    /// sent is missing; their awards sum to the pool.
    package init(
        year: Int, pool: Fen, claims: [Claim], after history: PaymentHistory, payerDigest: String
    ) {
        precondition(claims.map(\.award).total == pool, "the awards are the pool")
        precondition(
            Set(claims.map(\.uscc)).isSuperset(of: history.payees),
            "who was sent something stands on the roster")
        var room = pool > history.sent ? pool - history.sent : .zero
        var positions: [Position] = []
        var payments: [SentPayment] = []
        var isFull = false
        for claim in claims {
            let sentBefore = history.sent(to: claim.uscc)
            let owed = claim.award > sentBefore ? claim.award - sentBefore : .zero
            var payment = PaymentState.none
            if owed > .zero {
                isFull = isFull || (claim.holds.isEmpty && owed > room)
                let holds = claim.holds + (isFull && claim.holds.isEmpty ? [.awaitsReclaim] : [])
                if holds.isEmpty {
                    let id = Self.id(
                        of: claim, owed, year: year, history, payerDigest: payerDigest)
                    room = room - owed
                    payment = .issued(id)
                    payments.append(
                        SentPayment(
                            id: id, uscc: claim.uscc, amount: owed, content: claim.content(owed),
                            batch: history.batch + 1))
                } else {
                    payment = .held(holds)
                }
            }
            positions.append(
                Position(award: claim.award, sentBefore: sentBefore, payment: payment))
        }
        self.positions = positions
        self.payments = payments.sorted { $0.id < $1.id }
        prove(after: history, pool: pool)
    }

    package var toReclaim: Fen { positions.map(\.toReclaim).total }
    package var sentBefore: Fen { positions.map(\.sentBefore).total }
    package var issued: Fen { positions.map(\.issued).total }
    package var held: Fen { positions.map(\.held).total }

    /// The id of the payment that did not reach its payee, where nothing of it has changed, so that
    /// a bank refuses a second copy; else the next one.
    private static func id(
        of claim: Claim, _ amount: Fen, year: Int, _ history: PaymentHistory, payerDigest: String
    ) -> PaymentID {
        history.unreached(claim.content(amount), to: claim.uscc)
            ?? PaymentID(
                year: year, uscc: claim.uscc, attempt: history.attempts(for: claim.uscc) + 1,
                payerDigest: payerDigest)
    }

    private func prove(after history: PaymentHistory, pool: Fen) {
        precondition(sentBefore == history.sent, "what was sent went to the roster's enterprises")
        precondition(pool + toReclaim == sentBefore + issued + held, "a batch adds up")
        precondition(issued == payments.map(\.amount).total, "a payment is missing")
        precondition(issued == .zero || sentBefore + issued <= pool, "the pool is not exceeded")
    }
}

extension PaymentState {
    package var id: PaymentID? {
        if case .issued(let id) = self { return id }
        return nil
    }
}
