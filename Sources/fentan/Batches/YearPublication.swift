import Documents
import Ledger
import ProgrammeFolder
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

    private var publicKey: PublicKey? { key.flatMap { PublicKey(pem: $0.publicPEM) } }

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

    private func place(of number: Int) -> String {
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

// MARK: - The first batch

extension YearPublication {
    private func publishFirst() throws -> ExitStatus {
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
        switch try published.comparison(with: prepared.documents, by: publicKey) {
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
    private func standFast() throws -> ExitStatus {
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
    private func restore(_ batch: LedgerBatch, mayChangeForm: Bool) throws -> ExitStatus {
        let number = batch.batch.number
        let editions = known.editions(of: number)
        let prepared = try prepared(
            batch.batch, after: ledger.history(of: known, before: number),
            date: date(of: number, editions, mayChange: mayChangeForm),
            letters: (mayChangeForm && run.letters) || Self.hasLetters(editions))
        guard prepared.ledger.payments == batch.payments, prepared.ledger.awards == batch.awards
        else { return otherPayments(than: prepared, at: place(of: number)) }
        let published = try PublishedFolder(place(of: number))
        switch try published.comparison(with: prepared.documents, by: publicKey) {
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

// MARK: - Further batches

extension YearPublication {
    private func publishOutstanding() throws -> ExitStatus {
        guard let newest = known.batches.last else {
            throw NothingPublished(ledger: ledger.file.path)
        }
        let differences = try differencesBesideAccounts(from: newest)
        if !differences.isEmpty { return try refused(newest, differences) }
        if let stopped = try stopped() { return stopped }
        let history = try ledger.history(of: known)
        let plan = try settled.plan(after: history)
        if plan.payments.isEmpty {
            if try isMissing(newest) { return try restore(newest, mayChangeForm: true) }
            run.messages.say(Texts.nothingOwed(plan, underWay: history.underWay))
            return .done
        }
        return try publish(run.request.batch(after: history.batch), plan: plan, recording: [])
    }

    private func publishNewAwards(reason: String, neverImported: Bool) throws -> ExitStatus {
        guard let newest = known.batches.last else {
            throw NothingPublished(ledger: ledger.file.path)
        }
        if try differences(from: newest).isEmpty {
            if try isMissing(newest) { return try restore(newest, mayChangeForm: true) }
            run.messages.say(Texts.nothingToSupersede(place(of: newest.batch.number)))
            return .done
        }
        if let stopped = try stopped() { return stopped }
        var history = try ledger.history(of: known)
        let underWay = history.underWay
        guard underWay.isEmpty || neverImported else {
            run.messages.error(Texts.underWay(underWay))
            return .dataForbids
        }
        if !underWay.isEmpty { history.withdrawUnderWay() }
        return try publish(
            run.request.batch(after: history.batch, withdraws: !underWay.isEmpty),
            plan: settled.plan(after: history),
            recording: underWay.isEmpty ? [] : [.withdrawal(reason: reason)])
    }

    private func publish(
        _ batch: Batch, plan: BatchPlan, recording entries: [LedgerEntry]
    ) throws -> ExitStatus {
        let date =
            run.paymentDate ?? settled.settlement.programme.paymentDate ?? ChinaTime.today()
        let prepared = try prepared(batch, plan: plan, date: date, letters: run.letters)
        let published = try PublishedFolder(place(of: batch.number))
        if published.isPresent { throw OutputFolder.Fault.occupied(place(of: batch.number)) }
        return try write(
            prepared, over: published,
            recording: entries + [.batch(prepared.ledger), .edition(prepared.edition)])
    }

    /// Whether the newest batch was published from these inputs and does not stand here.
    private func isMissing(_ newest: LedgerBatch) throws -> Bool {
        try differences(from: newest).isEmpty
            && !PublishedFolder(place(of: newest.batch.number)).isPresent
    }
}

// MARK: - What was published

extension YearPublication {
    /// The inputs and the settings that decide money that are not those of a batch.
    private func differences(from batch: LedgerBatch) throws -> [String] {
        let report = known.editions(of: batch.batch.number).last?.report ?? []
        return try PublishedReport(json: report).differences(
            from: PublishedReport(json: reportJSON()))
    }

    /// The same, but for the columns that say where money goes and whether it may.
    private func differencesBesideAccounts(from batch: LedgerBatch) throws -> [String] {
        let others = try differences(from: batch).filter { !SteadyInputs.files.contains($0) }
        let recorded = batch.inputs.filter { SteadyInputs.names.contains($0.name) }
        let steady = Set(recorded).symmetricDifference(settled.steadyInputs).map(\.name)
        if !others.isEmpty || !steady.isEmpty { return others + Set(steady).sorted() }
        // The same of all that decides awards, and other awards: an excluded enterprise came back.
        guard let awards = settled.settlement.awards else { return [] }
        let changed = zip(awards, batch.awards).filter { $0.amount != $1.amount }
        return changed.map { $1.uscc.text }
    }

    private func reportJSON() throws -> [UInt8] {
        try OutputDocuments.reportJSON(
            of: settled.settlement, edition: run.edition(.checked, settled.inputs, nil))
    }

    private func prepared(
        _ batch: Batch, after history: PaymentHistory, date: CalendarDate, letters: Bool
    ) throws -> PreparedBatch {
        try prepared(batch, plan: settled.plan(after: history), date: date, letters: letters)
    }

    private func prepared(
        _ batch: Batch, plan: BatchPlan, date: CalendarDate, letters: Bool
    ) throws -> PreparedBatch {
        let earlier = known.batches.map(\.batch).filter { $0.number < batch.number }
        let edition = run.edition(
            .published, settled.inputs, date, batch: batch, earlier: earlier, key: key,
            letters: letters)
        let prepared = try PreparedBatch(batch, of: settled, plan: plan, edition: edition)
        try run.proveBeforePublication(prepared.documents, by: publicKey)
        return prepared
    }

    /// Written, recorded, named: in this order, so that a run that is killed can be finished.
    private func write(
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

    private func stands(_ batch: Batch) throws -> ExitStatus {
        try OutputFolder(path: run.output, state: .stopped).removeIfPresent()
        run.messages.say(Texts.alreadyPublished(place(of: batch.number)))
        return .done
    }

    private func stopped() throws -> ExitStatus? {
        if settled.settlement.stops.isEmpty { return nil }
        return try run.write(settled, as: .stopped)
    }

    private func refused(_ batch: LedgerBatch?, _ differences: [String]) throws -> ExitStatus {
        let number = batch?.batch.number ?? 1
        return try refused(
            place(of: number), differences, known.editions(of: number).last?.report ?? [])
    }

    private func refused(
        _ folder: String, _ differences: [String], _ report: [UInt8]
    ) throws -> ExitStatus {
        run.messages.error(Texts.publishedOtherwise(folder, differences: differences))
        try run.sayWhatChanges(settled, against: report)
        return .publishedOtherwise
    }

    /// A payment format that was named since may hold what is published: that the settings can mend.
    private func otherPayments(than prepared: PreparedBatch, at folder: String) -> ExitStatus {
        let awards = prepared.settlement.awards ?? []
        guard let award = awards.first(where: { $0.holdReasons.contains(where: \.isOfOneFile) })
        else { return otherPayments(at: folder) }
        run.messages.error(
            Texts.formatHoldsPublished(
                folder, award.enterprise, award.holdReasons.filter(\.isOfOneFile)))
        return .configuration
    }

    private func otherPayments(at folder: String) -> ExitStatus {
        run.messages.error(Texts.otherPayments(folder))
        return .checkFailed
    }
}
