import Dispatch
import Foundation
import Subsidy
import Testing

@testable import Ledger

/// What was recorded is read again, whole, and by nobody changed.
@Suite struct LedgerFileTests {
    @Test func readsWhatWasRecorded() throws {
        let folder = try LedgerFolder()
        let payments = [try LedgerSample.payment(0, 60), try LedgerSample.payment(1, 40)]
        let again = try LedgerSample.payment(1, 40, batch: 2)
        let entries: [LedgerEntry] = [
            .batch(try LedgerSample.batch(payments: payments)),
            .edition(try LedgerSample.edition()),
            .edition(try LedgerSample.edition(version: "0.2.0")),
            try LedgerSample.statement(payments[0], .paid, day: 16),
            .withdrawal(reason: "异议成立"),
            .batch(
                try LedgerSample.batch(2, .supersede, payments: [again], withdraws: true)),
            .edition(try LedgerSample.edition(of: 2)),
        ]
        for entry in entries { try folder.append([entry]) }
        let year = try folder.file.read(2026)
        #expect(year.entries == entries)
        #expect(year.newest == Int64(entries.count))
        #expect(year.editions(of: 1).map(\.version) == ["0.1.0", "0.2.0"])
        let history = try year.history()
        #expect(history.sent == Fen(100))
        #expect(history.underWay.map(\.id) == [again.id])
        let before = try year.history(before: 2)
        #expect(before.batch == 1)
        #expect(before.sent == Fen(60))
        try #expect(folder.file.read(2025).entries.isEmpty)
    }

    @Test func whatIsNotThereIsNotMade() throws {
        let folder = try LedgerFolder()
        let year = try folder.file.read(2026)
        #expect(year.entries.isEmpty && year.newest == 0)
        #expect(!FileManager.default.fileExists(atPath: folder.file.path))
    }

    @Test func readingWritesNothing() throws {
        let folder = try LedgerFolder()
        try folder.append([.batch(try LedgerSample.batch(payments: []))])
        let before = FileManager.default.contents(atPath: folder.file.path)
        _ = try folder.file.read(2026)
        #expect(FileManager.default.contents(atPath: folder.file.path) == before)
    }

    @Test func isPrivateAndOneFile() throws {
        let folder = try LedgerFolder()
        try folder.append([.batch(try LedgerSample.batch(payments: []))])
        let mode = try FileManager.default.attributesOfItem(atPath: folder.file.path)[
            .posixPermissions]
        #expect(mode as? Int == 0o600)
        try #expect(
            FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["ledger.sqlite"])
    }

    @Test func yearsDoNotStandInEachOthersWay() throws {
        let folder = try LedgerFolder()
        let known = try folder.file.read(2025)
        try folder.append([.batch(try LedgerSample.batch(payments: []))])
        try folder.file.append(
            [.batch(try LedgerSample.batch(payments: []))], to: known, on: LedgerSample.day(2))
        try #expect(folder.file.read(2025).batches.count == 1)
    }

    @Test func whatMovedIsNotWritten() throws {
        let folder = try LedgerFolder()
        let known = try folder.file.read(2026)
        let batch = LedgerEntry.batch(try LedgerSample.batch(payments: []))
        try folder.append([batch])
        let day = try LedgerSample.day(2)
        #expect(throws: LedgerFault.moved) {
            try folder.file.append([.withdrawal(reason: "x")], to: known, on: day)
        }
        try #expect(folder.file.read(2026).entries == [batch])
    }

    /// All of what was to be recorded together, or nothing of it.
    @Test func anIdHasOneContent() throws {
        let folder = try LedgerFolder()
        let first = try LedgerSample.batch(payments: [LedgerSample.payment(0, 60)])
        try folder.append([.batch(first)])
        for other in [
            try LedgerSample.payment(0, 60, batch: 2, content: "other"),
            try LedgerSample.payment(0, 59, batch: 2),
        ] {
            let second = try LedgerSample.batch(2, .outstanding, payments: [other])
            #expect(throws: LedgerFault.damaged("payment \(other.id.text)")) {
                try folder.append([.withdrawal(reason: "x"), .batch(second)])
            }
        }
        try #expect(folder.file.read(2026).entries == [.batch(first)])
    }

    @Test func aYearHasEachBatchOnce() throws {
        let folder = try LedgerFolder()
        let batch = LedgerEntry.batch(try LedgerSample.batch(payments: []))
        try folder.append([batch])
        #expect(throws: LedgerFault.self) { try folder.append([batch]) }
        try #expect(folder.file.read(2026).entries == [batch])
    }

    static let changes = [
        "UPDATE payment SET fen = 1", "DELETE FROM answer", "UPDATE batch SET number = 3",
        "DELETE FROM event", "UPDATE edition SET version = 'x'", "DELETE FROM sending",
        "UPDATE award SET fen = 0", "DELETE FROM input", "DELETE FROM setting",
        "UPDATE statement SET kind = 'x'", "DELETE FROM withdrawal", "DELETE FROM late_waybills",
        "UPDATE late_waybills SET batch = 2", "INSERT INTO late_waybills VALUES (9, 'short')",
        "INSERT INTO payment VALUES ('short', 'x', 1, 'x')",
        "INSERT INTO batch VALUES ('one', 2026, 9, 'outstanding', NULL)",
        "PRAGMA foreign_keys = ON; INSERT INTO sending VALUES (1, 'nobody', 'nowhere')",
    ]

    @Test(arguments: changes) func rowsAreOnlyAdded(sql: String) throws {
        let folder = try LedgerFolder()
        let payment = try LedgerSample.payment(0, 60)
        try folder.append([
            .batch(
                try LedgerSample.batch(
                    payments: [payment], lateWaybills: LedgerSample.sha256)),
            .edition(try LedgerSample.edition()),
            try LedgerSample.statement(payment, .paid, day: 16), .withdrawal(reason: "x"),
        ])
        let before = try folder.file.read(2026)
        guard let said = try folder.sqlite(sql) else { return }
        #expect(
            said.contains("only added to") || said.contains("constraint failed")
                || said.contains("cannot store") || said.contains("mismatch"), "\(said)")
        try #expect(folder.file.read(2026).entries == before.entries)
        try #expect(folder.sqlite("PRAGMA integrity_check") == "ok")
        try #expect(folder.sqlite("PRAGMA foreign_key_check") == "")
        try #expect(folder.sqlite("PRAGMA journal_mode") == "wal")
    }

    @Test func digestOfLateWaybillsIsKept() throws {
        let folder = try LedgerFolder()
        let batch = try LedgerSample.batch(payments: [], lateWaybills: LedgerSample.sha256)
        try folder.append([.batch(batch)])
        try #expect(folder.file.read(2026).batches == [batch])
    }

    @Test func ledgerOfTheFirstSchemaIsBroughtUpToDate() throws {
        let folder = try LedgerFolder()
        let first = try LedgerSample.batch(payments: [])
        try folder.append([.batch(first)])
        let said = try folder.sqlite("DROP TABLE late_waybills; PRAGMA user_version = 1")
        guard said != nil else { return }
        try #expect(folder.file.read(2026).batches == [first])
        let second = try LedgerSample.batch(
            2, .outstanding, payments: [], lateWaybills: LedgerSample.sha256)
        try folder.append([.batch(second)])
        try #expect(folder.file.read(2026).batches == [first, second])
    }

    @Test func whatIsNoLedgerIsRefused() throws {
        let text = try LedgerFolder()
        try Data("运单号,件数\n".utf8).write(to: URL(fileURLWithPath: text.file.path))
        #expect(throws: LedgerFault.notALedger) { try text.file.read(2026) }
        let folder = try LedgerFolder()
        try folder.append([])
        if try folder.sqlite("PRAGMA user_version = 99") == nil { return }
        #expect(throws: LedgerFault.newer(version: 99)) { try folder.file.read(2026) }
        let other = try LedgerFolder()
        _ = try other.sqlite("CREATE TABLE mine (id INTEGER)")
        #expect(throws: LedgerFault.notALedger) { try other.file.read(2026) }
        try #expect(other.sqlite("SELECT name FROM sqlite_schema") == "mine")
    }

    /// As a run that was killed between making the file and its first row leaves it.
    @Test func emptyFileIsAnEmptyLedger() throws {
        let folder = try LedgerFolder()
        try Data().write(to: URL(fileURLWithPath: folder.file.path))
        try #expect(folder.file.read(2026).entries.isEmpty)
        try folder.append([.batch(try LedgerSample.batch(payments: []))])
        try #expect(folder.file.read(2026).batches.count == 1)
    }

    @Test func folderThatIsNotThereIsNamedByTheSystem() throws {
        let file = LedgerFile(path: "/no/such/folder/ledger.sqlite")
        let day = try LedgerSample.day(1)
        #expect(throws: LedgerFault.cannotCreate(2)) {
            try file.append([], to: LedgerYear(2026), on: day)
        }
    }

    /// Of many that have read the same, one writes; nobody fails otherwise, also on a new file.
    @Test func ofManyWritersOneIsFirst() throws {
        let folder = try LedgerFolder()
        let batch = LedgerEntry.batch(try LedgerSample.batch(payments: []))
        let day = try LedgerSample.day(1)
        let faults = Faults()
        DispatchQueue.concurrentPerform(iterations: 24) { _ in
            do throws(LedgerFault) {
                try folder.file.append([batch], to: LedgerYear(2026), on: day)
                faults.note(nil)
            } catch {
                faults.note(error)
            }
        }
        #expect(faults.all.count { $0 == nil } == 1)
        #expect(faults.all.count { $0 == .moved } == 23)
        try #expect(folder.file.read(2026).entries == [batch])
    }
}

private final class Faults: @unchecked Sendable {
    private let lock = NSLock()
    private var noted: [LedgerFault?] = []

    func note(_ fault: LedgerFault?) { lock.withLock { noted.append(fault) } }

    var all: [LedgerFault?] { lock.withLock { noted } }
}
