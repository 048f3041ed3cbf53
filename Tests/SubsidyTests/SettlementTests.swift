import Subsidy
import Testing

struct SettlementTests {
    private func settlement(
        _ volumes: [UInt64], roster: Roster? = nil, pool: Int64 = 50_000_000
    ) throws -> Settlement {
        Settlement(
            programme: try Sample.programme(pool: pool), roster: try roster ?? Sample.roster(),
            reading: try Sample.reading(
                files: [Sample.file(counted: volumes.count)], volumes: volumes),
            payerDigest: "0a1b2cff")
    }

    @Test func awardsSumToThePoolAndAreIssuedHeldOrNone() throws {
        var held = Sample.payee
        held.account = ""
        let roster = try Roster([
            Sample.enterprise(Sample.codes[0], "甲", line: 2),
            Sample.enterprise(Sample.codes[1], "乙", payee: held, line: 3),
            Sample.enterprise(Sample.codes[2], "丙", line: 4),
        ])
        let settlement = try settlement([2, 1, 0], roster: roster)
        let awards = try #require(settlement.awards)
        #expect(settlement.stops == [])
        #expect(awards.map(\.amount.count) == [33_333_333, 16_666_667, 0])
        #expect(awards.map(\.volume) == [2, 1, 0])
        #expect(awards.map { $0.paymentID?.text } == ["202612440600MB2C07549J010A1B2C", nil, nil])
        #expect(awards.map(\.holdReasons) == [[], [.noAccount], []])
        #expect(awards[2].payment == .none)
        #expect(settlement.issued + settlement.held == Fen(50_000_000))
        #expect(settlement.held == Fen(16_666_667))
    }

    @Test func awardOfNothingIsNoPayment() throws {
        let settlement = try settlement([1_000_000_000, 1], pool: 100)
        let awards = try #require(settlement.awards)
        #expect(awards.map(\.amount.count) == [100, 0, 0])
        #expect(awards.map { $0.payment == .none } == [false, true, true])
    }

    @Test func runThatStopsAwardsNothing() throws {
        let pending = try Sample.roster([.approved, .pending, .approved])
        let stopped = try settlement([1, 1, 1], roster: pending)
        #expect(stopped.awards == nil)
        #expect(stopped.stops.map(\.code) == ["enterprise.pending"])
        #expect(stopped.issued == .zero)
        #expect(stopped.held == .zero)
        let empty = try settlement([])
        #expect(empty.awards == nil)
        #expect(empty.stops == [.noVolume])
    }

    @Test func findingsOfTheRosterStandAmongTheOthers() throws {
        let settlement = try settlement([1])
        #expect(settlement.findings.map(\.code) == [.coverageNoRows, .coverageNoRows])
        #expect(settlement.findings.map(\.line) == [3, 4])
    }
}
