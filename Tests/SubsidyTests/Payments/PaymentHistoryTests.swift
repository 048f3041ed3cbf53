import Subsidy
import Testing

/// Answers of the bank to one payment of 60 fen, in an order: what the last of them comes to.
@Suite struct PaymentHistoryTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let known: [(BankAnswer.State, Int)]
        let answer: (BankAnswer.State, Int)
        let outcome: Outcome

        enum Outcome: Equatable, Sendable {
            case new(PaymentHistory.State)
            case known
            case fault(AnswerFault)
        }

        var testDescription: String { "\(known) then \(answer): \(outcome)" }
    }

    static func day(_ day: Int) -> CalendarDate {
        guard let date = CalendarDate(year: 2027, month: 3, day: day) else { fatalError() }
        return date
    }

    static let rows: [Row] = [
        Row(known: [], answer: (.paid, 2), outcome: .new(.paid(day(2)))),
        Row(known: [], answer: (.returned, 2), outcome: .new(.returned(day(2)))),
        Row(known: [(.paid, 2)], answer: (.paid, 2), outcome: .known),
        // A later report of the same thing.
        Row(known: [(.paid, 2)], answer: (.paid, 3), outcome: .new(.paid(day(2)))),
        Row(known: [(.paid, 2)], answer: (.returned, 2), outcome: .new(.returned(day(2)))),
        Row(known: [(.paid, 2)], answer: (.returned, 5), outcome: .new(.returned(day(5)))),
        // Learned in the other order, true in this one.
        Row(known: [(.returned, 5)], answer: (.paid, 2), outcome: .new(.returned(day(5)))),
        Row(known: [(.returned, 5)], answer: (.paid, 5), outcome: .new(.returned(day(5)))),
        Row(
            known: [(.returned, 5)], answer: (.paid, 6),
            outcome: .fault(.paidAfterReturn(day(5)))),
        Row(known: [(.paid, 6)], answer: (.returned, 5), outcome: .fault(.paidAfterReturn(day(5)))),
        Row(known: [(.returned, 5)], answer: (.returned, 5), outcome: .known),
    ]

    @Test(arguments: rows) func answers(_ row: Row) throws {
        var history = PaymentHistory()
        _ = try PaymentSample.publish([60, 40, 0], in: &history)
        let id = try PaymentSample.id(0)
        for (state, day) in row.known {
            let isNew = try history.take(PaymentSample.answer(id, state, 60, day: day))
            #expect(isNew)
        }
        let answer = try PaymentSample.answer(id, row.answer.0, 60, day: row.answer.1)
        let outcome = Self.outcome(of: answer, in: &history)
        #expect(outcome == row.outcome)
    }

    private static func outcome(
        of answer: BankAnswer, in history: inout PaymentHistory
    ) -> Row.Outcome {
        do {
            guard try history.take(answer) else { return .known }
            guard let uscc = try? USCC(Sample.codes[0]),
                let sending = history.sendings(to: uscc).last
            else { return .known }
            return .new(sending.state)
        } catch {
            return .fault(error)
        }
    }

    private func code() throws -> USCC { try PaymentSample.code(0) }

    @Test func unknownAndOtherAmounts() throws {
        var history = PaymentHistory()
        _ = try PaymentSample.publish([60, 40, 0], in: &history)
        let stranger = try PaymentSample.answer(PaymentSample.id(2), .paid, 1, day: 2)
        #expect(throws: AnswerFault.unknownPayment) { try history.take(stranger) }
        let other = try PaymentSample.answer(PaymentSample.id(0), .paid, 59, day: 2)
        #expect(throws: AnswerFault.otherAmount(sent: Fen(60))) { try history.take(other) }
        let unstated = try PaymentSample.answer(PaymentSample.id(0), .paid, nil, day: 2)
        let isNew = try history.take(unstated)
        #expect(isNew)
    }

    @Test func reclaims() throws {
        var history = PaymentHistory()
        _ = try PaymentSample.publish([60, 40, 0], in: &history)
        let id = try PaymentSample.id(0)
        let early = try PaymentSample.answer(id, .reclaimed, 5, day: 9)
        #expect(throws: AnswerFault.notPaid) { try history.take(early) }
        for index in 0...1 {
            let payment = try PaymentSample.id(index)
            _ = try history.take(PaymentSample.answer(payment, .paid, nil, day: 2))
        }
        // Nobody has too much yet.
        #expect(throws: AnswerFault.nothingToReclaim(left: .zero)) { try history.take(early) }
        _ = try PaymentSample.publish([50, 40, 10], in: &history)
        #expect(history.toReclaim(from: try code()) == Fen(10))
        let tooMuch = try PaymentSample.answer(id, .reclaimed, 11, day: 9)
        #expect(throws: AnswerFault.nothingToReclaim(left: Fen(10))) { try history.take(tooMuch) }
        let beforePaid = try PaymentSample.answer(id, .reclaimed, 10, day: 1)
        #expect(throws: AnswerFault.notPaid) { try history.take(beforePaid) }
        let first = try history.take(early)
        let again = try history.take(early)
        #expect(first && !again)
        #expect(history.toReclaim(from: try code()) == Fen(5))
        #expect(history.sent == Fen(95))
        let back = try PaymentSample.answer(id, .returned, 60, day: 20)
        #expect(throws: AnswerFault.returnedAfterReclaim) { try history.take(back) }
    }

    @Test func neverImported() throws {
        var history = PaymentHistory()
        _ = try PaymentSample.publish([60, 40, 0], in: &history)
        _ = try history.take(PaymentSample.answer(PaymentSample.id(1), .paid, 40, day: 2))
        history.withdrawUnderWay()
        #expect(history.sent == Fen(40))
        let late = try PaymentSample.answer(PaymentSample.id(0), .paid, 60, day: 3)
        #expect(throws: AnswerFault.neverImported) { try history.take(late) }
        // The same content goes out under the same id, and is answered as any other.
        let plan = try PaymentSample.publish([60, 40, 0], in: &history)
        #expect(plan.payments.map(\.id) == [try PaymentSample.id(0)])
        let isNew = try history.take(late)
        #expect(isNew)
    }

    @Test func anAnswerDatedBeforeTheReturnIsAboutWhatCameBack() throws {
        var history = PaymentHistory()
        _ = try PaymentSample.publish([60, 40, 0], in: &history)
        let id = try PaymentSample.id(0)
        _ = try history.take(PaymentSample.answer(id, .returned, 60, day: 5))
        let plan = try PaymentSample.publish([60, 40, 0], in: &history)
        #expect(plan.payments.map(\.id) == [id])
        _ = try history.take(PaymentSample.answer(id, .paid, 60, day: 4))
        #expect(
            history.sendings(to: try code()).map(\.state) == [.returned(Self.day(5)), .underWay])
        let repeated = try history.take(PaymentSample.answer(id, .returned, 60, day: 5))
        #expect(!repeated)
        _ = try history.take(PaymentSample.answer(id, .paid, 60, day: 8))
        #expect(
            history.sendings(to: try code()).map(\.state)
                == [.returned(Self.day(5)), .paid(Self.day(8))])
    }
}
