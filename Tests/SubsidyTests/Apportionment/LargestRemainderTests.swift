import Subsidy
import Testing

struct LargestRemainderTests {
    private func shares(_ pool: Int64, _ volumes: [UInt128], keys: [Int]? = nil) -> [Share]? {
        let claims = volumes.indices.map { index in
            LargestRemainder.Claim(key: keys?[index] ?? index, volume: volumes[index])
        }
        return LargestRemainder.split(Fen(pool), among: claims)
    }

    private func awards(_ pool: Int64, _ volumes: [UInt128], keys: [Int]? = nil) -> [Int64]? {
        shares(pool, volumes, keys: keys)?.map(\.award.count)
    }

    @Test(
        arguments: [
            (50_000_000, [1, 1, 1], [16_666_667, 16_666_667, 16_666_666]),
            (50_000_000, [881, 680, 679], [19_665_179, 15_178_571, 15_156_250]),
            (50_000_000, [123_456, 98_765, 4321, 1], [27_247_807, 21_798_290, 953_682, 221]),
            (
                50_000_000, [3, 5, 7, 11, 13],
                [3_846_154, 6_410_256, 8_974_359, 14_102_564, 16_666_667]
            ),
            (50_000_000, [1, 1_000_000], [50, 49_999_950]),
            (50_000_000, [0, 0, 5], [0, 0, 50_000_000]),
            (100, [2, 3, 1], [33, 50, 17]), (9999, [75, 25], [7499, 2500]),
            (50_000_000, [32, 43, 15, 21], [14_414_414, 19_369_369, 6_756_757, 9_459_460]),
            (50_000_001, [32, 43, 15, 21], [14_414_415, 19_369_370, 6_756_757, 9_459_459]),
            (0, [1, 2], [0, 0]), (1, [1, 1], [1, 0]), (50_000_000, [7], [50_000_000]),
        ] as [(Int64, [UInt128], [Int64])])
    func poolIsSplitByVolume(pool: Int64, volumes: [UInt128], expected: [Int64]) {
        #expect(awards(pool, volumes) == expected)
    }

    @Test(arguments: [[], [0], [0, 0]] as [[UInt128]])
    func withoutVolumeNothingIsSplit(volumes: [UInt128]) {
        #expect(awards(50_000_000, volumes) == nil)
    }

    @Test func remainderAndRankShowWhereTheLastFenGo() throws {
        let shares = try #require(self.shares(50_000_000, [881, 680, 679]))
        #expect(shares.map(\.remainder) == [1280, 960, 0])
        #expect(shares.map(\.rank) == [1, 2, 3])
        #expect(shares.map(\.extraFen) == [1, 0, 0])
        #expect(shares.map(\.floorFen) == [19_665_178, 15_178_571, 15_156_250])
        #expect(shares.map(\.denominator) == [2240, 2240, 2240])
        #expect(shares.map(\.numerator) == [881, 680, 679].map { UInt128($0) * 50_000_000 })
    }

    @Test func equalRemaindersGoToTheLargerVolumeThenToTheSmallerKey() throws {
        let volumes: [UInt128] = [15, 33, 15, 15, 33, 33]
        let shares = try #require(self.shares(50_000_000, volumes))
        #expect(shares.map(\.remainder) == [48, 48, 48, 48, 48, 48])
        #expect(shares.map(\.extraFen) == [0, 1, 0, 0, 1, 0])
        let turned = try #require(self.shares(50_000_000, volumes, keys: [5, 4, 3, 2, 1, 0]))
        #expect(turned.map(\.extraFen) == [0, 0, 0, 0, 1, 1])
    }

    @Test func largestPoolAndVolumesFit() throws {
        let most: UInt128 = 100_000_000_000 * UInt128(Quantity.maximum)
        let shares = try #require(self.shares(Fen.maximum.count, [most, most, 1]))
        #expect(shares.map(\.award.count) == [500_000_000_000_000, 499_999_999_999_999, 0])
    }

    @Test(arguments: 0...50)
    func everySmallSplitIsThatOfASlowReference(pool: Int64) {
        var wrong: [[Int64]] = []
        for volumes in Self.smallVolumes where volumes.contains(where: { $0 > 0 }) {
            // Keys against the order of the claims, so that the order has no part in it.
            let keys = volumes.indices.map { ($0 * 3 + 1) % 5 }
            let found = awards(pool, volumes.map { UInt128($0) }, keys: keys)
            if found != Self.reference(pool, volumes, keys) { wrong.append(volumes) }
        }
        #expect(wrong == [])
    }

    private static let smallVolumes: [[Int64]] = {
        var all: [[Int64]] = []
        var longest: [[Int64]] = [[]]
        for _ in 1...4 {
            longest = longest.flatMap { volumes in (0...4).map { volumes + [$0] } }
            all += longest
        }
        return all
    }()

    /// Gives the fen out one by one: first every whole one, then to whoever lacks most.
    private static func reference(_ pool: Int64, _ volumes: [Int64], _ keys: [Int]) -> [Int64] {
        let total = volumes.reduce(0, +)
        var awards = volumes.map { volume in
            var fen: Int64 = 0
            while (fen + 1) * total <= pool * volume { fen += 1 }
            return fen
        }
        var waiting = Set(volumes.indices)
        while awards.reduce(0, +) < pool {
            var best: Int?
            for index in waiting {
                guard let other = best else {
                    best = index
                    continue
                }
                let lacks = pool * volumes[index] - awards[index] * total
                let otherLacks = pool * volumes[other] - awards[other] * total
                let isBetter =
                    lacks != otherLacks
                    ? lacks > otherLacks
                    : volumes[index] != volumes[other]
                        ? volumes[index] > volumes[other] : keys[index] < keys[other]
                if isBetter { best = index }
            }
            guard let best else { return [] }
            awards[best] += 1
            waiting.remove(best)
        }
        return awards
    }

    @Test(.enabled(if: OracleFile.areThere, "FENTAN_ORACLES is unset; scripts/test sets it"))
    func randomSplitsAreThoseOfExactFractions() throws {
        let cases = try OracleFile.rows(of: "apportion.csv")
        #expect(cases.count >= 100_000)
        var wrong: [String] = []
        for row in cases {
            let pool = try #require(Int64(row[0]))
            let volumes = row[1].split(separator: ";").compactMap { UInt128($0) }
            let expected = row[2].split(separator: ";").compactMap { Int64($0) }
            if awards(pool, volumes) != expected { wrong.append(row.joined(separator: ",")) }
        }
        #expect(wrong == [])
    }

    @Test func ownAwardNeverFallsWhenOwnVolumeGrows() {
        var wrong: [[Int64]] = []
        for volumes in Self.smallVolumes where volumes.contains(where: { $0 > 0 }) {
            for pool in [7, 31] as [Int64] {
                for index in volumes.indices {
                    var more = volumes
                    more[index] += 1
                    let before = awards(pool, volumes.map { UInt128($0) })
                    let after = awards(pool, more.map { UInt128($0) })
                    if let before, let after, before[index] > after[index] { wrong.append(more) }
                }
            }
        }
        #expect(wrong == [])
    }
}
