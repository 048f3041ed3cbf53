import Subsidy
import Testing

struct StandingTests {
    @Test(
        arguments: [
            (Review.approved, Standing.takesPart), (.pending, .pending), (.refused, .refused),
            (nil, .notOnRoster),
        ] as [(Review?, Standing)])
    func reviewDecidesWhetherRowsCount(review: Review?, standing: Standing) throws {
        let enterprise = try review.map {
            try Sample.enterprise("9144030071526726XG", "甲", review: $0)
        }
        #expect(Standing(of: enterprise) == standing)
    }
}
