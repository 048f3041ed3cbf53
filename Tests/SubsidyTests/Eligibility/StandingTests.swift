import Subsidy
import Testing

struct StandingTests {
    @Test(
        arguments: [
            (Review.approved, Standing.takesPart, nil), (.pending, .pending, nil),
            (.refused, .refused, .enterpriseRefused), (nil, .notOnRoster, .enterpriseNotOnRoster),
        ] as [(Review?, Standing, FindingCode?)])
    func reviewDecidesWhetherRowsCount(
        review: Review?, standing: Standing, code: FindingCode?
    ) throws {
        let enterprise = try review.map {
            try Sample.enterprise("9144030071526726XG", "甲", review: $0)
        }
        #expect(Standing(of: enterprise) == standing)
        #expect(standing.exclusion == code)
    }

    @Test func otherSupportHasItsCode() {
        #expect(Standing.supported.exclusion == .enterpriseOtherSupport)
        #expect(Standing.undecided.exclusion == nil)
    }
}
