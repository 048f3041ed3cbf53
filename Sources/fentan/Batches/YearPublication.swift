import Documents
import Ledger
import Subsidy
import Verification

/// The publication of a year's payments, batch after batch, in step with the ledger.
struct YearPublication {
    let run: Run
    let settled: ProgrammeReading.Settled
    /// What signs the documents; nil where the settings name no key.
    let key: SigningKey?
    let ledger: ProgrammeLedger
    let known: LedgerYear

    var publicKey: PublicKey? { key.flatMap { PublicKey(pem: $0.publicPEM) } }

    func publish() throws -> ExitStatus {
        try refuseUnknownBatch()
        switch run.request {
        case .first: return known.batches.isEmpty ? try publishFirst() : try standFast()
        case .outstanding: return try publishOutstanding()
        case .supersede(let reason, let neverImported):
            return try publishNewAwards(reason: reason, neverImported: neverImported)
        }
    }

    /// A folder of a batch that the ledger has not: what was sent with it is not known.
    private func refuseUnknownBatch() throws {
        let number = max(2, known.batches.count + 1)
        let next = place(of: number)
        if PublishedFolder.batch(at: next, of: ledger.year) == number {
            throw UnknownBatch(folder: next, ledger: ledger.file.path)
        }
    }

    func place(of number: Int) -> String {
        number == 1 ? run.output : "\(run.output)-\(number)"
    }
}

/// A published folder that stands in no ledger.
struct UnknownBatch: Error {
    let folder: String
    let ledger: String
}

/// What a further batch needs and is not there.
struct NothingPublished: Error {
    let ledger: String
}

// How a batch is made and put in its place.
extension YearPublication {
    func prepared(
        _ batch: Batch, after history: PaymentHistory, date: CalendarDate, letters: Bool
    ) throws -> PreparedBatch {
        try prepared(batch, plan: settled.plan(after: history), date: date, letters: letters)
    }

    func prepared(
        _ batch: Batch, plan: BatchPlan, date: CalendarDate, letters: Bool
    ) throws -> PreparedBatch {
        let earlier = known.batches.map(\.batch).filter { $0.number < batch.number }
        let edition = run.edition(
            .published, settled.inputs, date, batch: batch, earlier: earlier, key: key,
            letters: letters)
        let prepared = try PreparedBatch(
            batch, of: settled, plan: plan, edition: edition, room: run.reading.documentRoom)
        try run.proveBeforePublication(prepared.documents, by: publicKey)
        return prepared
    }

    /// Written, recorded, named: in this order, so that a run that is killed can be finished.
    func write(
        _ prepared: PreparedBatch, over published: PublishedFolder,
        recording entries: [LedgerEntry]
    ) throws -> ExitStatus {
        let target = OutputFolder(path: place(of: prepared.batch.number), state: .published)
        try target.publish(prepared.documents, standing: published.reportJSON) {
            try keepLateWaybills(of: prepared.batch)
            if entries.isEmpty { return }
            try ledger.append(entries, to: known)
            run.messages.note(LogTexts.recorded(ledger.file))
        }
        if !entries.isEmpty { try removeEarlierLateWaybills() }
        return try run.report(prepared.settlement, prepared.batch, at: target.place)
    }

    func stands(_ batch: Batch) throws -> ExitStatus {
        try OutputFolder(path: run.output, state: .stopped).removeIfPresent()
        run.messages.say(Texts.alreadyPublished(place(of: batch.number)))
        return .done
    }
}
