private import Foundation
internal import GRDB
import Subsidy

/// Entries as rows, and back.
enum LedgerRows {
    static func newest(of year: Int, in db: Database) throws -> Int64 {
        try Int64.fetchOne(db, sql: "SELECT max(id) FROM event WHERE year = ?", arguments: [year])
            ?? 0
    }

    static func add(
        _ entry: LedgerEntry, to year: Int, on day: CalendarDate, in db: Database
    ) throws {
        try db.execute(
            sql: "INSERT INTO event (year, kind, day) VALUES (?, ?, ?)",
            arguments: [year, entry.kind, day.description])
        let event = db.lastInsertedRowID
        switch entry {
        case .batch(let batch): try add(batch, event, of: year, in: db)
        case .edition(let edition): try add(edition, event, of: year, in: db)
        case .statement(let statement): try add(statement, event, in: db)
        case .withdrawal(let reason):
            try db.execute(
                sql: "INSERT INTO withdrawal (event, reason) VALUES (?, ?)",
                arguments: [event, reason])
        }
    }

    static func year(_ year: Int, in db: Database) throws -> LedgerYear {
        var entries: [LedgerEntry] = []
        var newest: Int64 = 0
        let events = try Row.fetchAll(
            db, sql: "SELECT id, kind FROM event WHERE year = ? ORDER BY id", arguments: [year])
        for row in events {
            let event: Int64 = row["id"]
            let kind: String = row["kind"]
            newest = event
            switch kind {
            case "batch":
                var withdraws = false
                if case .withdrawal = entries.last { withdraws = true }
                entries.append(.batch(try batch(event, withdraws: withdraws, in: db)))
            case "edition": entries.append(.edition(try edition(event, in: db)))
            case "statement": entries.append(.statement(try statement(event, in: db)))
            default: entries.append(.withdrawal(reason: try withdrawal(event, in: db)))
            }
        }
        return LedgerYear(year, newest: newest, entries: entries)
    }
}

extension LedgerEntry {
    fileprivate var kind: String {
        switch self {
        case .batch: "batch"
        case .edition: "edition"
        case .statement: "statement"
        case .withdrawal: "withdrawal"
        }
    }
}

extension LedgerRows {
    private static func add(
        _ batch: LedgerBatch, _ event: Int64, of year: Int, in db: Database
    ) throws {
        try db.execute(
            sql: "INSERT INTO batch (event, year, number, kind, reason) VALUES (?, ?, ?, ?, ?)",
            arguments: [
                event, year, batch.batch.number, batch.batch.kind.rawValue, batch.batch.reason,
            ])
        for input in batch.inputs {
            try db.execute(
                sql: "INSERT INTO input (batch, name, sha256) VALUES (?, ?, ?)",
                arguments: [event, input.name, input.sha256])
        }
        for (key, value) in batch.settings.sorted(by: { $0.key < $1.key }) {
            try db.execute(
                sql: "INSERT INTO setting (batch, key, value) VALUES (?, ?, ?)",
                arguments: [event, key, value])
        }
        for award in batch.awards {
            try db.execute(
                sql: "INSERT INTO award (batch, uscc, name, fen) VALUES (?, ?, ?, ?)",
                arguments: [event, award.uscc.text, award.name, award.amount.count])
        }
        for payment in batch.payments { try add(payment, event, in: db) }
        if let sha256 = batch.lateWaybills {
            try db.execute(
                sql: "INSERT INTO late_waybills (batch, sha256) VALUES (?, ?)",
                arguments: [event, sha256])
        }
    }

    /// A payment that is sent again has its row already, and the same content.
    private static func add(_ payment: SentPayment, _ batch: Int64, in db: Database) throws {
        let known = try Row.fetchOne(
            db, sql: "SELECT fen, content FROM payment WHERE id = ?", arguments: [payment.id.text])
        if let known {
            let fen: Int64 = known["fen"]
            let content: String = known["content"]
            guard fen == payment.amount.count, content == payment.content else {
                throw LedgerFault.damaged("payment \(payment.id.text)")
            }
        } else {
            try db.execute(
                sql: "INSERT INTO payment (id, uscc, fen, content) VALUES (?, ?, ?, ?)",
                arguments: [
                    payment.id.text, payment.uscc.text, payment.amount.count, payment.content,
                ])
        }
        try db.execute(
            sql: "INSERT INTO sending (batch, payment, uscc) VALUES (?, ?, ?)",
            arguments: [batch, payment.id.text, payment.uscc.text])
    }

    private static func add(
        _ edition: LedgerEdition, _ event: Int64, of year: Int, in db: Database
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO edition (event, batch, payment_date, version, sums, message, report)
                SELECT ?, event, ?, ?, ?, ?, ? FROM batch WHERE year = ? AND number = ?
                """,
            arguments: [
                event, edition.paymentDate.description, edition.version, edition.sums,
                edition.message, Data(edition.report), year, edition.batch,
            ])
        guard db.changesCount == 1 else { throw LedgerFault.damaged("batch \(edition.batch)") }
    }

    private static func add(
        _ statement: LedgerStatement, _ event: Int64, in db: Database
    ) throws {
        try db.execute(
            sql: "INSERT INTO statement (event, sha256, kind) VALUES (?, ?, ?)",
            arguments: [event, statement.sha256, statement.kind])
        for (position, entry) in statement.answers.enumerated() {
            let answer = entry.answer
            try db.execute(
                sql: """
                    INSERT INTO answer
                        (statement, position, payment, state, fen, day, reason, line)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    event, position, answer.payment.text, answer.state.rawValue,
                    answer.amount?.count, answer.date.description, answer.reason, entry.line,
                ])
        }
    }
}

extension LedgerRows {
    private static func batch(
        _ event: Int64, withdraws: Bool, in db: Database
    ) throws -> LedgerBatch {
        let row = try row("SELECT number, kind, reason FROM batch WHERE event = ?", event, in: db)
        let number: Int = row["number"]
        let kind: String = row["kind"]
        guard let kind = Batch.Kind(rawValue: kind) else { throw damaged(event) }
        let inputs = try rows("SELECT name, sha256 FROM input WHERE batch = ?", event, in: db)
        let settings = try rows("SELECT key, value FROM setting WHERE batch = ?", event, in: db)
        let awards = try rows("SELECT uscc, name, fen FROM award WHERE batch = ?", event, in: db)
        let payments = try rows(
            """
            SELECT payment.id, payment.uscc, payment.fen, payment.content
            FROM sending JOIN payment ON payment.id = sending.payment WHERE sending.batch = ?
            """, event, in: db)
        return LedgerBatch(
            batch: Batch(number: number, kind: kind, reason: row["reason"], withdraws: withdraws),
            inputs: inputs.map { LedgerInput(name: $0["name"], sha256: $0["sha256"]) },
            settings: Dictionary(uniqueKeysWithValues: settings.map { ($0["key"], $0["value"]) }),
            awards: try awards.map { row in
                LedgerAward(
                    uscc: try uscc(row["uscc"], event), name: row["name"], amount: Fen(row["fen"]))
            },
            payments: try payments.map { row in
                SentPayment(
                    id: try id(row["id"], event), uscc: try uscc(row["uscc"], event),
                    amount: Fen(row["fen"]), content: row["content"], batch: number)
            },
            lateWaybills: try String.fetchOne(
                db, sql: "SELECT sha256 FROM late_waybills WHERE batch = ?", arguments: [event]))
    }

    private static func edition(_ event: Int64, in db: Database) throws -> LedgerEdition {
        let row = try row(
            """
            SELECT batch.number, payment_date, version, sums, message, report
            FROM edition JOIN batch ON batch.event = edition.batch WHERE edition.event = ?
            """, event, in: db)
        let report: Data = row["report"]
        return LedgerEdition(
            batch: row["number"], paymentDate: try date(row["payment_date"], event),
            version: row["version"], sums: row["sums"], message: row["message"],
            report: Array(report))
    }

    private static func statement(_ event: Int64, in db: Database) throws -> LedgerStatement {
        let row = try row("SELECT sha256, kind FROM statement WHERE event = ?", event, in: db)
        let answers = try rows(
            """
            SELECT payment, state, fen, day, reason, line FROM answer
            WHERE statement = ? ORDER BY position
            """, event, in: db)
        return LedgerStatement(
            sha256: row["sha256"], kind: row["kind"],
            answers: try answers.map { row in
                let state: String = row["state"]
                let fen: Int64? = row["fen"]
                guard let state = BankAnswer.State(rawValue: state) else { throw damaged(event) }
                return LedgerAnswer(
                    BankAnswer(
                        payment: try id(row["payment"], event), state: state,
                        amount: fen.map { Fen($0) }, date: try date(row["day"], event),
                        reason: row["reason"]),
                    line: row["line"])
            })
    }

    private static func withdrawal(_ event: Int64, in db: Database) throws -> String {
        try row("SELECT reason FROM withdrawal WHERE event = ?", event, in: db)["reason"]
    }

    private static func rows(_ sql: String, _ event: Int64, in db: Database) throws -> [Row] {
        try Row.fetchAll(db, sql: sql, arguments: [event])
    }

    private static func row(_ sql: String, _ event: Int64, in db: Database) throws -> Row {
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [event]) else {
            throw damaged(event)
        }
        return row
    }

    private static func uscc(_ text: String, _ event: Int64) throws -> USCC {
        guard let uscc = try? USCC(text) else { throw damaged(event) }
        return uscc
    }

    private static func id(_ text: String, _ event: Int64) throws -> PaymentID {
        guard let id = PaymentID(text) else { throw damaged(event) }
        return id
    }

    private static func date(_ text: String, _ event: Int64) throws -> CalendarDate {
        guard let date = CalendarDate(iso: text) else { throw damaged(event) }
        return date
    }

    private static func damaged(_ event: Int64) -> LedgerFault { .damaged("event \(event)") }
}
