internal import GRDB
private import GRDBSQLite

/// The whole file proved: what no single year asks for.
extension LedgerFile {
    /// SQLite's, as it is loaded.
    package static var libraryVersion: String { unsafe String(cString: sqlite3_libversion()) }

    /// How many steps of the schema this version of the program knows.
    package static var schemaVersion: Int { LedgerSchema.steps.count }

    /// Every year of the file, read and replayed; the file is left as it is.
    ///
    /// - Throws: `.damaged` where a page, a reference, a table or an answer is not what it was.
    package func examinedYears() throws(LedgerFault) -> [LedgerYear] {
        guard isPresent else { return [] }
        let years = try withDatabase { queue in
            try queue.writeWithoutTransaction { db in
                var years: [LedgerYear] = []
                try db.inTransaction(.deferred) {
                    try Self.refuseDamage(in: db)
                    let known = try Int.fetchAll(
                        db, sql: "SELECT DISTINCT year FROM event ORDER BY year")
                    years = try known.map { try LedgerRows.year($0, in: db) }
                    return .rollback
                }
                return years
            }
        }
        for year in years { _ = try year.history() }
        return years
    }

    private static func refuseDamage(in db: Database) throws {
        let version = try version(of: db)
        let word = try String.fetchOne(db, sql: "PRAGMA integrity_check(1)") ?? "no answer"
        guard word == "ok" else { throw LedgerFault.damaged(word) }
        if let row = try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") {
            let table: String = row[0]
            throw LedgerFault.damaged("a reference of \(table)")
        }
        // Without its triggers a row could be changed or taken away unseen.
        guard try schema(of: db) == schema(after: version) else {
            throw LedgerFault.damaged("its tables and triggers are not those of schema \(version)")
        }
    }

    private static func schema(of db: Database) throws -> [String] {
        try String.fetchAll(
            db, sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name"
        ).filter { !$0.hasPrefix("CREATE TABLE sqlite_") }
    }

    /// What the first steps of the schema make of an empty database.
    private static func schema(after version: Int) throws -> [String] {
        try DatabaseQueue().write { db in
            for step in LedgerSchema.steps.prefix(version) { try db.execute(sql: step) }
            return try schema(of: db)
        }
    }
}
