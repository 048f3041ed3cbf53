private import Dispatch
private import Synchronization

/// Proves an output folder again, from its files alone.
///
/// It shares no figure and no arithmetic with the code that wrote them.
package enum OutputProof {
    /// Everything in `folder` that does not hold; empty where all does.
    ///
    /// A failure of `.report` says that report.json cannot be read: what depends on it, which is
    /// all but the digests, is then not proved.
    ///
    /// With a key it must be signed by that key.
    package static func failures(
        in folder: FolderContents, by key: PublicKey? = nil
    ) -> [Failure] {
        let report: ReportFile
        switch ReportFile.read(from: folder) {
        case .success(let file): report = file
        case .failure(let failure): return [failure] + Digests.failures(in: folder)
        }
        let payments = PaymentFiles(in: folder, of: report)
        let accounts = payments.accounts
        let quarantine = QuarantineFiles(of: report)
        let failures = together([
            { Digests.failures(in: folder) },
            { key.map { SignatureProof.failures(in: folder, of: report, by: $0) } ?? [] },
            { Layout.failures(of: folder, for: report, quarantine: quarantine) },
            { Identities.failures(of: report) },
            { VolumeParts.failures(of: report) },
            { SplitProof.failures(of: report) },
            { BatchProof.failures(of: report) },
            { SupportProof.failures(of: report) },
            { PaymentStates.failures(of: report, payerAccount: payments.payerAccount) },
            { AwardsFile.failures(in: folder, against: report) },
            { ReportSheets.failures(in: folder, against: report) },
            { NoticeProof.failures(in: folder, against: report) },
            { payments.failures(against: report) },
            { HeldFile.failures(in: folder, against: report) },
            {
                let (ofFindings, rejected) = FindingsFile.proof(in: folder, against: report)
                return ofFindings
                    + quarantine.failures(in: folder, against: report, findings: rejected)
            },
            { FindingWorth.failures(of: report) },
            { DecisionProof.failures(in: folder, against: report) },
            { accounts.leaks(in: folder) },
        ])
        return failures.joined().map { $0.masked(by: accounts) }
    }

    /// What each proof finds, in their order; they run side by side, as none needs another.
    private static func together(_ proofs: [@Sendable () -> [Failure]]) -> [[Failure]] {
        let found = Mutex([[Failure]](repeating: [], count: proofs.count))
        DispatchQueue.concurrentPerform(iterations: proofs.count) { index in
            let failures = proofs[index]()
            found.withLock { $0[index] = failures }
        }
        return found.withLock { $0 }
    }
}
