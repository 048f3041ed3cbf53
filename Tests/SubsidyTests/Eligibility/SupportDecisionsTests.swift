import Subsidy
import Testing

struct SupportDecisionsTests {
    private func grant(
        _ enterprise: Int, _ level: SupportGrant.Level, fen: Int64, waiver: String? = nil,
        programme: String = "样例项目"
    ) -> SupportGrant {
        SupportGrant(
            enterprise: EnterpriseID(enterprise), level: level, programme: programme,
            amount: Fen(fen), waiver: waiver)
    }

    /// Volumes of 甲, 乙 and 丙: what Intake counted, kept aside and excluded.
    private func decisions(
        _ grants: [SupportGrant], counted: [UInt64], undecided: [UInt64] = [],
        excluded: [UInt64] = [], reviews: [Review] = [.approved, .approved, .approved]
    ) throws -> SupportDecisions {
        func tally(_ volumes: [UInt64]) throws -> VolumeTally {
            try Sample.reading(volumes: volumes).volumes
        }
        return SupportDecisions(
            OtherSupport(grants), roster: try Sample.roster(reviews), pool: Fen(1000),
            counted: try tally(counted), undecided: try tally(undecided),
            excluded: try tally(excluded))
    }

    private func texts(_ decisions: SupportDecisions) -> [String] {
        decisions.all.map { decision in
            let word =
                switch decision.outcome {
                case .excluded: "excluded"
                case .waived: "waived"
                case .stays(let city): "stays \(city.order)"
                case .leaves(let city): "leaves \(city.order)"
                case .noVolume: "no volume"
                }
            return "\(decision.enterprise.index) \(decision.level) \(decision.amountFen) "
                + "\(decision.volume) \(word)"
        }
    }

    @Test func cityGrantsOfOneEnterpriseAreAdded() throws {
        let grants = [grant(1, .city, fen: 250), grant(1, .city, fen: 251, programme: "另一项目")]
        let decisions = try decisions(grants, counted: [5], undecided: [0, 5])
        #expect(texts(decisions) == ["1 city 501 5 leaves 2"])
        #expect(decisions.leaves(EnterpriseID(1)))
        #expect(decisions.leavingCount == 1)
        #expect(decisions.unwaived(of: EnterpriseID(1)) == [])
    }

    @Test func everyCityGrantHasToBeWaived() throws {
        let waived = grant(1, .city, fen: 250, waiver: "弃1号")
        let other = grant(1, .city, fen: 250, programme: "另一项目")
        let one = try decisions([waived, other], counted: [5], undecided: [0, 5])
        #expect(texts(one) == ["1 city 500 5 stays 2"])
        #expect(one.unwaived(of: EnterpriseID(1)) == ["另一项目"])
        #expect(one.unwaived(of: EnterpriseID(0)) == [])
        let both = try decisions(
            [waived, grant(1, .city, fen: 250, waiver: "弃2号")], counted: [5], undecided: [0, 5])
        #expect(both.unwaived(of: EnterpriseID(1)) == [])
    }

    /// Whether an award waits may change from run to run; who gets one may not.
    @Test func waiverOfCitySupportChangesNoDecision() throws {
        for waiver in [nil, "弃1号"] {
            let grants = [grant(1, .city, fen: 501, waiver: waiver)]
            #expect(
                texts(try decisions(grants, counted: [5], undecided: [0, 5]))
                    == ["1 city 501 5 leaves 2"])
        }
    }

    @Test func nothingIsHeldBesideAnAmountOfNothing() throws {
        let decisions = try decisions([grant(0, .city, fen: 0)], counted: [5])
        #expect(texts(decisions) == ["0 city 0 5 stays 1"])
        #expect(decisions.unwaived(of: EnterpriseID(0)) == [])
    }

    @Test func districtSupportExcludesUnlessAllOfItIsWaived() throws {
        let waived = grant(0, .district, fen: 1, waiver: "弃1号")
        #expect(
            texts(try decisions([waived], counted: [5])) == ["0 district 1 5 waived"])
        let both = [waived, grant(0, .district, fen: 2), grant(0, .city, fen: 3)]
        #expect(
            texts(try decisions(both, counted: [], excluded: [5]))
                == ["0 district 3 5 excluded", "0 city 3 5 excluded"])
    }

    @Test func enterprisesThatCouldNotCountAnywayHaveNoDecision() throws {
        let grants = [
            grant(0, .district, fen: 1), grant(1, .city, fen: 1), grant(2, .city, fen: 1),
        ]
        let decisions = try decisions(
            grants, counted: [], reviews: [.refused, .refused, .pending])
        #expect(
            texts(decisions) == [
                "0 district 1 0 no volume", "1 city 1 0 no volume", "2 city 1 0 no volume",
            ])
    }

    @Test(
        arguments: [
            (Review.approved, false, Standing.supported), (.approved, true, .undecided),
            (.pending, false, .supported), (.pending, true, .undecided),
            (.refused, false, .refused), (.refused, true, .refused),
        ])
    func standingKnowsOtherSupport(review: Review, isCity: Bool, standing: Standing) throws {
        let roster = try Sample.roster([review])
        let support = OtherSupport([grant(0, isCity ? .city : .district, fen: 1)])
        let found = Standing(of: roster.enterprises[0], id: EnterpriseID(0), support: support)
        #expect(found == standing)
        let without = Standing(of: roster.enterprises[0], id: EnterpriseID(0), support: .none)
        #expect(without == Standing(of: roster.enterprises[0]))
    }
}
