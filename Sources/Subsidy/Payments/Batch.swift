/// One publication of a year's payments: which one it is, and why there is another.
package struct Batch: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case first
        /// What came back, and what was held and no longer is.
        case outstanding
        /// New awards for the year.
        case supersede
    }

    /// From 1, in the order of publication within the year.
    package let number: Int
    package let kind: Kind
    /// Why the year's awards are new ones; nil where they are not.
    package let reason: String?
    /// Whether finance has not used the earlier files that no bank had answered.
    package let withdraws: Bool

    package static let first = Batch(number: 1, kind: .first, reason: nil)

    package init(number: Int, kind: Kind, reason: String?, withdraws: Bool = false) {
        precondition((number == 1) == (kind == .first), "the first batch of a year is its first")
        precondition((reason != nil) == (kind == .supersede), "new awards have a reason")
        self.number = number
        self.kind = kind
        self.reason = reason
        self.withdraws = withdraws
    }

    /// Where its documents are if those of the first batch are at `place`: `out-2`, `out-3` and on.
    package func place(after place: String) -> String {
        number == 1 ? place : "\(place)-\(number)"
    }
}
