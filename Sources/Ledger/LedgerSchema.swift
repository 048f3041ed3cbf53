/// The tables of the ledger, step by step as versions of the program have added to them.
///
/// Rows are only ever added: triggers refuse everything else, whoever asks for it. No account stands
/// in any of them.
enum LedgerSchema {
    /// `FENT`, by which SQLite's header says whose file it is.
    static let applicationID = 0x4645_4E54

    /// `PRAGMA user_version` counts the steps that were taken.
    static let steps = [first, second]

    private static let first =
        """
        CREATE TABLE event (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            year INTEGER NOT NULL CHECK (year BETWEEN 1000 AND 9999),
            kind TEXT NOT NULL CHECK (kind IN ('batch', 'edition', 'statement', 'withdrawal')),
            day TEXT NOT NULL
        ) STRICT;
        CREATE INDEX event_by_year ON event (year, id);
        CREATE TABLE batch (
            event INTEGER PRIMARY KEY REFERENCES event (id),
            year INTEGER NOT NULL,
            number INTEGER NOT NULL CHECK (number >= 1),
            kind TEXT NOT NULL CHECK (kind IN ('first', 'outstanding', 'supersede')),
            reason TEXT,
            UNIQUE (year, number),
            CHECK ((number = 1) = (kind = 'first')),
            CHECK ((kind = 'supersede') = (reason IS NOT NULL))
        ) STRICT;
        CREATE TABLE input (
            batch INTEGER NOT NULL REFERENCES batch (event),
            name TEXT NOT NULL,
            sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
            PRIMARY KEY (batch, name)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE setting (
            batch INTEGER NOT NULL REFERENCES batch (event),
            key TEXT NOT NULL,
            value TEXT NOT NULL,
            PRIMARY KEY (batch, key)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE award (
            batch INTEGER NOT NULL REFERENCES batch (event),
            uscc TEXT NOT NULL CHECK (length(uscc) = 18),
            name TEXT NOT NULL,
            fen INTEGER NOT NULL CHECK (fen >= 0),
            PRIMARY KEY (batch, uscc)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE payment (
            id TEXT PRIMARY KEY CHECK (length(id) = 30),
            uscc TEXT NOT NULL CHECK (substr(id, 5, 18) = uscc),
            fen INTEGER NOT NULL CHECK (fen > 0),
            content TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE sending (
            batch INTEGER NOT NULL,
            payment TEXT NOT NULL REFERENCES payment (id),
            uscc TEXT NOT NULL,
            PRIMARY KEY (batch, payment),
            UNIQUE (batch, uscc),
            FOREIGN KEY (batch, uscc) REFERENCES award (batch, uscc)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE edition (
            event INTEGER PRIMARY KEY REFERENCES event (id),
            batch INTEGER NOT NULL REFERENCES batch (event),
            payment_date TEXT NOT NULL,
            version TEXT NOT NULL,
            sums TEXT NOT NULL CHECK (length(sums) = 64),
            message TEXT,
            report BLOB NOT NULL
        ) STRICT;
        CREATE TABLE statement (
            event INTEGER PRIMARY KEY REFERENCES event (id),
            sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
            kind TEXT NOT NULL
        ) STRICT;
        CREATE TABLE answer (
            statement INTEGER NOT NULL REFERENCES statement (event),
            position INTEGER NOT NULL,
            payment TEXT NOT NULL REFERENCES payment (id),
            state TEXT NOT NULL CHECK (state IN ('paid', 'returned', 'reclaimed')),
            fen INTEGER CHECK (fen > 0),
            day TEXT NOT NULL,
            reason TEXT NOT NULL,
            line INTEGER NOT NULL,
            PRIMARY KEY (statement, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE withdrawal (
            event INTEGER PRIMARY KEY REFERENCES event (id),
            reason TEXT NOT NULL
        ) STRICT;

        """ + guards(of: firstTables)

    /// By which a file beside the ledger is known again.
    private static let second =
        """
        CREATE TABLE late_waybills (
            batch INTEGER PRIMARY KEY REFERENCES batch (event),
            sha256 TEXT NOT NULL CHECK (length(sha256) = 64)
        ) STRICT;

        """ + guards(of: ["late_waybills"])

    private static let firstTables = [
        "event", "batch", "input", "setting", "award", "payment", "sending", "edition",
        "statement", "answer", "withdrawal",
    ]

    private static func guards(of tables: [String]) -> String {
        tables.flatMap { table in
            ["UPDATE", "DELETE"].map { verb in
                """
                CREATE TRIGGER \(table)_no_\(verb.lowercased()) BEFORE \(verb) ON \(table)
                BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END;

                """
            }
        }.joined()
    }
}
