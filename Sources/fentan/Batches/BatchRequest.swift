import Subsidy

/// What a run is to publish of its year.
enum BatchRequest: Hashable, Sendable {
    /// The year's first batch; where there is one, whatever was published from these inputs.
    case first
    /// What is owed and not under way.
    case outstanding
    /// New awards. `neverImported` says that finance has not used files that no bank has answered.
    case supersede(reason: String, neverImported: Bool)

    /// The batch that is asked for, after so many.
    func batch(after count: Int, withdraws: Bool = false) -> Batch {
        switch self {
        case .first: .first
        case .outstanding: Batch(number: count + 1, kind: .outstanding, reason: nil)
        case .supersede(let reason, _):
            Batch(number: count + 1, kind: .supersede, reason: reason, withdraws: withdraws)
        }
    }
}
