/// The higher, not both: who takes this subsidy although the city offers similar support.
///
/// "与广州市出台的其他优惠政策类同的，企业可按就高原则申请享受，但不重复享受" (section 4 of the policy). An
/// enterprise's quota depends on who else takes part: who leaves raises the quotas of the others, so
/// several answers can be stable. The order is therefore part of the rule.
///
/// Enterprises with volume come in order of city amount / volume, of equal ones the larger volume
/// first, then the smaller key. One by one, who has a quota beside those that already stay of at
/// least its city amount stays; the others leave.
///
/// **Nobody who stays would rather leave, and nobody who left would rather join.** Write P for the
/// pool, and of an enterprise i write vᵢ for its volume, cᵢ for its city amount and rᵢ = cᵢ / vᵢ;
/// Tᵢ for the volume of those that stay before it, its own included; and T for the volume of all that
/// stay in the end. The rule says that i stays if and only if P·vᵢ / Tᵢ ≥ cᵢ, which is P ≥ rᵢ·Tᵢ.
///
/// * *Who stays*: let l be the last that stays. Then T = Tₗ and P ≥ rₗ·T. Each i that stays comes no
///   later than l, so rᵢ ≤ rₗ and P ≥ rᵢ·T: its quota P·vᵢ / T is at least cᵢ.
/// * *Who left*: j left because P < rⱼ·Tⱼ, and Tⱼ is the volume of those that stayed before it plus
///   vⱼ. Those that stayed after it only add to it, so Tⱼ ≤ T + vⱼ, and P < rⱼ·(T + vⱼ): were it to
///   join, its quota P·vⱼ / (T + vⱼ) would be less than cⱼ.
///
/// No group would rather move together either: each that would leave loses by it, so none does; and
/// more that join make T larger still.
package enum CitySupport {
    /// An enterprise with what it could have: its volume's share here, or the city's amount.
    package struct Candidate<Key: Comparable & Sendable>: Sendable {
        package let key: Key
        package let volume: UInt128
        /// In fen; 0 for those without.
        package let cityFen: UInt128

        package init(key: Key, volume: UInt128, cityFen: UInt128) {
            self.key = key
            self.volume = volume
            self.cityFen = cityFen
        }
    }

    /// What one candidate does, and the quota that decided it.
    package struct Decision: Hashable, Sendable {
        /// Its place in the order, from 1.
        package let order: Int
        package let stays: Bool
        /// Pool in fen times its volume.
        package let numerator: UInt128
        /// Its volume and that of those that stay before it.
        package let denominator: UInt128

        /// The whole fen of its quota beside those that already stay: at least its city amount
        /// exactly if the quota is.
        package var quotaFen: UInt128 { numerator / denominator }
    }

    /// The decision of each candidate, in the order of the candidates; nil for one without volume.
    ///
    /// A quota is compared with an amount by cross-multiplication, never rounded.
    package static func decisions<Key>(
        pool: Fen, _ candidates: [Candidate<Key>]
    ) -> [Decision?] {
        var decisions = [Decision?](repeating: nil, count: candidates.count)
        var staying: UInt128 = 0
        let order = candidates.indices.filter { candidates[$0].volume > 0 }
            .sorted { isBefore(candidates[$0], candidates[$1]) }
        for (position, index) in order.enumerated() {
            let candidate = candidates[index]
            let numerator = UInt128(pool.count) * candidate.volume
            let denominator = staying + candidate.volume
            let needed = candidate.cityFen.multipliedReportingOverflow(by: denominator)
            let stays = !needed.overflow && numerator >= needed.partialValue
            if stays { staying = denominator }
            decisions[index] = Decision(
                order: position + 1, stays: stays, numerator: numerator, denominator: denominator)
        }
        return decisions
    }

    private static func isBefore<Key>(_ left: Candidate<Key>, _ right: Candidate<Key>) -> Bool {
        // Amounts of many rows times a large volume may pass 128 bits.
        let mine = left.cityFen.multipliedFullWidth(by: right.volume)
        let other = right.cityFen.multipliedFullWidth(by: left.volume)
        if mine.high != other.high { return mine.high < other.high }
        if mine.low != other.low { return mine.low < other.low }
        if left.volume != right.volume { return left.volume > right.volume }
        return left.key < right.key
    }
}
