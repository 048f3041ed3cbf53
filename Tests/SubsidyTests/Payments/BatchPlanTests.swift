import Subsidy
import Testing

@Suite struct BatchPlanTests {
    @Test func theFirstBatchSendsAllThatIsNotHeld() throws {
        let plan = try PaymentSample.plan([60, 30, 10], held: [1], after: PaymentHistory())
        #expect(plan.payments.map(\.amount) == [Fen(60), Fen(10)])
        #expect(plan.payments.map(\.id) == [try PaymentSample.id(0), try PaymentSample.id(2)])
        #expect(plan.positions[1].payment == .held([.noAccount]))
        #expect(plan.held == Fen(30))
        #expect(plan.sentBefore == .zero)
    }

    @Test func whatIsUnderWayIsNotSentAgain() throws {
        var history = PaymentHistory()
        _ = try PaymentSample.publish([60, 30, 10], held: [1], in: &history)
        let plan = try PaymentSample.plan([60, 30, 10], after: history)
        #expect(plan.payments.map(\.id) == [try PaymentSample.id(1)])
        #expect(plan.sentBefore == Fen(70))
        #expect(plan.positions[0].payment == .none)
    }

    @Test func aReturnedPaymentKeepsItsIDUntilItChanges() throws {
        var history = PaymentHistory()
        _ = try PaymentSample.publish([60, 30, 10], in: &history)
        for index in 0...1 {
            let id = try PaymentSample.id(index)
            _ = try history.take(PaymentSample.answer(id, .returned, nil, day: 2))
        }
        let plan = try PaymentSample.plan([60, 30, 10], accounts: ["x", "b", "c"], after: history)
        #expect(
            plan.payments.map(\.id)
                == [try PaymentSample.id(0, attempt: 2), try PaymentSample.id(1)])
    }

    @Test func whatIsOwedBeyondThePoolWaitsForWhatIsReclaimed() throws {
        var history = PaymentHistory()
        _ = try PaymentSample.publish([60, 30, 10], in: &history)
        for index in 0...2 {
            let id = try PaymentSample.id(index)
            _ = try history.take(PaymentSample.answer(id, .paid, nil, day: 2))
        }
        // The first and the second get more, the third gave too little back so far.
        let plan = try PaymentSample.publish([63, 35, 2], in: &history)
        #expect(plan.payments.isEmpty)
        #expect(plan.toReclaim == Fen(8))
        #expect(plan.positions[0].payment == .held([.awaitsReclaim]))
        #expect(plan.positions[1].payment == .held([.awaitsReclaim]))
        let third = try PaymentSample.id(2)
        _ = try history.take(PaymentSample.answer(third, .reclaimed, 4, day: 9))
        let next = try PaymentSample.publish([63, 35, 2], in: &history)
        #expect(next.payments.map(\.amount) == [Fen(3)])
        #expect(next.payments.map(\.id) == [try PaymentSample.id(0, attempt: 2)])
        // Five do not fit into the one that is left.
        #expect(next.positions[1].payment == .held([.awaitsReclaim]))
        _ = try history.take(PaymentSample.answer(third, .reclaimed, 4, day: 10))
        let last = try PaymentSample.publish([63, 35, 2], in: &history)
        #expect(last.payments.map(\.amount) == [Fen(5)])
        #expect(history.sent == Fen(100))
        #expect(last.held == .zero && last.toReclaim == .zero)
    }

    @Test func nobodyIsOvertakenByALaterCode() throws {
        var history = PaymentHistory()
        _ = try PaymentSample.publish([50, 40, 10], in: &history)
        for index in 0...2 {
            let id = try PaymentSample.id(index)
            _ = try history.take(PaymentSample.answer(id, .paid, nil, day: 2))
        }
        _ = try PaymentSample.publish([59, 30, 11], in: &history)
        let second = try PaymentSample.id(1)
        _ = try history.take(PaymentSample.answer(second, .reclaimed, 5, day: 9))
        let plan = try PaymentSample.plan([59, 30, 11], after: history)
        #expect(plan.payments.isEmpty)
        // Who is held for a reason of its own keeps nobody waiting.
        let other = try PaymentSample.plan([59, 30, 11], held: [0], after: history)
        #expect(other.payments.map(\.uscc) == [try PaymentSample.code(2)])
    }

    @Test func idsAreReadBack() throws {
        let id = try PaymentSample.id(1, attempt: 42)
        #expect(PaymentID(id.text) == id)
        #expect(id.attempt == 42)
        for (offset, character) in [(0, "x"), (5, "!"), (22, "a"), (24, "a"), (29, "G")] {
            var text = Array(id.text)
            text[offset] = Character(character)
            #expect(PaymentID(String(text)) == nil)
        }
        #expect(PaymentID(String(id.text.dropLast())) == nil)
        #expect(
            PaymentID(
                try PaymentSample.id(1, attempt: 10).text.replacing("10ABCDEF", with: "00ABCDEF"))
                == nil)
    }
}
