import Testing

@testable import Documents

/// What is done side by side comes back in the order in which it began.
struct SideBySideTests {
    private struct Refusal: Error, Equatable {}

    @Test func resultsStandInTheOrderOfBeginning() throws {
        let work = SideBySide<Int>()
        for number in 0..<100 { work.begin { number * number } }
        #expect(try work.results() == (0..<100).map { $0 * $0 })
    }

    @Test func whatCannotBeDoneIsThrown() {
        let work = SideBySide<Int>()
        work.begin { 1 }
        work.begin { throw Refusal() }
        #expect(throws: Refusal()) { try work.results() }
    }
}
