import Subsidy
import Testing

/// Random years, beside a model that adds up plain lists.
@Suite struct RandomYearsTests {
    /// What a list of all that ever happened says.
    private struct Model {
        struct Sent {
            let id: PaymentID
            let index: Int
            let amount: Int64
            let account: String
            var state = "under way"
            var returnedOn = 0
            var reclaimed: Int64 = 0
        }

        var sent: [Sent] = []
        var awards: [Int64] = [0, 0, 0]

        func net(_ index: Int) -> Int64 {
            sent.filter { $0.index == index && ["under way", "paid"].contains($0.state) }
                .map { $0.amount - $0.reclaimed }.reduce(0, +)
        }

        var all: Int64 { (0...2).map(net).reduce(0, +) }
    }

    @Test func thousandYears() throws {
        var random = SeededGenerator(seed: 20_270_315)
        var reached: Set<String> = []
        for _ in 0..<1000 { try year(&random, &reached) }
        // The years were worth looking at.
        #expect(
            reached == [
                "sent", "kept id", "next id", "held", "awaits", "returned", "reclaimed",
                "never imported", "refused", "paid",
            ])
    }

    private func year(
        _ random: inout SeededGenerator, _ reached: inout Set<String>
    ) throws {
        var history = PaymentHistory()
        var model = Model()
        var accounts = ["a", "b", "c"]
        try publish(Self.split(&random), accounts, [], &history, &model, &reached)
        for day in 1...20 {
            switch Int.random(in: 0..<6, using: &random) {
            case 0: accounts[Int.random(in: 0...2, using: &random)] += "'"
            case 1:
                let held: Set = [Int.random(in: 0...3, using: &random)]
                try publish(model.awards, accounts, held, &history, &model, &reached)
            case 2:
                if !history.underWay.isEmpty {
                    guard Bool.random(using: &random) else { continue }
                    reached.insert("never imported")
                    history.withdrawUnderWay()
                    for index in model.sent.indices where model.sent[index].state == "under way" {
                        model.sent[index].state = "never imported"
                    }
                }
                try publish(Self.split(&random), accounts, [], &history, &model, &reached)
            default: try answer(day, &random, &history, &model, &reached)
            }
            #expect(history.sent.count == model.all)
            #expect(model.all <= 100)
            try compareStandings(history, model)
        }
    }

    /// What is known of each enterprise, beside the model's list.
    private func compareStandings(_ history: PaymentHistory, _ model: Model) throws {
        for index in 0...2 {
            let standing = PaymentStanding(of: try PaymentSample.code(index), in: history)
            func total(_ state: String) -> Int64 {
                model.sent.filter { $0.index == index && $0.state == state }.map(\.amount)
                    .reduce(0, +)
            }
            #expect(standing.award.count == model.awards[index])
            #expect(standing.paid.count == total("paid"))
            #expect(standing.returned.count == total("returned"))
            #expect(standing.underWay.count == total("under way"))
            #expect(standing.held.count == max(0, model.awards[index] - model.net(index)))
            #expect(standing.toReclaim.count == max(0, model.net(index) - model.awards[index]))
            #expect((standing.wait == nil) == (standing.held == .zero))
        }
    }

    private static func split(_ random: inout SeededGenerator) -> [Int64] {
        let first = Int64.random(in: 0...100, using: &random)
        let second = Int64.random(in: 0...(100 - first), using: &random)
        return [first, second, 100 - first - second]
    }

    private func publish(
        _ awards: [Int64], _ accounts: [String], _ held: Set<Int>,
        _ history: inout PaymentHistory, _ model: inout Model, _ reached: inout Set<String>
    ) throws {
        let before = (0...2).map(model.net)
        let plan = try PaymentSample.publish(awards, accounts: accounts, held: held, in: &history)
        model.awards = awards
        for index in 0...2 {
            let position = plan.positions[index]
            #expect(position.sentBefore.count == before[index])
            #expect(
                position.award.count + position.toReclaim.count
                    == before[index] + position.issued.count + position.held.count)
            // Who waits has a reason; nobody gets more than is owed.
            switch position.payment {
            case .held(let reasons):
                #expect(!reasons.isEmpty)
                reached.insert(reasons == [.awaitsReclaim] ? "awaits" : "held")
            case .none: #expect(before[index] >= awards[index])
            case .issued: #expect(before[index] + position.issued.count == awards[index])
            }
        }
        for payment in plan.payments {
            let index = try #require(Sample.codes.firstIndex(of: payment.uscc.text))
            let earlier = model.sent.filter { $0.id == payment.id }
            // An id has one content, and is never sent while the bank may still pay it.
            for sent in earlier {
                #expect(sent.amount == payment.amount.count && sent.account == accounts[index])
                #expect(!["under way", "paid"].contains(sent.state))
            }
            reached.insert(
                !earlier.isEmpty ? "kept id" : payment.id.attempt > 1 ? "next id" : "sent")
            model.sent.append(
                Model.Sent(
                    id: payment.id, index: index, amount: payment.amount.count,
                    account: accounts[index]))
        }
    }

    private func answer(
        _ day: Int, _ random: inout SeededGenerator, _ history: inout PaymentHistory,
        _ model: inout Model, _ reached: inout Set<String>
    ) throws {
        guard let index = model.sent.indices.randomElement(using: &random) else { return }
        let sent = model.sent[index]
        let isNewest = model.sent.lastIndex { $0.id == sent.id } == index
        guard isNewest else { return }
        let state = BankAnswer.State.allCases.randomElement(using: &random) ?? .paid
        let excess = model.net(sent.index) - model.awards[sent.index]
        let amount =
            state == .reclaimed
            ? Int64.random(in: 0...max(1, min(excess, sent.amount)), using: &random) : sent.amount
        let isAllowed =
            switch state {
            case .paid: ["under way", "paid"].contains(sent.state)
            case .returned:
                ["under way", "paid", "returned"].contains(sent.state) && sent.reclaimed == 0
            case .reclaimed:
                sent.state == "paid" && amount > 0
                    && amount <= min(excess, sent.amount - sent.reclaimed)
            }
        let answer = try PaymentSample.answer(sent.id, state, amount, day: day)
        guard isAllowed else {
            reached.insert("refused")
            #expect(throws: AnswerFault.self) { try history.take(answer) }
            return
        }
        _ = try history.take(answer)
        switch state {
        case .paid: model.sent[index].state = "paid"
        case .returned: model.sent[index].state = "returned"
        case .reclaimed: model.sent[index].reclaimed += amount
        }
        reached.insert(state.rawValue)
    }
}
