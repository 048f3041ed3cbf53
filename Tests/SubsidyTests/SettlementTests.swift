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

    /// 甲 stays beside a city support, and 乙 leaves for one.
    private func besideCity(waiver: String?, volumes: [UInt64] = [2, 0, 1]) throws -> Settlement {
        let roster = try Sample.roster()
        let grant = SupportGrant(
            enterprise: EnterpriseID(0), level: .city, programme: "市级专项", amount: Fen(1000),
            waiver: waiver)
        var higher = grant
        higher.enterprise = EnterpriseID(1)
        higher.amount = Fen(50_000_001)
        var reading = try Sample.reading(volumes: volumes)
        reading.support = SupportDecisions(
            OtherSupport([grant, higher]), roster: roster, pool: Fen(50_000_000),
            counted: try Sample.reading(volumes: [0, 0, volumes[2]]).volumes,
            undecided: try Sample.reading(volumes: [volumes[0], 7]).volumes,
            excluded: try Sample.reading().volumes)
        return Settlement(
            programme: try Sample.programme(), roster: roster, reading: reading,
            payerDigest: "0a1b2cff")
    }

    @Test func awardBesideCitySupportWaitsForItsWaiver() throws {
        let held = try #require(try besideCity(waiver: nil).awards)
        #expect(held.map(\.holdReasons) == [[.supportNotWaived(["市级专项"])], [], []])
        let waived = try #require(try besideCity(waiver: "弃1号").awards)
        #expect(waived.map(\.holdReasons) == [[], [], []])
        #expect(waived.map(\.amount) == held.map(\.amount))
    }

    @Test func runStopsWhereAllPreferTheCity() throws {
        let stopped = try besideCity(waiver: nil, volumes: [0, 0, 0])
        #expect(stopped.awards == nil)
        #expect(stopped.stops == [.nobodyStays(1)])
    }

    @Test func findingsOfTheRosterStandAmongTheOthers() throws {
        let settlement = try settlement([1])
        #expect(settlement.findings.map(\.code) == [.coverageNoRows, .coverageNoRows])
        #expect(settlement.findings.map(\.line) == [3, 4])
    }
}
