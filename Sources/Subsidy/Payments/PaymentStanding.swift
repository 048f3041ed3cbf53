/// What has become of one enterprise's award: what was sent of it, and what came of that.
///
/// Award and what is to be reclaimed are what was issued and neither came back nor was given back,
/// and what is held.
package struct PaymentStanding: Hashable, Sendable {
    package let award: Fen
    /// Written into payment files that finance has used, or may have.
    package let issued: Fen
    /// Of these, what the bank has confirmed.
    package let paid: Fen
    /// Of these, what came back.
    package let returned: Fen
    /// Of what was paid, what the enterprise has given back.
    package let reclaimed: Fen
    /// Owed, and neither paid nor under way.
    package let held: Fen
    package let toReclaim: Fen
    /// Why something is held; nil where nothing is.
    package let wait: Wait?

    package enum Wait: Hashable, Sendable {
        /// Nothing is under way since this day.
        case returned(CalendarDate)
        case neverImported
        /// By the newest batch; its held.csv says why.
        case held
    }

    /// Issued and not answered yet.
    package var underWay: Fen { issued - paid - returned }

    package init(of uscc: USCC, in history: PaymentHistory) {
        let sendings = history.sendings(to: uscc)
        func total(_ isMeant: (PaymentHistory.State) -> Bool) -> Fen {
            sendings.filter { isMeant($0.state) }.map(\.payment.amount).total
        }
        award = history.award(of: uscc)
        issued = total { $0 != .neverImported }
        paid = total { if case .paid = $0 { true } else { false } }
        returned = total { if case .returned = $0 { true } else { false } }
        reclaimed = sendings.map(\.reclaimed).total
        toReclaim = history.toReclaim(from: uscc)
        let sent = history.sent(to: uscc)
        held = award > sent ? award - sent : .zero
        wait = held == .zero ? nil : Self.wait(after: sendings, in: history)
        precondition(
            award + toReclaim + returned + reclaimed == issued + held, "a standing adds up")
    }

    /// What the newest batch has not sent is held by it; what it has sent came back since.
    private static func wait(
        after sendings: [PaymentHistory.Sending], in history: PaymentHistory
    ) -> Wait {
        guard let newest = sendings.max(by: { $0.payment.batch < $1.payment.batch }),
            newest.payment.batch == history.batch
        else { return .held }
        switch newest.state {
        case .returned(let date): return .returned(date)
        case .neverImported: return .neverImported
        case .underWay, .paid: return .held
        }
    }
}
