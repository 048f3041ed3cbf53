/// Why the ledger cannot be read or written.
package enum LedgerFault: Error, Equatable, Sendable {
    /// The file is no ledger: another database, or none at all.
    case notALedger
    /// A later version of the program has written it.
    case newer(version: Int)
    /// What it says contradicts itself.
    case damaged(String)
    /// Somebody else has been writing it for as long as we wait.
    case busy
    /// Something was recorded since the year was read.
    case moved
    /// The file cannot be made; errno.
    case cannotCreate(Int32)
    /// The system's or SQLite's word for it.
    case system(String)
}
