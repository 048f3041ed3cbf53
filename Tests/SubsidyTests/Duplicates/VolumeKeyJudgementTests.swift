import Subsidy
import Testing

struct VolumeKeyJudgementTests {
    /// A row without its place.
    private struct Kind: Hashable {
        let carrier: Int
        let volume: UInt64
    }

    private static let kinds = (0...2).flatMap { carrier in
        (0...2).map { Kind(carrier: carrier, volume: $0) }
    }

    private static let shown: [[Int]] = [[], [0], [1], [2], [1, 2], [3]]

    private func rows(_ kinds: [Kind]) -> [VolumeRow] {
        kinds.enumerated().map { index, kind in
            VolumeRow(
                enterprise: EnterpriseID(0), month: Month(year: 2026, month: 3),
                carrier: kind.carrier, volume: kind.volume,
                place: Place(file: 0, line: UInt32(index + 2)))
        }
    }

    private func carriers(_ carriers: [Int]) -> ShownCarriers {
        var shown = ShownCarriers()
        for (index, carrier) in carriers.enumerated() {
            shown.add(carrier, at: Place(file: 1, line: UInt32(index + 2)))
        }
        return shown
    }

    private func judged(
        _ kinds: [Kind], shown: [Int] = [], decisions: [VolumeKeyDecision] = []
    ) -> [VolumeVerdict] {
        VolumeKeyJudgement(shown: carriers(shown), decisions: decisions).judge(rows(kinds))
    }

    /// Whether the verdicts are those of the slow reference, and point at rows that bear them out.
    private func isRight(
        _ kinds: [Kind], shown: [Int], decisions: [VolumeKeyDecision] = []
    ) -> Bool {
        let rows = rows(kinds)
        let expected = SlowVolumeJudgement(rows: rows, shown: shown, decisions: decisions)
            .verdicts()
        let verdicts = judged(kinds, shown: shown, decisions: decisions)
        return zip(rows, zip(verdicts, expected)).allSatisfy { row, pair in
            switch pair {
            case (.contested(let place), .contested):
                rows.contains {
                    $0.place == place && $0.volume != row.volume
                        && VolumeKey.meets($0.carrier, row.carrier)
                }
            case (.overlapped(let place), .overlapped):
                place.file == 1
                    && VolumeKey.meets(shown[Int(place.line) - 2], row.carrier)
            case (.lost(let id), .lost(let index)): id.index == index
            case (.duplicate(let place), .duplicate):
                rows.contains {
                    $0.place == place && $0.volume == row.volume && $0.place != row.place
                        && VolumeKey.meets($0.carrier, row.carrier)
                }
            case (.distinct, .counted): true
            default: false
            }
        }
    }

    @Test func everyMonthOfUpToFourRowsIsJudgedStepByStep() {
        var wrong: [([Kind], [Int])] = []
        for first in Self.kinds {
            for second in Self.kinds {
                for third in Self.kinds {
                    for shown in Self.shown {
                        let three = [first, second, third]
                        if !isRight(three, shown: shown) { wrong.append((three, shown)) }
                        for fourth in Self.kinds.prefix(shown.count < 2 ? 9 : 0) {
                            let four = three + [fourth]
                            if !isRight(four, shown: shown) { wrong.append((four, shown)) }
                        }
                    }
                }
            }
        }
        #expect(wrong.isEmpty, "\(wrong.prefix(3))")
    }

    @Test func everyDecisionOnThreeRowsIsCarriedOut() {
        let decisions: [[VolumeKeyDecision]] = (0...2).flatMap { carrier in
            ([nil, 0, 1, 2] as [UInt64?]).map { volume in
                [VolumeKeyDecision(id: AdjudicationID(0), carrier: carrier, volume: volume)]
            }
        }
        let pairs = decisions.prefix(8).flatMap { one in
            decisions.suffix(4).filter { one[0].carrier != $0[0].carrier }.map { other in
                one
                    + other.map {
                        VolumeKeyDecision(
                            id: AdjudicationID(1), carrier: $0.carrier, volume: $0.volume)
                    }
            }
        }
        var wrong: [([Kind], [VolumeKeyDecision])] = []
        for first in Self.kinds {
            for second in Self.kinds {
                for third in Self.kinds {
                    let rows = [first, second, third]
                    for decisions in decisions + pairs
                    where !isRight(rows, shown: [1], decisions: decisions) {
                        wrong.append((rows, decisions))
                    }
                }
            }
        }
        #expect(wrong.isEmpty, "\(wrong.prefix(3))")
    }

    /// Which of equal rows counts depends on their places; how many and what for does not.
    @Test func orderOfRowsHasNoPartInTheSums() {
        var sums: [[Kind: Int]: [String]] = [:]
        var wrong: [[Kind]] = []
        for first in Self.kinds {
            for second in Self.kinds {
                for third in Self.kinds {
                    let group = [first, second, third]
                    let summary = zip(group, judged(group, shown: [2])).compactMap {
                        kind, verdict in
                        switch verdict {
                        case .contested: "contested \(kind.volume) \(kind.carrier)"
                        case .overlapped: "overlapped \(kind.volume) \(kind.carrier)"
                        case .distinct: "counted \(kind.volume)"
                        case .duplicate, .lost: nil
                        }
                    }.sorted()
                    let key = group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
                    if let other = sums.updateValue(summary, forKey: key), other != summary {
                        wrong.append(group)
                    }
                }
            }
        }
        #expect(wrong.isEmpty, "\(wrong.prefix(3))")
    }

    @Test func rowWithoutACarrierMeetsEveryCarrier() {
        let (none, sf, yto) = (
            Kind(carrier: 0, volume: 5), Kind(carrier: 1, volume: 5), Kind(carrier: 2, volume: 5)
        )
        #expect(judged([sf, yto]) == [.distinct, .distinct])
        #expect(judged([sf, none]) == [.distinct, .duplicate(Place(file: 0, line: 2))])
        // One row that says 5 for all carriers: never more than every export supports.
        let place = Place(file: 0, line: 4)
        #expect(judged([sf, yto, none]) == [.duplicate(place), .duplicate(place), .distinct])
    }

    @Test func decisionForOneRowLeavesTheOthersAlone() {
        let rows = [
            Kind(carrier: 0, volume: 7), Kind(carrier: 1, volume: 5), Kind(carrier: 2, volume: 2),
        ]
        #expect(
            judged(rows) == [
                .contested(Place(file: 0, line: 3)), .contested(Place(file: 0, line: 2)),
                .contested(Place(file: 0, line: 2)),
            ])
        let void = VolumeKeyDecision(id: AdjudicationID(4), carrier: 0, volume: nil)
        #expect(
            judged(rows, decisions: [void]) == [.lost(AdjudicationID(4)), .distinct, .distinct])
        let total = VolumeKeyDecision(id: AdjudicationID(4), carrier: 0, volume: 7)
        #expect(
            judged(rows, shown: [1], decisions: [total])
                == [.distinct, .lost(AdjudicationID(4)), .lost(AdjudicationID(4))])
    }

    @Test func millionEqualRowsAreGoneThroughOnce() {
        let rows = rows(Array(repeating: Kind(carrier: 1, volume: 3), count: 300_000))
        let verdicts = VolumeKeyJudgement(shown: ShownCarriers()).judge(rows)
        #expect(verdicts.count { $0 == .distinct } == 1)
    }
}
