/// Step 8: whether an enterprise takes part in the year's subsidy.
package enum Standing: Sendable, Equatable {
    case takesPart
    /// The review group has not decided; a volume of its stops the run.
    case pending
    /// It has city support: whether its rows count is known once all volumes are.
    case undecided
    case refused
    case notOnRoster
    /// It enjoys similar support of the district.
    case supported

    /// `id` is the enterprise's on the roster.
    package init(of enterprise: Enterprise?, id: EnterpriseID, support: OtherSupport) {
        self.init(of: enterprise)
        guard self == .takesPart || self == .pending else { return }
        if support.excludes(id) {
            self = .supported
        } else if support.cityFen(of: id) > 0 {
            self = .undecided
        }
    }

    package init(of enterprise: Enterprise?) {
        switch enterprise?.review {
        case nil: self = .notOnRoster
        case .approved: self = .takesPart
        case .pending: self = .pending
        case .refused: self = .refused
        }
    }
}
