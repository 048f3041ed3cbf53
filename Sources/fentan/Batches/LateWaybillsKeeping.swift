import DelimitedText
import Glibc
import Ledger
import Subsidy

// What the next year must not count again is kept in step with the ledger.
extension YearPublication {
    /// Before the ledger names the file of a new batch; of the newest one also where it was lost.
    ///
    /// An older batch keeps none: others are awarded now.
    func keepLateWaybills(of batch: Batch) throws {
        let sha256 = settled.lateWaybills.sha256
        if let newest = known.batches.last, batch.number <= newest.batch.number {
            guard batch == newest.batch, newest.lateWaybills == sha256 else { return }
        }
        let folder = FileTree.parent(of: ledger.file.path)
        guard ByteFile.isFolder(folder) else {
            throw OutputFolder.Fault.system(ledger.file.path, ENOENT, .cannotCreate)
        }
        try file(sha256).write(settled.lateWaybills.bytes)
    }

    /// Once the ledger names another file.
    func removeEarlierLateWaybills() throws {
        let current = try ledger.read().batches.last?.lateWaybills
        for sha256 in Set(known.batches.compactMap(\.lateWaybills)) where sha256 != current {
            try file(sha256).remove()
        }
    }

    private func file(_ sha256: String) -> LateWaybillsFile {
        LateWaybillsFile(of: ledger.file, year: ledger.year, sha256: sha256)
    }
}
