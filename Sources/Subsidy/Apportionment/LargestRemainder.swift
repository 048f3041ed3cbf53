private import struct Foundation.Decimal

/// One claim's exact share of a pool, before and after rounding.
package struct Share: Hashable, Sendable {
    /// Pool in fen times volume.
    package let numerator: UInt128
    /// The volume of all claims.
    package let denominator: UInt128
    /// The whole fen of the quota.
    package let floorFen: Int64
    /// `numerator` mod `denominator`, not reduced.
    package let remainder: UInt128
    /// The position among all remainders, from 1, by which the fen that are left over are given.
    package let rank: Int
    /// One of the fen left over, or none.
    package let extraFen: Int64

    package var award: Fen { Fen(floorFen + extraFen) }
}

/// Splits a pool by volume with the method of largest remainders (Hamilton), exactly.
package enum LargestRemainder {
    /// A claim on the pool; `key` decides between equal remainders of equal volumes.
    package struct Claim<Key: Comparable & Sendable>: Sendable {
        package let key: Key
        package let volume: UInt128

        package init(key: Key, volume: UInt128) {
            self.key = key
            self.volume = volume
        }
    }

    /// The share of each claim, in the order of the claims; nil where no claim has a volume.
    ///
    /// The fen left over go one each to the largest remainders; of equal remainders to the larger
    /// volume, then to the smaller key. The awards sum to the pool, always.
    package static func split<Key>(_ pool: Fen, among claims: [Claim<Key>]) -> [Share]? {
        let total = claims.reduce(UInt128(0)) { $0 + $1.volume }
        guard total > 0 else { return nil }
        let quotas = claims.map { claim in
            let numerator = UInt128(pool.count) * claim.volume
            let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: total)
            precondition(quotient * total + remainder == numerator, "a division is not exact")
            return (numerator: numerator, floor: Int64(quotient), remainder: remainder)
        }
        let ranking = claims.indices.sorted { left, right in
            if quotas[left].remainder != quotas[right].remainder {
                return quotas[left].remainder > quotas[right].remainder
            }
            if claims[left].volume != claims[right].volume {
                return claims[left].volume > claims[right].volume
            }
            return claims[left].key < claims[right].key
        }
        var ranks = [Int](repeating: 0, count: claims.count)
        for (position, index) in ranking.enumerated() { ranks[index] = position + 1 }
        let leftOver = pool.count - quotas.reduce(0) { $0 + $1.floor }
        let shares = zip(quotas, ranks).map { quota, rank in
            Share(
                numerator: quota.numerator, denominator: total, floorFen: quota.floor,
                remainder: quota.remainder, rank: rank, extraFen: rank <= leftOver ? 1 : 0)
        }
        precondition(shares.map(\.award).total == pool, "the awards do not sum to the pool")
        precondition(
            shares.reduce(Decimal.zero) { $0 + $1.award.yuan } == pool.yuan,
            "in yuan the awards do not sum to the pool")
        return shares
    }
}
