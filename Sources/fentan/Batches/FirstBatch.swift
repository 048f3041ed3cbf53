import Documents
import Ledger
import Subsidy
import Verification

// The first batch of a year, and whatever was published of the year from the same inputs.
extension YearPublication {
    func publishFirst() throws -> ExitStatus {
        let published = try PublishedFolder(run.output)
        let date =
            run.paymentDate ?? settled.settlement.programme.paymentDate ?? published.paymentDate
            ?? ChinaTime.today()
        // A year that is published stays so, also where the new inputs would stop the run.
        let differences = try published.differences { try reportJSON() }
        if !differences.isEmpty {
            return try refused(run.output, differences, published.reportJSON ?? [])
        }
        if let stopped = try stopped() { return stopped }
        let prepared = try prepared(
            .first, after: PaymentHistory(), date: date,
            letters: run.letters || published.hasLetters)
        switch try published.comparison(
            with: prepared.documents, by: publicKey, editions: [])
        {
        case .same:
            // It was published without this ledger.
            let edition = try published.edition(of: prepared.edition)
            try keepLateWaybills(of: .first)
            try ledger.append([.batch(prepared.ledger), .edition(edition)], to: known)
            return try stands(.first)
        case .otherPayments: return otherPayments(than: prepared, at: run.output)
        case .otherForm:
            return try write(
                prepared, over: published,
                recording: [.batch(prepared.ledger), .edition(prepared.edition)])
        }
    }

    /// Whatever was published from these inputs stands where it should, in this form.
    func standFast() throws -> ExitStatus {
        let differences = try known.batches.map { try self.differences(from: $0) }
        let matching = zip(known.batches, differences).filter { $0.1.isEmpty }.map(\.0)
        guard let newest = matching.last else {
            return try refused(known.batches.last, differences.last ?? [])
        }
        guard settled.settlement.stops.isEmpty else {
            return otherPayments(at: place(of: newest.batch.number))
        }
        for batch in matching {
            // What one batch has added to the ledger the next one must know.
            let now = YearPublication(
                run: run, settled: settled, key: key, ledger: ledger, known: try ledger.read())
            let status = try now.restore(batch, mayChangeForm: batch == newest)
            if status != .done { return status }
        }
        return .done
    }

    /// Makes the documents of a batch again; the form of an older one stays as it is.
    func restore(_ batch: LedgerBatch, mayChangeForm: Bool) throws -> ExitStatus {
        let number = batch.batch.number
        let editions = known.editions(of: number)
        let prepared = try prepared(
            batch.batch, after: ledger.history(of: known, before: number),
            date: date(of: number, editions, mayChange: mayChangeForm),
            letters: (mayChangeForm && run.letters) || Self.hasLetters(editions))
        guard prepared.ledger.payments == batch.payments, prepared.ledger.awards == batch.awards
        else { return otherPayments(than: prepared, at: place(of: number)) }
        let published = try PublishedFolder(place(of: number))
        switch try published.comparison(
            with: prepared.documents, by: publicKey, editions: editions)
        {
        case .same:
            try keepLateWaybills(of: batch.batch)
            return try stands(batch.batch)
        case .otherPayments: return otherPayments(than: prepared, at: place(of: number))
        case .otherForm:
            if published.isPresent, !mayChangeForm { return try stands(batch.batch) }
            let isRecorded = editions.contains { $0.sums == prepared.edition.sums }
            return try write(
                prepared, over: published, recording: isRecorded ? [] : [.edition(prepared.edition)]
            )
        }
    }

    /// Letters that were published once stay, as the payment date does.
    private static func hasLetters(_ editions: [LedgerEdition]) -> Bool {
        editions.last.flatMap { try? PublishedReport(json: $0.report) }?.hasLetters == true
    }

    /// The day that was published; of the newest batch another may be named, of the first also by
    /// the settings.
    private func date(
        of number: Int, _ editions: [LedgerEdition], mayChange: Bool
    ) -> CalendarDate {
        let recorded = editions.last?.paymentDate ?? ChinaTime.today()
        guard mayChange else { return recorded }
        let setting = number == 1 ? settled.settlement.programme.paymentDate : nil
        return run.paymentDate ?? setting ?? recorded
    }
}
