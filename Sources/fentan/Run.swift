import Comparison
import Documents
import Ledger
import ProgrammeFolder
import Subsidy
import Verification

/// One run, from the programme's folder to the output folder.
struct Run: Sendable {
    let reading: ProgrammeReading
    let output: String
    /// What is to be made; a settlement that must not be paid becomes `.stopped`.
    let state: Edition.State
    let request: BatchRequest
    let paymentDate: CalendarDate?
    /// Whether letters to the enterprises are asked for.
    var letters = false
    let language: Language
    let messages: Messages
    /// What the hint of a next command names.
    let next: NextCommand

    /// The whole run, a line a stage.
    func settle() -> ExitStatus {
        do {
            messages.note(LogTexts.began(reading.folder, output: output))
            let programmeFolder = ProgrammeInputs(path: reading.folder)
            try OutputFolder.refuse(
                output, within: programmeFolder.path(of: ProgrammeInputs.exportsName))
            if let intake = reading.intakeFolder {
                try OutputFolder.refuse(output, within: intake)
            }
            try programmeFolder.refuseMissingFolder()
            let lock = try FolderLock(reading.folder)
            defer { lock.release() }
            let programme = try programmeFolder.programme()
            let ledger = ProgrammeLedger(
                of: programme, folder: reading.folder, typed: reading.ledgerFile)
            messages.note(LogTexts.settings(programme, ledger: ledger.file))
            if state == .published { try finishWhatWasRecorded(in: ledger) }
            let key = try state == .published ? SigningKeyFile.key(of: programmeFolder) : nil
            return try conclude(try reading.settled(), in: ledger, key: key)
        } catch {
            return RunFailure(error).report(to: messages)
        }
    }

    /// A run that was killed between the ledger and the folder's name is finished, whatever the
    /// inputs are by now; what else it left is taken away.
    private func finishWhatWasRecorded(in ledger: ProgrammeLedger) throws {
        let known = try ledger.read()
        let count = known.batches.count
        let next = (count == 0 ? BatchRequest.first : .outstanding).batch(after: count)
        for batch in known.batches.map(\.batch) + [next] {
            let folder = OutputFolder(path: batch.place(after: output), state: .published)
            let sums = known.editions(of: batch.number).map(\.sums)
            if try folder.finish(recorded: sums) { messages.say(Texts.finished(folder.place)) }
        }
    }

    /// What other inputs would change for everyone, as `fentan compare` says it.
    func sayWhatChanges(
        _ settled: ProgrammeReading.Settled, against report: [UInt8]
    ) throws {
        let state: Edition.State = settled.settlement.stops.isEmpty ? .draft : .stopped
        let other = try OutputDocuments.reportJSON(
            of: settled.settlement, edition: edition(state, settled.inputs, nil))
        guard let standing = ComparedReport(report: report),
            let other = ComparedReport(report: other)
        else { return }
        let lines = ComparisonText.lines(
            FolderComparison(standing, other), language: messages.language, limit: 8)
        for line in lines { messages.error(line) }
    }

    private func conclude(
        _ settled: ProgrammeReading.Settled, in ledger: ProgrammeLedger, key: SigningKey?
    ) throws -> ExitStatus {
        for file in settled.settlement.reading.files { messages.note(LogTexts.read(file)) }
        messages.note(LogTexts.settled(settled.settlement))
        let isStopped = !settled.settlement.stops.isEmpty
        switch state {
        case .published:
            return try YearPublication(
                run: self, settled: settled, key: key, ledger: ledger, known: ledger.read()
            ).publish()
        case .draft where !isStopped: return try writeDraft(of: settled, in: ledger)
        case .draft, .stopped: return try write(settled, as: .stopped)
        case .checked: return try write(settled, as: .checked)
        }
    }

    /// The draft of the batch that is asked for, whatever was published.
    private func writeDraft(
        of settled: ProgrammeReading.Settled, in ledger: ProgrammeLedger
    ) throws -> ExitStatus {
        let known = request == .first ? LedgerYear(ledger.year) : try ledger.read()
        if request != .first, known.batches.isEmpty {
            throw NothingPublished(ledger: ledger.file.path)
        }
        let history = try ledger.history(of: known)
        let plan = try settled.plan(after: history)
        let edition = edition(
            .draft, settled.inputs, paymentDate ?? settled.settlement.programme.paymentDate,
            batch: request.batch(after: history.batch), earlier: known.batches.map(\.batch),
            letters: letters)
        return try write(settled.settlement.paid(by: plan), edition)
    }

    func edition(
        _ state: Edition.State, _ inputs: [Edition.InputDigest], _ date: CalendarDate?,
        batch: Batch = .first, earlier: [Batch] = [], key: SigningKey? = nil,
        letters: Bool = false
    ) -> Edition {
        Edition(
            state: state, language: language, version: Version.text, inputs: inputs,
            paymentDate: date, batch: batch, earlier: earlier, signingKey: key,
            letters: letters)
    }

    /// The same proof that `fentan verify` makes, on the bytes that are about to be written.
    func proveBeforePublication(
        _ documents: [Document], by key: PublicKey? = nil
    ) throws {
        let contents = FolderContents(
            files: Dictionary(uniqueKeysWithValues: documents.map { ($0.path, $0.content) }),
            folders: Set(
                documents.map(\.path).filter { $0.contains("/") }.map {
                    String($0.prefix { $0 != "/" })
                }))
        let failures = OutputProof.failures(in: contents, by: key)
        guard let first = failures.first else {
            messages.note(LogTexts.proved(documents.count))
            return
        }
        throw OwnCheckFailed(message: first.message, count: failures.count)
    }

    /// Documents without payments, in the place of earlier ones.
    func write(
        _ settled: ProgrammeReading.Settled, as state: Edition.State
    ) throws -> ExitStatus {
        let date = paymentDate ?? settled.settlement.programme.paymentDate
        return try write(settled.settlement, edition(state, settled.inputs, date))
    }

    private func write(_ settlement: Settlement, _ edition: Edition) throws -> ExitStatus {
        let documents = try OutputDocuments.documents(
            of: settlement, edition: edition, room: reading.documentRoom)
        try proveBeforePublication(documents)
        let target = OutputFolder(path: output, state: edition.state)
        try target.replace(with: documents)
        return try report(settlement, edition.batch, edition.state, at: target.place)
    }

    /// Says what was written, and what is to be done next.
    func report(
        _ settlement: Settlement, _ batch: Batch, _ state: Edition.State = .published,
        at place: String
    ) throws -> ExitStatus {
        if state.hasAwards { try OutputFolder(path: output, state: .stopped).removeIfPresent() }
        messages.say(Texts.read(settlement))
        if state.hasAwards {
            messages.say(
                batch.number == 1 ? Texts.split(settlement) : Texts.batch(batch, of: settlement))
        }
        messages.say(Texts.written(place, state))
        if !settlement.stops.isEmpty {
            reportStops(of: settlement)
            messages.error(Texts.written(place, .stopped))
            messages.error(Texts.nextAfterStop(next))
            return .dataForbids
        }
        if state == .published, settlement.held > .zero {
            messages.say(Texts.held(settlement, place, next))
        }
        messages.say(Texts.next(place))
        return .done
    }

    /// Each stop, and below it the findings that are to be mended.
    private func reportStops(of settlement: Settlement) {
        var listing = StopListing(of: settlement, language: messages.language)
        for stop in settlement.stops {
            messages.error(StopWording(stop, of: settlement).line(in: messages.language))
            for line in listing.lines(for: stop) { messages.error(line) }
        }
    }
}
