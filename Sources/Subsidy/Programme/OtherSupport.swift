/// One row of `other-support.csv`: what another programme grants an enterprise of the roster.
package struct SupportGrant: Hashable, Sendable {
    /// Whose programme it is; section 4 of the policy treats the two differently.
    package enum Level: String, Sendable, CaseIterable {
        case district
        case city
    }

    package var enterprise: EnterpriseID
    package var level: Level
    package var programme: String
    package var amount: Fen
    /// The reference of the paper by which the enterprise gave it up; nil while it has not.
    package var waiver: String?

    package init(
        enterprise: EnterpriseID, level: Level, programme: String, amount: Fen, waiver: String?
    ) {
        self.enterprise = enterprise
        self.level = level
        self.programme = programme
        self.amount = amount
        self.waiver = waiver
    }
}

/// The similar support that enterprises of the roster take elsewhere, by enterprise and level.
package struct OtherSupport: Sendable {
    package static let none = OtherSupport([])

    /// Grants of one enterprise and level, in the order of the table.
    private let byHolder: [Holder: [SupportGrant]]

    package struct Holder: Hashable, Sendable {
        package let enterprise: EnterpriseID
        package let level: SupportGrant.Level

        package init(enterprise: EnterpriseID, level: SupportGrant.Level) {
            self.enterprise = enterprise
            self.level = level
        }
    }

    package init(_ grants: [SupportGrant]) {
        byHolder = Dictionary(grouping: grants) {
            Holder(enterprise: $0.enterprise, level: $0.level)
        }
    }

    /// Everyone that is named, in order of enterprises, the district's support first.
    package var holders: [Holder] {
        byHolder.keys.sorted { left, right in
            left.enterprise == right.enterprise
                ? left.level == .district && right.level == .city
                : left.enterprise.rawValue < right.enterprise.rawValue
        }
    }

    package func grants(of holder: Holder) -> [SupportGrant] { byHolder[holder] ?? [] }

    /// Whether district support excludes the enterprise.
    ///
    /// "享受本方案补贴的企业，不再享受我区其它相类似的扶持政策": it may not *enjoy* both. Support that it
    /// has given up it does not enjoy, so only a grant without a waiver excludes.
    package func excludes(_ enterprise: EnterpriseID) -> Bool {
        grants(of: Holder(enterprise: enterprise, level: .district)).contains { $0.waiver == nil }
    }

    /// The enterprise's city support in fen, waived or not: a waiver follows from the decision
    /// which of the two is higher, and does not change it.
    package func cityFen(of enterprise: EnterpriseID) -> UInt128 {
        Self.totalFen(grants(of: Holder(enterprise: enterprise, level: .city)))
    }

    package static func totalFen(_ grants: [SupportGrant]) -> UInt128 {
        grants.reduce(0) { $0 + UInt128($1.amount.count) }
    }
}
