import Subsidy
import Testing

struct CitySupportTests {
    private typealias Candidate = CitySupport.Candidate<Int>

    private func decisions(
        _ pool: Int64, _ volumes: [UInt128], _ amounts: [UInt128], keys: [Int]? = nil
    ) -> [CitySupport.Decision?] {
        let candidates = volumes.indices.map { index in
            Candidate(
                key: keys?[index] ?? index, volume: volumes[index], cityFen: amounts[index])
        }
        return CitySupport.decisions(pool: Fen(pool), candidates)
    }

    /// `2+`: second in the order, and stays; `2-`: leaves; `0`: no volume.
    private func texts(
        _ pool: Int64, _ volumes: [UInt128], _ amounts: [UInt128], keys: [Int]? = nil
    ) -> [String] {
        decisions(pool, volumes, amounts, keys: keys).map { decision in
            decision.map { "\($0.order)\($0.stays ? "+" : "-")" } ?? "0"
        }
    }

    @Test(
        arguments: [
            // Nobody has city support.
            (100, [3, 2, 1], [0, 0, 0], ["1+", "2+", "3+"]),
            // A quota that equals the amount is no less than it.
            (100, [1, 1], [0, 50], ["1+", "2+"]), (100, [1, 1], [0, 51], ["1+", "2-"]),
            // Two answers would be stable, {first} and {second}: the order decides.
            (100, [2, 1], [70, 40], ["1+", "2-"]), (100, [2, 1], [80, 35], ["2-", "1+"]),
            // Who leaves makes room for who comes after it.
            (100, [2, 1, 1], [0, 60, 61], ["1+", "2-", "3-"]),
            (100, [10, 10, 1], [60, 61, 9], ["1+", "2-", "3+"]),
            // Equal amounts for a volume: the larger volume first, then the smaller key.
            (100, [1, 2, 1], [40, 80, 40], ["2-", "1+", "3-"]),
            (100, [1, 1], [60, 60], ["1+", "2-"]),
            // Without volume there is no decision; with the whole pool out of reach nobody stays.
            (100, [0, 1], [0, 100], ["0", "1+"]), (100, [1, 1], [101, 101], ["1-", "2-"]),
            (100, [], [], []), (100, [0], [5], ["0"]),
        ] as [(Int64, [UInt64], [UInt64], [String])])
    func orderDecidesWhoStays(
        pool: Int64, volumes: [UInt64], amounts: [UInt64], expected: [String]
    ) {
        let found = texts(pool, volumes.map { UInt128($0) }, amounts.map { UInt128($0) })
        #expect(found == expected)
    }

    @Test func smallerKeyComesFirstOfEqualOnes() {
        #expect(texts(100, [1, 1], [60, 60], keys: [2, 1]) == ["2-", "1+"])
    }

    @Test func quotaIsThatBesideThoseThatAlreadyStay() throws {
        let found = decisions(100, [3, 4, 5], [0, 10, 900])
        let quotas = try found.map { try #require($0) }
        #expect(quotas.map(\.numerator) == [300, 400, 500])
        #expect(quotas.map(\.denominator) == [3, 7, 12])
        #expect(quotas.map(\.quotaFen) == [100, 57, 41])
    }

    @Test func largestPoolVolumesAndAmountsFit() {
        let most: UInt128 = 100_000_000_000 * UInt128(Quantity.maximum)
        let rows: UInt128 = 10_000_000 * UInt128(Fen.maximum.count)
        #expect(texts(Fen.maximum.count, [most, most, 1], [rows, 0, rows]) == ["2-", "1+", "3-"])
        #expect(texts(1, [1, most], [rows, rows]) == ["2-", "1-"])
    }

    @Test(.enabled(if: OracleFile.areThere, "FENTAN_ORACLES is unset; scripts/test sets it"))
    func randomDecisionsAreThoseOfExactFractions() throws {
        let cases = try OracleFile.rows(of: "support.csv")
        #expect(cases.count >= 100_000)
        var wrong: [String] = []
        for row in cases {
            let pool = try #require(Int64(row[0]))
            let volumes = row[1].split(separator: ";").compactMap { UInt128($0) }
            let amounts = row[2].split(separator: ";").compactMap { UInt128($0) }
            let expected = row[3].split(separator: ";").map(String.init)
            if texts(pool, volumes, amounts) != expected {
                wrong.append(row.joined(separator: ","))
            }
        }
        #expect(wrong == [])
    }

    /// Small numbers, so that every product fits and ties are many.
    private struct Case: CustomStringConvertible {
        let pool: Int64
        let volumes: [UInt128]
        let amounts: [UInt128]

        init(count: Int, using draw: inout SplitMix) {
            let top = [1, 3, 10, 1000][Int.random(in: 0..<4, using: &draw)]
            let pool = Int.random(in: 1...5000, using: &draw)
            let volumes = (0..<count).map { _ in Int.random(in: 1...top, using: &draw) }
            let total = volumes.reduce(0, +)
            self.pool = Int64(pool)
            self.volumes = volumes.map { UInt128($0) }
            amounts = volumes.map { volume in
                let quota = pool * volume / total
                let choices = [0, quota, quota + 1, 2 * quota, pool / count, 3 * quota / 2]
                return UInt128(choices[Int.random(in: 0..<choices.count, using: &draw)])
            }
        }

        var description: String { "\(pool) \(volumes) \(amounts)" }

        /// Whether `index` has at least its city amount here beside `others`, all volumes of others.
        func isContent(_ index: Int, beside others: UInt128) -> Bool {
            UInt128(pool) * volumes[index] >= amounts[index] * (others + volumes[index])
        }

        func volume(of staying: [Bool]) -> UInt128 {
            zip(volumes, staying).reduce(0) { $1.1 ? $0 + $1.0 : $0 }
        }
    }

    @Test func nobodyWouldRatherChangeAlone() {
        var draw = SplitMix(state: 20_260_315)
        var wrong: [Case] = []
        for round in 0..<100_000 {
            let one = Case(count: round % 12 + 1, using: &draw)
            let staying = decisions(one.pool, one.volumes, one.amounts).map { $0?.stays ?? false }
            let total = one.volume(of: staying)
            let isStable = staying.indices.allSatisfy { index in
                let others = staying[index] ? total - one.volumes[index] : total
                return one.isContent(index, beside: others) == staying[index]
            }
            if !isStable { wrong.append(one) }
        }
        #expect(wrong.isEmpty, "\(wrong.prefix(3))")
    }

    /// Of all sets of up to ten, none is one to which all that would have to move would rather move.
    @Test func noGroupWouldRatherChangeTogether() {
        var draw = SplitMix(state: 42)
        var wrong: [Case] = []
        for round in 0..<400 {
            let count = round % 10 + 1
            let one = Case(count: count, using: &draw)
            let staying = decisions(one.pool, one.volumes, one.amounts).map { $0?.stays ?? false }
            let total = one.volume(of: staying)
            for set in 0..<(1 << count) {
                let others = (0..<count).map { set >> $0 & 1 == 1 }
                let moving = (0..<count).filter { others[$0] != staying[$0] }
                if moving.isEmpty { continue }
                let newTotal = one.volume(of: others)
                let allGain = moving.allSatisfy { index in
                    let (pool, volume) = (UInt128(one.pool), one.volumes[index])
                    // More than what it had, not as much.
                    return others[index]
                        ? pool * volume > one.amounts[index] * newTotal
                        : one.amounts[index] * total > pool * volume
                }
                if allGain { wrong.append(one) }
            }
        }
        #expect(wrong.isEmpty, "\(wrong.prefix(3))")
    }

    /// The other stable sets are why the order is part of the rule.
    @Test func severalSetsCanBeStable() {
        var draw = SplitMix(state: 7)
        var several = 0
        for _ in 0..<300 {
            let one = Case(count: 4, using: &draw)
            let stable = (0..<16).filter { set in
                let staying = (0..<4).map { set >> $0 & 1 == 1 }
                let total = one.volume(of: staying)
                return staying.indices.allSatisfy { index in
                    let others = staying[index] ? total - one.volumes[index] : total
                    return one.isContent(index, beside: others) == staying[index]
                }
            }
            #expect(!stable.isEmpty)
            several += stable.count > 1 ? 1 : 0
        }
        #expect(several > 0)
    }
}

/// Sebastiano Vigna, SplitMix64: the same numbers in every run.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
