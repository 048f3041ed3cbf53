import Subsidy
import Testing

/// Histories and batches of three enterprises with a pool of 100 fen.
enum PaymentSample {
    static let pool = Fen(100)
    static let payerDigest = "abcdef012345"

    static func code(_ index: Int) throws -> USCC { try USCC(Sample.codes[index]) }

    static func id(_ index: Int, attempt: Int = 1) throws -> PaymentID {
        PaymentID(
            year: 2026, uscc: try code(index), attempt: attempt, payerDigest: payerDigest)
    }

    /// Claims by enterprise; `accounts` stand for all that a payment file says of a payee.
    static func claims(
        _ awards: [Int64], accounts: [String] = ["a", "b", "c"], held: Set<Int> = []
    ) throws -> [BatchPlan.Claim] {
        try awards.enumerated().map { index, award in
            let account = accounts[index]
            return BatchPlan.Claim(
                uscc: try code(index), award: Fen(award),
                holds: held.contains(index) ? [.noAccount] : [],
                content: { "\(account) \($0)" })
        }
    }

    static func plan(
        _ awards: [Int64], accounts: [String] = ["a", "b", "c"], held: Set<Int> = [],
        after history: PaymentHistory
    ) throws -> BatchPlan {
        BatchPlan(
            year: 2026, pool: pool, claims: try claims(awards, accounts: accounts, held: held),
            after: history, payerDigest: payerDigest)
    }

    /// Publishes what `plan` says.
    static func publish(
        _ awards: [Int64], accounts: [String] = ["a", "b", "c"], held: Set<Int> = [],
        in history: inout PaymentHistory
    ) throws -> BatchPlan {
        let plan = try plan(awards, accounts: accounts, held: held, after: history)
        history.publish(plan.payments, awards: try table(awards))
        return plan
    }

    static func table(_ awards: [Int64]) throws -> [USCC: Fen] {
        var table: [USCC: Fen] = [:]
        for (index, award) in awards.enumerated() { table[try code(index)] = Fen(award) }
        return table
    }

    static func answer(
        _ id: PaymentID, _ state: BankAnswer.State, _ amount: Int64?, day: Int
    ) throws -> BankAnswer {
        BankAnswer(
            payment: id, state: state, amount: amount.map { Fen($0) },
            date: try #require(CalendarDate(year: 2027, month: 3, day: day)), reason: "")
    }
}
