/// A decision on one waybill.
package struct WaybillDecision: Sendable, Equatable {
    package let id: AdjudicationID
    /// Nil where it gives the waybill to nobody.
    package let winner: EnterpriseID?

    package init(id: AdjudicationID, winner: EnterpriseID?) {
        self.id = id
        self.winner = winner
    }
}

extension WaybillJudgement {
    /// Why a decision cannot be made on these rows of its waybill; nil where it can.
    ///
    /// `rows` are in order of place.
    package func fault(of decision: WaybillDecision, on rows: [Shipment]) -> InputFault.Problem? {
        let isDisputed = judge(rows).contains { judged in
            switch judged.verdict {
            case .returnedElsewhere, .contested: true
            default: false
            }
        }
        guard isDisputed else { return .decisionWithoutDispute }
        guard let winner = decision.winner else { return nil }
        return WaybillClaims(rows, period: period).isClaimed(by: winner)
            ? nil : .decisionForAnother
    }
}
