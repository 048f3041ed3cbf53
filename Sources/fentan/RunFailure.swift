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
        messages.error(text)
        if let damaged = error as? DamagedOutput {
            messages.error(damaged.message, in: damaged.path)
        }
        return status
    }

    /// What is wrong, and what to do.
    var text: Text {
        switch error {
        case let fault as InputFault:
            let wording = InputFaultWording(fault)
            return Text(zh: wording.line(in: .zh), en: wording.line(in: .en))
        case let fault as RecordFault:
            return RunFailure(InputFault(.records(fault), file: "stdin")).text
        case let fault as StreamFault: return Texts.stream(fault)
        case let fault as FolderLock.Held: return Texts.locked(fault.folder, holder: fault.holder)
        case let fault as KeyFault: return fault.text
        case let fault as OutputFolder.Fault: return fault.text
        case let damaged as DamagedOutput: return Texts.damaged(damaged.path)
        case let unreadable as UnreadableOutput:
            let (path, message) = (unreadable.path, unreadable.message)
            return Text(zh: "\(path): \(message.zh)", en: "\(path): \(message.en)")
        case OutputDocuments.Fault.workbook(let reason, let file):
            return Texts.cannotWrite("payments/" + file, reason)
        case let fault as ProgrammeLedger.Fault: return Texts.ledgerFault(fault.path, fault.fault)
        case let fault as LateWaybillsFile.Fault: return Texts.lateWaybills(fault)
        case let nothing as NothingPublished: return Texts.nothingPublished(nothing.ledger)
        case let unknown as UnknownBatch:
            return Texts.unknownBatch(unknown.folder, ledger: unknown.ledger)
        case let short as DiskSpace.Short: return DoctorTexts.short(short)
        case let other as OtherYear: return DoctorTexts.otherYear(other)
        case let failed as OwnCheckFailed:
            return Texts.ownCheckFailed(Text(zh: failed.message.zh, en: failed.message.en))
        default: return Texts.ownCheckFailed(Text(zh: "\(error)", en: "\(error)"))
        }
    }

    private var status: ExitStatus {
        switch error {
        case let fault as InputFault:
            if case .cannotSpill = fault.problem { return .inputOutput }
            return fault.isOfSettings && !fault.isAboutFile
                ? .configuration : .inputUnusable
        case is RecordFault: return .inputUnusable
        case is StreamFault: return .inputOutput
        case is FolderLock.Held: return .locked
        case let fault as KeyFault: return fault.status
        case let fault as OutputFolder.Fault: return fault.status
        case is UnreadableOutput, OutputDocuments.Fault.workbook: return .inputOutput
        case let fault as ProgrammeLedger.Fault: return fault.status
        case is LateWaybillsFile.Fault, is NothingPublished, is UnknownBatch:
            return .inputUnusable
        case is DiskSpace.Short, is OtherYear: return .configuration
        default: return .checkFailed
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
