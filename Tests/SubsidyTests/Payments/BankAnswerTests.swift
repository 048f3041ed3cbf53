import Testing

@testable import Subsidy

struct BankAnswerTests {
    /// By date; on one day what is paid comes before what comes back of it.
    @Test func answersStandInTheOrderInWhichTheyHappen() throws {
        let order: [(String, BankAnswer.State)] = [
            ("2027-03-14", .returned), ("2027-03-15", .paid), ("2027-03-15", .reclaimed),
            ("2027-03-15", .returned), ("2027-03-16", .paid),
        ]
        let answers = try order.map { date, state in
            BankAnswer(
                payment: try PaymentSample.id(0), state: state, amount: nil,
                date: try Sample.date(date), reason: "")
        }
        for (index, one) in answers.enumerated() {
            for (place, other) in answers.enumerated() {
                #expect(BankAnswer.happensBefore(one, other) == (index < place))
            }
        }
    }
}
