/// What one enterprise of the roster gets, and how.
package struct Award: Sendable {
    package let enterprise: Enterprise
    /// Pieces, waybills or grams.
    package let volume: UInt128
    package let share: Share
    package let payment: PaymentState

    package init(enterprise: Enterprise, volume: UInt128, share: Share, payment: PaymentState) {
        self.enterprise = enterprise
        self.volume = volume
        self.share = share
        self.payment = payment
    }

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
