import Foundation
import Testing

/// Awards follow from the rows, not from where they stand.
@Suite struct ShuffledInputsTests {
    @Test func sameAwardsFromShuffledRowsAndRenamedFiles() throws {
        let scratch = try Scratch()
        try scratch.copy(Sample.folder, to: "programme")
        var generator = SplitMix(state: 2026)
        // Exports that are one line a row, and of which no setting speaks by name.
        for name in ["alliance.csv", "fenghuang.csv", "liuxi.csv", "zengbao.csv"] {
            let path = "programme/exports/" + name
            var lines = try scratch.data(path).split(separator: 0x0A)
            let header = lines.removeFirst()
            lines.shuffle(using: &generator)
            try scratch.remove(path)
            try scratch.write(
                Data(([header] + lines).joined(separator: [0x0A])),
                to: "programme/exports/\(generator.next())-\(name)")
        }
        try Command.run("run", "programme", "--output", "shuffled", in: scratch)
        let plain = try Sample.published.get()
        try #expect(
            plain.data("out/awards.csv") == scratch.data("shuffled/awards.csv"))
        try #expect(
            plain.data("out/payments/neutral.csv")
                == scratch.data("shuffled/payments/neutral.csv"))
    }
}

/// A small seeded generator (SplitMix64), so that a failure can be made again.
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
