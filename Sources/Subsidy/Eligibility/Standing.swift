/// Step 8: whether an enterprise takes part in the year's subsidy.
package enum Standing: Sendable, Equatable {
    case takesPart
    /// The review group has not decided; a volume of its stops the run.
    case pending
    case refused
    case notOnRoster

    package init(of enterprise: Enterprise?) {
        switch enterprise?.review {
        case nil: self = .notOnRoster
        case .approved: self = .takesPart
        case .pending: self = .pending
        case .refused: self = .refused
        }
    }

    /// The code of a row that this standing excludes; nil where it counts.
    package var exclusion: FindingCode? {
        switch self {
        case .takesPart, .pending: nil
        case .refused: .enterpriseRefused
        case .notOnRoster: .enterpriseNotOnRoster
        }
    }
}
