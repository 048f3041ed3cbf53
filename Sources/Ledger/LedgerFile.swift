private import Glibc
internal import GRDB
package import Subsidy

/// The ledger's file, a database of SQLite that years share: read and written, never kept open.
package struct LedgerFile: Sendable {
    package let path: String

    package init(path: String) { self.path = path }

    /// All that is recorded of a year; nothing where there is no file, which is not made for it.
    package func read(_ year: Int) throws(LedgerFault) -> LedgerYear {
        guard isPresent else { return LedgerYear(year) }
        return try withDatabase { queue in
            try queue.writeWithoutTransaction { db in
                try Self.bringUpToDate(db)
                var read = LedgerYear(year)
                try db.inTransaction(.deferred) {
                    read = try LedgerRows.year(year, in: db)
                    return .commit
                }
                return read
            }
        }
    }

    /// Records entries in one step, or nothing; `known` is the year as it was when they were made.
    ///
    /// - Throws: `.moved` where something was recorded of the year since then.
    package func append(
        _ entries: [LedgerEntry], to known: LedgerYear, on day: CalendarDate
    ) throws(LedgerFault) {
        try makePrivateFile()
        try withDatabase { queue in
            try queue.writeWithoutTransaction { db in
                try Self.bringUpToDate(db)
                try db.inTransaction(.immediate) {
                    guard try LedgerRows.newest(of: known.year, in: db) == known.newest else {
                        throw LedgerFault.moved
                    }
                    for entry in entries {
                        try LedgerRows.add(entry, to: known.year, on: day, in: db)
                    }
                    return .commit
                }
            }
        }
    }

    package var isPresent: Bool { unsafe access(path, F_OK) == 0 }

    /// SQLite gives the mode of the file to those that it puts beside it.
    private func makePrivateFile() throws(LedgerFault) {
        if isPresent { return }
        let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            let code = errno
            if code == EEXIST { return }
            throw .cannotCreate(code)
        }
        close(descriptor)
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let parent = parts.joined(separator: "/")
        let folder = unsafe open(
            parent.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : parent,
            O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw .cannotCreate(errno) }
        let code = fsync(folder) == 0 ? nil : errno
        close(folder)
        if let code { throw .cannotCreate(code) }
    }

    func withDatabase<Value>(
        _ body: (DatabaseQueue) throws -> Value
    ) throws(LedgerFault) -> Value {
        do {
            let queue = try opened()
            let value = try body(queue)
            try queue.close()
            return value
        } catch let fault as LedgerFault {
            throw fault
        } catch let error as DatabaseError {
            throw Self.fault(of: error)
        } catch {
            throw .system("\(error)")
        }
    }

    /// SQLite does not wait where two turn a new file to WAL at once; so this does.
    private func opened() throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.busyMode = .timeout(Self.patienceSeconds)
        // GRDB's own way to WAL writes whenever the file is opened, and does not wait for the disk.
        configuration.prepareDatabase { db in
            _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
            try db.execute(sql: "PRAGMA synchronous = FULL")
        }
        var attempts = 0
        while true {
            do {
                return try DatabaseQueue(path: path, configuration: configuration)
            } catch let error as DatabaseError where Self.isBusy(error) {
                attempts += 1
                if attempts == Self.attempts { throw LedgerFault.busy }
                usleep(20_000)
            }
        }
    }

    private static let patienceSeconds = 10.0
    private static let attempts = 500

    /// Takes the steps of the schema that the file has not taken, all or none.
    private static func bringUpToDate(_ db: Database) throws {
        if try version(of: db) == LedgerSchema.steps.count { return }
        try db.inTransaction(.immediate) {
            let taken = try version(of: db)
            for step in LedgerSchema.steps.dropFirst(taken) { try db.execute(sql: step) }
            try db.execute(sql: "PRAGMA application_id = \(LedgerSchema.applicationID)")
            try db.execute(sql: "PRAGMA user_version = \(LedgerSchema.steps.count)")
            return .commit
        }
    }

    /// How many steps a file has taken; none where it is empty.
    static func version(of db: Database) throws -> Int {
        let owner = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        if owner == 0, version == 0 {
            let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
            guard tables == 0 else { throw LedgerFault.notALedger }
            return 0
        }
        guard owner == LedgerSchema.applicationID else { throw LedgerFault.notALedger }
        guard version <= LedgerSchema.steps.count else {
            throw LedgerFault.newer(version: version)
        }
        return version
    }

    private static func isBusy(_ error: DatabaseError) -> Bool {
        [.SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL].contains(error.resultCode)
    }

    /// Without the statement and its values.
    private static func fault(of error: DatabaseError) -> LedgerFault {
        if isBusy(error) { return .busy }
        let text = error.message ?? "SQLite \(error.resultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_NOTADB: return .notALedger
        case .SQLITE_CORRUPT, .SQLITE_CONSTRAINT: return .damaged(text)
        default: return .system(text)
        }
    }
}
