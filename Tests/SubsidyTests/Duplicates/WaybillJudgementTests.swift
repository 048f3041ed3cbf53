import Subsidy
import Testing

struct WaybillJudgementTests {
    private let period: Period
    private let judgement: WaybillJudgement

    init() throws {
        period = try Sample.period()
        judgement = WaybillJudgement(period: period, unit: .pieces)
    }

    /// A row without its place.
    private struct Kind: Hashable {
        var enterprise: EnterpriseID
        var volume: UInt64?
        var carrier = 0
        /// Nil where the row is reported.
        var date: CalendarDate?

        func shipment(line: Int, file: UInt16 = 0) -> Shipment {
            Shipment(
                waybill: .none, enterprise: enterprise, statedVolume: volume, carrier: carrier,
                date: date, place: Place(file: file, line: UInt32(line)))
        }
    }

    private static func kinds(enterprises: Int, dates: [String]) throws -> [Kind] {
        let days = try dates.map { try Sample.date($0) }
        return (0..<enterprises).flatMap { number in
            ([nil, 1, 2] as [UInt64?]).flatMap { volume in
                (days + [nil]).map { date in
                    Kind(enterprise: EnterpriseID(number), volume: volume, date: date)
                }
            }
        } + [Kind(enterprise: .unreadable, volume: 1), Kind(enterprise: .unreadable)]
    }

    /// Whether the verdicts are those of the slow reference, and point at rows that bear them out.
    private func isRight(_ rows: [Shipment]) -> Bool {
        let expected = SlowJudgement(period: period, rows: rows).verdicts()
        let judged = judgement.judge(rows)
        guard judged.count == rows.count, expected.count == rows.count else { return false }
        for index in rows.indices {
            guard isRight(rows[index], judged[index], expected[index], rows) else { return false }
        }
        return true
    }

    private func isRight(
        _ row: Shipment, _ judged: JudgedShipment, _ expected: SlowJudgement.Verdict,
        _ rows: [Shipment]
    ) -> Bool {
        switch (judged.verdict, expected) {
        case (.reported, .reported): true
        case (.outsidePeriod(let date, let place), .outsidePeriod(let other)):
            date == other
                && rows.contains {
                    $0.place == place && $0.date == date && $0.enterprise == row.enterprise
                }
        case (.returnedElsewhere(let place), .returnedElsewhere):
            rows.contains {
                $0.place == place && $0.isReported
                    && ($0.enterprise == row.enterprise || $0.enterprise == .unreadable)
            }
        case (.contested(let rival, let place), .contested):
            rival != row.enterprise && rival != .unreadable
                && rows.contains { $0.place == place && $0.enterprise == rival }
        case (.duplicate(let place, let difference), .duplicate(let index, let other)):
            place == rows[index].place && difference == other
        case (.distinct(let date), .counted(let volume, let other)):
            date == other && judged.volume == volume
        default: false
        }
    }

    @Test func everyGroupOfUpToThreeRowsIsJudgedStepByStep() throws {
        let kinds = try Self.kinds(
            enterprises: 2, dates: ["2026-05-05", "2026-05-09", "2027-01-01"])
        var wrong: [[Kind]] = []
        for first in kinds {
            if !isRight([first.shipment(line: 2)]) { wrong.append([first]) }
            for second in kinds {
                let pair = [first.shipment(line: 2), second.shipment(line: 3)]
                if !isRight(pair) { wrong.append([first, second]) }
                for third in kinds where !isRight(pair + [third.shipment(line: 4)]) {
                    wrong.append([first, second, third])
                }
            }
        }
        #expect(wrong.isEmpty, "\(wrong.prefix(3))")
    }

    @Test func threeEnterprisesAreJudgedStepByStep() throws {
        let kinds = try Self.kinds(enterprises: 3, dates: ["2026-05-05", "2025-12-31"])
            .filter { $0.volume != 2 }
        var wrong: [[Kind]] = []
        for first in kinds {
            for second in kinds {
                for third in kinds {
                    let rows = [first, second, third].enumerated().map {
                        $1.shipment(line: 9 - $0, file: UInt16($0))
                    }
                    if !isRight(rows) { wrong.append([first, second, third]) }
                }
            }
        }
        #expect(wrong.isEmpty, "\(wrong.prefix(3))")
    }

    /// Which of equal rows counts depends on their places; how many, and what for, does not.
    @Test func orderOfRowsHasNoPartInTheSums() throws {
        let kinds = try Self.kinds(enterprises: 2, dates: ["2026-05-05", "2027-01-01"])
        var sums: [[Kind: Int]: [String]] = [:]
        var wrong: [[Kind]] = []
        for first in kinds {
            for second in kinds {
                for third in kinds {
                    let group = [first, second, third]
                    let rows = group.enumerated().map { $1.shipment(line: $0 + 2) }
                    let summary = zip(rows, judgement.judge(rows)).map(summary).sorted()
                    let key = group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
                    if let other = sums.updateValue(summary, forKey: key), other != summary {
                        wrong.append(group)
                    }
                }
            }
        }
        #expect(wrong.isEmpty, "\(wrong.prefix(3))")
    }

    private func summary(_ row: Shipment, _ judged: JudgedShipment) -> String {
        let name =
            switch judged.verdict {
            case .reported: "reported"
            case .outsidePeriod(let date, _): "outside \(date)"
            case .returnedElsewhere: "returned"
            case .contested: "contested"
            case .lost: "lost"
            case .duplicate: "duplicate"
            case .countedLastYear: "last year"
            case .distinct(let date): "counted \(judged.volume ?? 0) \(date)"
            }
        return "\(row.enterprise.rawValue) \(name)"
    }

    @Test func rowThatIsAloneIsJudgedAsAGroupOfOne() throws {
        let kinds = try Self.kinds(
            enterprises: 1, dates: ["2026-01-01", "2026-12-31", "2027-01-01"])
        for unit in VolumeUnit.allCases {
            let judgement = WaybillJudgement(period: period, unit: unit)
            for row in kinds.map({ $0.shipment(line: 2) }) {
                #expect(judgement.judge(alone: row) == judgement.judge([row])[0])
            }
        }
    }

    @Test(
        arguments: [
            (0, 0, "2026-05-05", []), (1, 1, "2026-05-05", []), (0, 2, "2026-05-05", []),
            (1, 2, "2026-05-05", .carrier), (0, 0, "2026-05-08", []), (0, 0, "2026-05-09", .date),
            (0, 0, "2026-05-02", []), (0, 0, "2026-05-01", .date),
            (2, 1, "2026-05-01", [.date, .carrier]),
        ] as [(Int, Int, String, DuplicateDifference)])
    func duplicateDiffersByCarrierOrByMoreThanThreeDays(
        carrier: Int, other: Int, date: String, difference: DuplicateDifference
    ) throws {
        let rows = [
            Kind(
                enterprise: EnterpriseID(0), volume: 1, carrier: carrier,
                date: try Sample.date("2026-05-05")),
            Kind(
                enterprise: EnterpriseID(0), volume: 1, carrier: other,
                date: try Sample.date(date)),
        ].enumerated().map { $1.shipment(line: $0 + 2) }
        let judged = judgement.judge(rows)
        #expect(judged[1].verdict == .duplicate(rows[0].place, difference))
        let earliest = min(rows[0].date, rows[1].date)
        #expect(judged[0].verdict == .distinct(earliest))
    }

    @Test(arguments: VolumeUnit.allCases)
    func volumeIsCountedInTheProgrammesUnit(unit: VolumeUnit) throws {
        let judgement = WaybillJudgement(period: period, unit: unit)
        let row = Kind(
            enterprise: EnterpriseID(0), volume: 500, date: try Sample.date("2026-05-05"))
        let volume = judgement.judge([row.shipment(line: 2)])[0].volume
        #expect(volume == (unit == .waybills ? 1 : 500))
    }
}
