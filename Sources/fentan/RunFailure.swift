import Documents
import Ledger
import Subsidy
import Verification

/// A check of the program's own that did not hold on what was about to be published.
struct OwnCheckFailed: Error {
    let message: Failure.Text
    let count: Int
}

/// An error that ends a run: its message and its exit.
struct RunFailure {
    private let error: any Error

    init(_ error: any Error) { self.error = error }

    func report(to messages: Messages) -> ExitStatus {
        switch error {
        case let fault as InputFault:
            messages.error(InputFaultWording(fault).line(in: messages.language))
            if case .cannotSpill = fault.problem { return .inputOutput }
            return fault.file.hasSuffix(".yaml") && !fault.isAboutFile
                ? .configuration : .inputUnusable
        case let fault as FolderLock.Held:
            messages.error(Texts.locked(fault.folder, holder: fault.holder))
            return .locked
        case let fault as KeyFault:
            messages.error(fault.text)
            return fault.status
        case let fault as OutputFolder.Fault:
            messages.error(fault.text)
            return fault.status
        case let damaged as DamagedOutput:
            messages.error(Texts.damaged(damaged.path))
            messages.error(damaged.message, in: damaged.path)
            return .checkFailed
        case let unreadable as UnreadableOutput:
            messages.error(unreadable.message, in: unreadable.path)
            return .inputOutput
        case OutputDocuments.Fault.workbook(let reason, let file):
            messages.error(Texts.cannotWrite("payments/" + file, reason))
            return .inputOutput
        case let fault as ProgrammeLedger.Fault:
            messages.error(Texts.ledgerFault(fault.path, fault.fault))
            return fault.status
        case let fault as LateWaybillsFile.Fault:
            messages.error(Texts.lateWaybills(fault))
            return .inputUnusable
        case let nothing as NothingPublished:
            messages.error(Texts.nothingPublished(nothing.ledger))
            return .inputUnusable
        case let unknown as UnknownBatch:
            messages.error(Texts.unknownBatch(unknown.folder, ledger: unknown.ledger))
            return .inputUnusable
        case let failed as OwnCheckFailed:
            let detail = messages.language == .zh ? failed.message.zh : failed.message.en
            messages.error(Texts.ownCheckFailed(detail))
            return .checkFailed
        default:
            messages.error(Texts.ownCheckFailed("\(error)"))
            return .checkFailed
        }
    }
}

extension ProgrammeLedger.Fault {
    fileprivate var status: ExitStatus {
        switch fault {
        case .notALedger, .newer, .damaged: .inputUnusable
        case .busy, .moved: .locked
        case .cannotCreate: .cannotCreate
        case .system: .inputOutput
        }
    }
}

extension InputFault {
    /// Whether the file itself is at fault, not what stands in it.
    fileprivate var isAboutFile: Bool {
        switch problem {
        case .missingFile, .missingFolder, .unreadable, .isFolder, .isSpecial,
            .linkLeadsOutside:
            true
        default: false
        }
    }
}
