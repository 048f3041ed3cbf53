import Foundation
import Subsidy
import Testing

@testable import Ledger

/// Entries of a small year, and files to put them into.
enum LedgerSample {
    static let codes = ["12440600MB2C07549J", "9144030071526726XG"]
    static let sha256 = String(repeating: "0a", count: 32)

    static func day(_ day: Int) throws -> CalendarDate {
        try #require(CalendarDate(year: 2027, month: 3, day: day))
    }

    static func payment(
        _ index: Int, _ fen: Int64, batch: Int = 1, attempt: Int = 1, content: String = "content"
    ) throws -> SentPayment {
        let uscc = try USCC(codes[index])
        return SentPayment(
            id: PaymentID(year: 2026, uscc: uscc, attempt: attempt, payerDigest: "0a1b2c"),
            uscc: uscc, amount: Fen(fen), content: content, batch: batch)
    }

    static func batch(
        _ number: Int = 1, _ kind: Batch.Kind = .first, payments: [SentPayment],
        withdraws: Bool = false, lateWaybills: String? = nil
    ) throws -> LedgerBatch {
        LedgerBatch(
            batch: Batch(
                number: number, kind: kind, reason: kind == .supersede ? "异议成立" : nil,
                withdraws: withdraws),
            inputs: [LedgerInput(name: "roster.csv", sha256: sha256)],
            settings: ["pool": "\"1.00\"", "period": "{}"],
            awards: try codes.enumerated().map { index, code in
                LedgerAward(
                    uscc: try USCC(code), name: ["样例甲", "样例乙"][index],
                    amount: Fen([60, 40][index]))
            },
            payments: payments, lateWaybills: lateWaybills)
    }

    static func edition(of batch: Int = 1, version: String = "0.1.0") throws -> LedgerEdition {
        LedgerEdition(
            batch: batch, paymentDate: try day(15), version: version, sums: sha256,
            message: "2026-0A", report: Array("{}".utf8))
    }

    static func statement(
        _ payment: SentPayment, _ state: BankAnswer.State, day number: Int
    ) throws -> LedgerEntry {
        let answer = BankAnswer(
            payment: payment.id, state: state, amount: nil, date: try day(number), reason: "户名不符")
        return .statement(
            LedgerStatement(
                sha256: sha256, kind: "csv", answers: [LedgerAnswer(answer, line: 2)]))
    }
}

/// A folder that goes with its last user.
final class LedgerFolder: Sendable {
    let url: URL
    let file: LedgerFile

    init() throws {
        url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appendingPathComponent("fentan-ledger-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        file = LedgerFile(path: url.appendingPathComponent("ledger.sqlite").path)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// What the sqlite3 command says of the file; nil where there is no such command.
    func sqlite(_ sql: String) throws -> String? {
        let command = URL(fileURLWithPath: "/usr/bin/sqlite3")
        guard FileManager.default.isExecutableFile(atPath: command.path) else { return nil }
        let quoted = sql.replacing("'", with: "'\\''")
        return try said(by: "\(command.path) -batch '\(file.path)' '\(quoted)'").text
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// What a shell's line says on both its streams, and whether it ends well; without Foundation's
    /// `Process`, which does not bear tests that run side by side.
    private func said(by line: String) throws -> (isDone: Bool, text: String) {
        guard let stream = unsafe popen("exec 2>&1; " + line, "r") else { throw POSIXError(.EIO) }
        var bytes: [UInt8] = []
        while true {
            let byte = unsafe fgetc(stream)
            if byte < 0 { break }
            bytes.append(UInt8(byte))
        }
        return (unsafe pclose(stream) == 0, String(decoding: bytes, as: UTF8.self))
    }

    func append(_ entries: [LedgerEntry]) throws {
        try file.append(entries, to: file.read(2026), on: LedgerSample.day(1))
    }
}
