import Subsidy
import Testing

@testable import Intake

/// Which rows of volumes a decision is on, and which decisions cannot be made.
struct DecisionsTests {
    private static let month = Month(year: 2026, month: 3)

    private let registers: Registers

    init() throws { registers = Registers(roster: try IntakeSample.roster()) }

    /// Rows and decisions are written as `甲 顺丰 10` and `顺丰 10 甲`; `-` is no carrier.
    private struct Words {
        let texts: [String]

        init(_ text: String) { texts = text.split(separator: " ").map(String.init) }

        func carrier(_ index: Int) -> String { texts[index] == "-" ? "" : texts[index] }

        func volume(_ index: Int) throws -> UInt64 { try #require(UInt64(texts[index])) }
    }

    private func enterprise(_ name: String) throws -> EnterpriseID {
        registers.enterprise(try USCC(try #require(IntakeSample.codes[name])))
    }

    private func volumes(_ rows: [String]) throws -> VolumeRows {
        VolumeRows(
            try rows.enumerated().map { index, text in
                let words = Words(text)
                return VolumeRow(
                    enterprise: try enterprise(words.texts[0]), month: Self.month,
                    carrier: registers.carrier(named: words.carrier(1)),
                    volume: try words.volume(2), place: Place(file: 0, line: UInt32(index + 2)))
            })
    }

    private func adjudications(_ texts: [String]) throws -> [Adjudication] {
        let date = try #require(CalendarDate(iso: "2027-01-05"))
        return try texts.enumerated().map { index, text in
            let words = Words(text)
            let stated = StatedVolume(
                month: Self.month, carrier: words.carrier(0), volume: try words.volume(1))
            return Adjudication(
                subject: .volumes(stated),
                winner: try IntakeSample.codes[words.texts[2]].map(USCC.init),
                reference: "一号", date: date, line: index + 2)
        }
    }

    /// The keys that are decided: `甲 顺丰 10`, or `甲 顺丰 无`.
    private func decided(_ rows: [String], _ decisions: [String]) throws -> [String] {
        let volumes = try volumes(rows)
        var decisions = Decisions(
            try adjudications(decisions), volumes: volumes, registers: registers)
        decisions.settle(volumes, shown: ShownWaybills())
        try decisions.refuse([:])
        var names: [Int: String] = [0: "-"]
        for name in ["顺丰", "圆通"] { names[registers.carrier(named: name)] = name }
        var keys: [String] = []
        for name in ["甲", "乙"] {
            for decision in decisions.byKey[VolumeKey(try enterprise(name), Self.month)] ?? [] {
                let volume = decision.volume.map(String.init) ?? "无"
                keys.append("\(name) \(names[decision.carrier] ?? "?") \(volume)")
            }
        }
        return keys.sorted()
    }

    @Test(
        arguments: [
            (["甲 顺丰 10", "甲 SF 12"], ["顺丰速运 10 甲"], ["甲 顺丰 10"]),
            (["甲 顺丰 10", "甲 顺丰 12"], ["SF 12 无"], ["甲 顺丰 无"]),
            (["甲 顺丰 10", "甲 - 12"], ["- 12 甲"], ["甲 - 12"]),
            // Without a carrier: the rows without one, else the only key that there is.
            (["甲 顺丰 10", "甲 - 10", "甲 - 12"], ["- 10 甲"], ["甲 - 10"]),
            (["甲 顺丰 10", "甲 顺丰 12"], ["- 12 甲"], ["甲 顺丰 12"]),
            // For nobody: among the contested ones.
            (["甲 顺丰 10", "甲 顺丰 12", "乙 顺丰 10"], ["顺丰 10 无"], ["甲 顺丰 无"]),
            // Two that do not meet, and two of which only one counts.
            (
                ["甲 顺丰 10", "甲 圆通 20", "甲 - 12"], ["顺丰 10 甲", "圆通 20 甲"],
                ["甲 圆通 20", "甲 顺丰 10"]
            ),
            (["甲 顺丰 10", "甲 - 12"], ["顺丰 10 无", "- 12 甲"], ["甲 - 12", "甲 顺丰 无"]),
            ([], [], []),
        ] as [([String], [String], [String])])
    func decisionFindsItsKey(rows: [String], decisions: [String], keys: [String]) throws {
        #expect(try decided(rows, decisions) == keys)
    }

    @Test(
        arguments: [
            (["甲 顺丰 10"], ["顺丰 10 甲"], .decisionWithoutDispute, 2),
            (["甲 顺丰 10", "甲 顺丰 10"], ["顺丰 10 甲"], .decisionWithoutDispute, 2),
            (["甲 顺丰 10"], ["顺丰 10 无"], .decisionWithoutDispute, 2),
            (["甲 顺丰 10", "甲 圆通 12"], ["顺丰 10 甲"], .decisionWithoutDispute, 2),
            (["甲 顺丰 10", "甲 顺丰 12"], ["圆通 10 甲"], .decisionWithoutDispute, 2),
            (["甲 顺丰 10", "甲 顺丰 12"], ["顺丰 11 甲"], .decisionWithoutDispute, 2),
            (["甲 顺丰 10", "甲 顺丰 12"], ["顺丰 10 乙"], .decisionForAnother, 2),
            (["甲 顺丰 10", "甲 顺丰 12", "甲 圆通 10"], ["- 10 甲"], .decisionFitsTwice, 2),
            (
                ["甲 顺丰 10", "甲 顺丰 12", "乙 顺丰 10", "乙 顺丰 12"], ["顺丰 10 无"],
                .decisionFitsTwice, 2
            ),
            (
                ["甲 顺丰 10", "甲 顺丰 12"], ["顺丰 10 甲", "顺丰 12 甲"],
                .repeatedDecision(firstLine: 2), 3
            ),
            (
                ["甲 顺丰 10", "甲 顺丰 12"], ["顺丰 10 无", "顺丰 12 甲"],
                .repeatedDecision(firstLine: 2), 3
            ),
            // Both would count, and rows that meet may not.
            (
                ["甲 顺丰 10", "甲 - 12"], ["- 12 甲", "顺丰 10 甲"],
                .repeatedDecision(firstLine: 2), 3
            ),
            // The first line that cannot be used is named.
            (
                ["甲 顺丰 10", "甲 顺丰 12"], ["顺丰 10 甲", "圆通 9 无", "顺丰 10 乙"],
                .decisionWithoutDispute, 3
            ),
        ] as [([String], [String], InputFault.Problem, Int)])
    func decisionThatCannotBeMadeIsRefused(
        rows: [String], decisions: [String], problem: InputFault.Problem, line: Int
    ) throws {
        let fault = #expect(throws: InputFault.self) { try decided(rows, decisions) }
        #expect(fault?.problem == problem)
        #expect(fault?.line == line)
    }

    @Test func waybillWithoutASecondRowIsNotDisputed() throws {
        let date = try #require(CalendarDate(iso: "2027-01-05"))
        let adjudications = ["S1", "S2", "S3"].enumerated().map { index, number in
            Adjudication(
                subject: .waybill(Array(number.utf8)), winner: nil, reference: "一号", date: date,
                line: index + 2)
        }
        let decisions = Decisions(
            adjudications, volumes: VolumeRows([]), registers: registers)
        #expect(decisions.byWaybill.count == 3)
        let ids = adjudications.indices.map { AdjudicationID($0) }
        try decisions.refuse([ids[0]: .fits, ids[1]: .fits, ids[2]: .fits])
        let unseen = #expect(throws: InputFault.self) {
            try decisions.refuse([ids[0]: .fits, ids[2]: .fault(.decisionForAnother)])
        }
        #expect(unseen?.problem == .decisionWithoutDispute)
        #expect(unseen?.line == 3)
        let other = #expect(throws: InputFault.self) {
            try decisions.refuse([
                ids[0]: .fits, ids[1]: .fits, ids[2]: .fault(.decisionForAnother),
            ])
        }
        #expect(other?.problem == .decisionForAnother)
        #expect(other?.line == 4)
    }
}
