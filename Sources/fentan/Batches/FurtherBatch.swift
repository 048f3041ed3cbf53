import Ledger
import Subsidy

// A further batch: what is owed and not under way, or new awards.
extension YearPublication {
    func publishOutstanding() throws -> ExitStatus {
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

    func publishNewAwards(reason: String, neverImported: Bool) throws -> ExitStatus {
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
