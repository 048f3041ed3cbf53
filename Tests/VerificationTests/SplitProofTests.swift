import Foundation
import Testing

@testable import Verification

struct SplitProofTests {
    struct Split: Sendable {
        let pool: UInt128
        let volumes: [UInt128]
        let awards: [UInt128]

        init(_ volumes: [UInt128], _ awards: [UInt128], of pool: UInt128 = 50_000_000) {
            self.volumes = volumes
            self.awards = awards
            self.pool = pool
        }
    }

    static let splits = [
        Split([1, 1, 1], [16_666_667, 16_666_667, 16_666_666]),
        Split([881, 680, 679], [19_665_179, 15_178_571, 15_156_250]),
        Split([123_456, 98_765, 4_321, 1], [27_247_807, 21_798_290, 953_682, 221]),
        Split([3, 5, 7, 11, 13], [3_846_154, 6_410_256, 8_974_359, 14_102_564, 16_666_667]),
        Split([1, 1_000_000], [50, 49_999_950]),
        Split([0, 0, 5], [0, 0, 50_000_000]),
        Split([2, 3, 1], [33, 50, 17], of: 100),
        Split([75, 25], [7499, 2500], of: 9999),
        Split([32, 43, 15, 21], [14_414_414, 19_369_369, 6_756_757, 9_459_460]),
        Split(
            [999_999_999_999_999, 1_000_000_000_000_000], [499_999_999_999, 500_000_000_000],
            of: 999_999_999_999),
    ]

    @Test(arguments: splits)
    func splitByLargestRemaindersIsProved(split: Split) throws {
        #expect(SplitProof.failures(of: try report(of: split, split.awards)) == [])
    }

    @Test(arguments: splits)
    func everyFenMovedIsNoticed(split: Split) throws {
        for giver in split.awards.indices where split.awards[giver] > 0 {
            for taker in split.awards.indices where taker != giver {
                var awards = split.awards
                awards[giver] -= 1
                awards[taker] += 1
                #expect(try !SplitProof.failures(of: report(of: split, awards)).isEmpty)
            }
        }
    }

    @Test func nothingCountedCannotBeSplit() throws {
        let report = try report(of: Split([0, 0], [0, 0]), [0, 0])
        #expect(SplitProof.failures(of: report).map(\.check) == [.volumeTotal])
    }

    @Test func figuresTooLargeToBeProvedAreRefused() throws {
        let huge: UInt128 = 900_000_000_000_000_000_000_000
        let report = try report(of: Split([huge], [huge], of: huge), [huge])
        #expect(SplitProof.failures(of: report).map(\.check) == [.form])
    }

    /// A report of `split` that claims `awards`, floors and remainders as they are.
    private func report(of split: Split, _ awards: [UInt128]) throws -> ReportFile {
        let total = split.volumes.reduce(0, +)
        var sample = Sample()
        sample.enterprises = []
        let remainders = split.volumes.map { volume in
            total == 0
                ? 0 : split.pool.multipliedReportingOverflow(by: volume).partialValue % total
        }
        let floors = split.volumes.map { volume in
            total == 0
                ? 0 : split.pool.multipliedReportingOverflow(by: volume).partialValue / total
        }
        let leftOver = split.pool - min(split.pool, floors.reduce(0, +))
        let ranking = split.volumes.indices.sorted {
            (remainders[$0], split.volumes[$0], $1) > (remainders[$1], split.volumes[$1], $0)
        }
        let lines = split.volumes.indices.map { index in
            let dividend = split.pool.multipliedReportingOverflow(by: split.volumes[index])
                .partialValue
            let floor = floors[index]
            let rank = (ranking.firstIndex(of: index) ?? 0) + 1
            return #"{"uscc": "\#(index)", "name": "", "volume": "\#(split.volumes[index])", "#
                + #""quotaFen": "\#(dividend)/\#(total)", "floorFen": \#(UInt64(clamping: floor)), "#
                + #""remainder": "\#(remainders[index])", "remainderRank": \#(rank), "#
                + #""extraFen": \#(UInt64(clamping: awards[index] - min(floor, awards[index]))), "#
                + #""amount": "\#(Figures.yuan(fen: awards[index]))", "payment": "issued", "#
                + #""paymentId": null, "paidBefore": null, "issued": null, "held": null, "#
                + #""toReclaim": null, "months": [], "files": []}"#
        }
        let text = sample.report
            .replacing("\"awards\": [\n", with: "\"awards\": [\n" + lines.joined(separator: ",\n"))
            .replacing("\"leftOverFen\": 2", with: "\"leftOverFen\": \(UInt64(clamping: leftOver))")
            .replacing("\"500000.00\"", with: "\"\(Figures.yuan(fen: split.pool))\"")
        return try JSONDecoder().decode(ReportFile.self, from: Data(text.utf8))
    }
}
