import Foundation
import Testing

/// A small year in a folder of its own, and what people do with it: batches, statements, changes.
struct YearFixture {
    let fixture: Fixture

    var scratch: Scratch { fixture.scratch }

    init() throws { fixture = try Fixture() }

    init(_ fixture: Fixture) { self.fixture = fixture }

    /// One payment as neutral.csv has it.
    struct Payment: Hashable {
        let id: String
        let payee: String
        let account: String
        let fen: Int
    }

    /// The payments of a batch; none where it has no payment file.
    func payments(of folder: String) throws -> [Payment] {
        let path = folder + "/payments/neutral.csv"
        guard scratch.exists(path) else { return [] }
        return try scratch.text(path).split(separator: "\r\n").dropFirst().map { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            return Payment(
                id: String(cells[0]), payee: String(cells[1]), account: String(cells[2]),
                fen: Self.fen(String(cells[5])))
        }
    }

    /// All payments of all batches, in their order.
    func payments() throws -> [[Payment]] {
        try (1...99).map { $0 == 1 ? "out" : "out-\($0)" }.filter(scratch.exists).map(payments)
    }

    static func fen(_ yuan: String) -> Int { Int(yuan.filter { $0 != "." }) ?? -1 }

    static func yuan(_ fen: Int) -> String { "\(fen / 100)." + String("0\(fen % 100)".suffix(2)) }

    @discardableResult
    func run(_ more: String...) throws -> Command.Outcome {
        try Command.run(["run", "programme", "--output", "out"] + more, in: scratch)
    }

    /// Writes a statement and settles it.
    @discardableResult
    func settle(_ lines: [String], to name: String = "bank.csv") throws -> Command.Outcome {
        try statement(lines, to: name)
        return try Command.run("settle", "programme", name, in: scratch)
    }

    func statement(_ lines: [String], to name: String) throws {
        try scratch.write(
            (["业务参考号,状态,金额,原因,日期"] + lines).joined(separator: "\n") + "\n", to: name)
    }

    /// A statement's line for the whole of a payment.
    static func line(_ payment: Payment, _ state: String, day: Int) -> String {
        "\(payment.id),\(state),\(yuan(payment.fen)),,2027-03-\(day)"
    }

    func account(_ index: Int, _ account: String, was: String? = nil) throws {
        try scratch.edit(
            "programme/roster.csv", ",\(was ?? Fixture.accounts[index]),", ",\(account),")
    }

    /// What `report.json` of a batch says of money, in fen.
    func totals(_ folder: String) throws -> [String: Int] {
        try scratch.report(folder).totals.compactMapValues { $0.map(Self.fen) }
    }

    /// The totals that `status` shows, in fen: award, issued, paid, returned, held, to reclaim,
    /// reclaimed.
    func status() throws -> [Int] {
        let outcome = try Command.run("status", "programme", in: scratch)
        try #require(outcome.exit == 0, "\(outcome.error)")
        let last = try #require(outcome.output.split(separator: "\n").last)
        return last.split(separator: " ").dropFirst().map { Self.fen(String($0)) }
    }
}
