/// What one enterprise of the roster gets, and how.
package struct Award: Sendable {
    package let enterprise: Enterprise
    /// Pieces, waybills or grams.
    package let volume: UInt128
    package let share: Share
    /// What is sent of it, and what was before.
    package let position: BatchPlan.Position

    /// An award of which nothing was sent yet.
    package init(enterprise: Enterprise, volume: UInt128, share: Share, payment: PaymentState) {
        self.enterprise = enterprise
        self.volume = volume
        self.share = share
        position = BatchPlan.Position(award: share.award, sentBefore: .zero, payment: payment)
    }

    private init(_ award: Award, at position: BatchPlan.Position) {
        precondition(position.award == award.amount, "a position is the award's own")
        enterprise = award.enterprise
        volume = award.volume
        share = award.share
        self.position = position
    }

    /// The same award in a batch.
    package func at(_ position: BatchPlan.Position) -> Award { Award(self, at: position) }

    package var payment: PaymentState { position.payment }

    package var amount: Fen { share.award }

    package var paymentID: PaymentID? {
        if case .issued(let id) = payment { return id }
        return nil
    }

    package var holdReasons: [HoldReason] {
        if case .held(let reasons) = payment { return reasons }
        return []
    }
}

/// What becomes of an award.
package enum PaymentState: Hashable, Sendable {
    /// Written into the payment files under this id.
    case issued(PaymentID)
    case held([HoldReason])
    /// There is nothing to pay.
    case none
}
