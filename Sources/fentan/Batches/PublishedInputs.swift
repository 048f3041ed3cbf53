import Documents
import Ledger
import Subsidy

// What was published, against the inputs of now, and what is said where they differ.
extension YearPublication {
    /// The inputs and the settings that decide money that are not those of a batch.
    func differences(from batch: LedgerBatch) throws -> [String] {
        let report = known.editions(of: batch.batch.number).last?.report ?? []
        return try PublishedReport(json: report).differences(
            from: PublishedReport(json: reportJSON()))
    }

    /// The same, but for the columns that say where money goes and whether it may.
    func differencesBesideAccounts(from batch: LedgerBatch) throws -> [String] {
        let others = try differences(from: batch).filter { !SteadyInputs.files.contains($0) }
        let recorded = batch.inputs.filter { SteadyInputs.names.contains($0.name) }
        let steady = Set(recorded).symmetricDifference(settled.steadyInputs).map(\.name)
        if !others.isEmpty || !steady.isEmpty { return others + Set(steady).sorted() }
        // The same of all that decides awards, and other awards: an excluded enterprise came back.
        guard let awards = settled.settlement.awards else { return [] }
        let changed = zip(awards, batch.awards).filter { $0.amount != $1.amount }
        return changed.map { $1.uscc.text }
    }

    func reportJSON() throws -> [UInt8] {
        try OutputDocuments.reportJSON(
            of: settled.settlement, edition: run.edition(.checked, settled.inputs, nil))
    }

    func stopped() throws -> ExitStatus? {
        if settled.settlement.stops.isEmpty { return nil }
        return try run.write(settled, as: .stopped)
    }

    func refused(_ batch: LedgerBatch?, _ differences: [String]) throws -> ExitStatus {
        let number = batch?.batch.number ?? 1
        return try refused(
            place(of: number), differences, known.editions(of: number).last?.report ?? [])
    }

    func refused(
        _ folder: String, _ differences: [String], _ report: [UInt8]
    ) throws -> ExitStatus {
        run.messages.error(Texts.publishedOtherwise(folder, differences: differences))
        try run.sayWhatChanges(settled, against: report)
        return .publishedOtherwise
    }

    /// A payment format that was named since may hold what is published: that the settings can mend.
    func otherPayments(than prepared: PreparedBatch, at folder: String) -> ExitStatus {
        let awards = prepared.settlement.awards ?? []
        guard let award = awards.first(where: { $0.holdReasons.contains(where: \.isOfOneFile) })
        else { return otherPayments(at: folder) }
        run.messages.error(
            Texts.formatHoldsPublished(
                folder, award.enterprise, award.holdReasons.filter(\.isOfOneFile)))
        return .configuration
    }

    func otherPayments(at folder: String) -> ExitStatus {
        run.messages.error(Texts.otherPayments(folder))
        return .checkFailed
    }
}
