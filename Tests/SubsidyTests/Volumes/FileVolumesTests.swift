import Subsidy
import Testing

struct FileVolumesTests {
    /// A Dictionary by pairs says the same, whichever worker met which row.
    @Test(arguments: [UInt64(1), 2, 3])
    func rowsAndVolumesAreThoseOfEachPair(seed: UInt64) {
        var random = SplitMix(state: seed)
        var expected: [[UInt32]: (rows: Int, volume: UInt128)] = [:]
        var workers = [FileVolumes](repeating: FileVolumes(), count: 3)
        for _ in 0..<20_000 {
            let enterprise = UInt32.random(in: 0..<700, using: &random)
            let file = UInt16.random(in: 0..<40, using: &random)
            let volume = UInt128(UInt64.random(in: 0...UInt64.max, using: &random))
            let worker = Int.random(in: 0..<3, using: &random)
            workers[worker].add(
                rows: 1, volume: volume, for: EnterpriseID(rawValue: enterprise), in: file)
            expected[[enterprise, UInt32(file)], default: (0, 0)].rows += 1
            expected[[enterprise, UInt32(file)], default: (0, 0)].volume += volume
        }
        let all = workers.dropFirst().reduce(into: workers[0]) { $0.add($1) }
        let cells = all.byEnterprise
        #expect(cells.values.reduce(0) { $0 + $1.count } == expected.count, "seed \(seed)")
        for (enterprise, cells) in cells {
            #expect(cells.map(\.file) == cells.map(\.file).sorted(), "seed \(seed)")
            for cell in cells {
                let pair = expected[[enterprise.rawValue, UInt32(cell.file)]]
                #expect(cell.rows == pair?.rows && cell.volume == pair?.volume, "seed \(seed)")
            }
        }
    }

    @Test func withoutRowsThereAreNoCells() {
        #expect(FileVolumes().byEnterprise.isEmpty)
    }
}

/// Sebastiano Vigna's splitmix64.
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
