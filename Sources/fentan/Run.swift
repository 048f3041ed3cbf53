import Comparison
import Documents
import ProgrammeFolder
import Subsidy
import Verification

/// One run, from the programme's folder to the output folder.
struct Run: Sendable {
    let reading: ProgrammeReading
    let output: String
    /// What is to be made; a settlement that must not be paid becomes `.stopped`.
    let state: Edition.State
    let paymentDate: CalendarDate?
    let language: Language
    let messages: Messages

    /// The whole run, a line a stage.
    func settle() -> ExitStatus {
        do {
            let programmeFolder = ProgrammeInputs(path: reading.folder)
            try OutputFolder.refuse(
                output, within: programmeFolder.path(of: ProgrammeInputs.exportsName))
            try programmeFolder.refuseMissingFolder()
            let lock = try FolderLock(reading.folder)
            defer { lock.release() }
            let key = try state == .published ? SigningKeyFile.key(of: programmeFolder) : nil
            let settled = try reading.settled()
            return try conclude(settled.settlement, inputs: settled.inputs, key: key)
        } catch {
            return RunFailure(error).report(to: messages)
        }
    }

    /// Documents made, proved from their bytes, and put where they belong.
    private func conclude(
        _ settlement: Settlement, inputs: [Edition.InputDigest], key: SigningKey?
    ) throws -> ExitStatus {
        let published = state == .published ? try PublishedFolder(output) : nil
        let date =
            paymentDate ?? settlement.programme.paymentDate ?? published?.paymentDate
            ?? (state == .published ? ChinaTime.today() : nil)
        if let published {
            // A year that is published stays so, also where the new inputs would stop the run.
            let differences = try published.differences {
                try OutputDocuments.reportJSON(
                    of: settlement, edition: edition(.checked, inputs, date))
            }
            if !differences.isEmpty {
                messages.error(Texts.publishedOtherwise(output, differences: differences))
                try sayWhatChanges(settlement, inputs, date, against: published)
                return .publishedOtherwise
            }
        }
        let isStopped = !settlement.stops.isEmpty && state != .checked
        let outcome = isStopped ? Edition.State.stopped : state
        let documents = try OutputDocuments.documents(
            of: settlement, edition: edition(outcome, inputs, date, key))
        let publicKey = outcome == .published ? key.flatMap { PublicKey(pem: $0.publicPEM) } : nil
        try proveBeforePublication(documents, by: publicKey)
        if let published, outcome == .published {
            return try publish(documents, settlement, over: published, key: publicKey)
        }
        return try write(documents, settlement, as: outcome)
    }

    /// What other inputs would change for everyone, as `fentan compare` says it.
    private func sayWhatChanges(
        _ settlement: Settlement, _ inputs: [Edition.InputDigest], _ date: CalendarDate?,
        against published: PublishedFolder
    ) throws {
        let state: Edition.State = settlement.stops.isEmpty ? .draft : .stopped
        let report = try OutputDocuments.reportJSON(
            of: settlement, edition: edition(state, inputs, date))
        guard let standing = published.reportJSON.flatMap({ ComparedReport(report: $0) }),
            let other = ComparedReport(report: report)
        else { return }
        let lines = ComparisonText.lines(
            FolderComparison(standing, other), language: messages.language, limit: 8)
        for line in lines { messages.error(line) }
    }

    private func edition(
        _ state: Edition.State, _ inputs: [Edition.InputDigest], _ date: CalendarDate?,
        _ key: SigningKey? = nil
    ) -> Edition {
        Edition(
            state: state, language: language, version: Version.text, inputs: inputs,
            paymentDate: date, signingKey: key)
    }

    /// The same proof that `fentan verify` makes, on the bytes that are about to be written.
    private func proveBeforePublication(_ documents: [Document], by key: PublicKey?) throws {
        let contents = FolderContents(
            files: Dictionary(uniqueKeysWithValues: documents.map { ($0.path, $0.bytes) }),
            folders: Set(
                documents.map(\.path).filter { $0.contains("/") }.map {
                    String($0.prefix { $0 != "/" })
                }))
        let failures = OutputProof.failures(in: contents, by: key)
        guard let first = failures.first else { return }
        throw OwnCheckFailed(message: first.message, count: failures.count)
    }

    private func publish(
        _ documents: [Document], _ settlement: Settlement, over published: PublishedFolder,
        key: PublicKey?
    ) throws -> ExitStatus {
        switch try published.comparison(with: documents, by: key) {
        case .same:
            try OutputFolder(path: output, state: .stopped).removeIfPresent()
            messages.say(Texts.alreadyPublished(output))
            return .done
        case .otherPayments:
            messages.error(Texts.otherPayments(output))
            return .checkFailed
        case .otherForm:
            return try write(documents, settlement, as: .published, standing: published.reportJSON)
        }
    }

    private func write(
        _ documents: [Document], _ settlement: Settlement, as state: Edition.State,
        standing: [UInt8]? = nil
    ) throws -> ExitStatus {
        let target = OutputFolder(path: output, state: state)
        if state == .published {
            try target.publish(documents, standing: standing)
        } else {
            try target.replace(with: documents)
        }
        if state.hasAwards { try OutputFolder(path: output, state: .stopped).removeIfPresent() }
        messages.say(Texts.read(settlement))
        if state.hasAwards { messages.say(Texts.split(settlement)) }
        messages.say(Texts.written(target.place, state))
        if !settlement.stops.isEmpty {
            reportStops(of: settlement)
            messages.error(Texts.written(target.place, .stopped))
            return .dataForbids
        }
        messages.say(Texts.next(target.place))
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
