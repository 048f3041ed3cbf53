import BankStatements
import Documents
import Ledger
import ProgrammeFolder
import Subsidy

/// A bank's file recorded, from the programme's folder to the ledger.
struct Settling: Sendable {
    let programme: String
    /// As typed; nil for the one that the settings say, or the folder's place.
    let ledgerFile: String?
    let file: String
    let messages: Messages

    func settle() -> ExitStatus {
        do {
            let ledger = ProgrammeLedger(
                of: try ProgrammeInputs(path: programme).programme(), folder: programme,
                typed: ledgerFile)
            let (statement, bytes) = try BankStatementFile.statement(at: file)
            messages.note(LogTexts.statement(statement, in: file))
            messages.say(try record(statement, sha256: Digest.sha256(bytes), in: ledger))
            return .done
        } catch let refused as StatementRecording.Refused {
            messages.error(AnswerFaultWording.text(of: refused, in: file))
            return .inputUnusable
        } catch {
            return RunFailure(error).report(to: messages)
        }
    }

    private static let attempts = 5

    /// Somebody else may record something at the same time; then this begins again.
    private func record(
        _ statement: BankStatement, sha256: String, in ledger: ProgrammeLedger
    ) throws -> Text {
        for _ in 1..<Self.attempts {
            do {
                return try recordOnce(statement, sha256: sha256, in: ledger)
            } catch let fault as ProgrammeLedger.Fault where fault.fault == .moved {
                continue
            }
        }
        return try recordOnce(statement, sha256: sha256, in: ledger)
    }

    private func recordOnce(
        _ statement: BankStatement, sha256: String, in ledger: ProgrammeLedger
    ) throws -> Text {
        let known = try ledger.read()
        if known.batches.isEmpty {
            try ledger.refuseLost(of: programme)
            throw NothingPublished(ledger: ledger.file.path)
        }
        messages.note(LogTexts.ledger(ledger.file, batches: known.batches.count))
        let recording = try StatementRecording(
            of: statement, in: known, after: ledger.history(of: known))
        if recording.answers.isEmpty {
            return Texts.nothingNew(file, known: recording.known, statement.unanswered)
        }
        let entry = LedgerEntry.statement(
            LedgerStatement(
                sha256: sha256, kind: statement.kind.rawValue, answers: recording.answers))
        try ledger.append([entry], to: known)
        return Texts.settled(recording, unanswered: statement.unanswered)
    }
}
