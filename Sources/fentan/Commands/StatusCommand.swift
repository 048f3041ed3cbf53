import ArgumentParser
import Documents
import Ledger
import ProgrammeFolder
import Subsidy

/// `fentan status`.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Shows what was awarded, issued, paid, returned and held, by enterprise.")

    @OptionGroup var options: LedgerOptions

    func run() throws {
        let messages = Messages(language: options.language, log: options.log.style)
        do {
            let ledger = try options.ledgerOfProgramme()
            let known = try ledger.read()
            messages.note(LogTexts.ledger(ledger.file, batches: known.batches.count))
            guard let newest = known.batches.last else {
                try ledger.refuseLost(of: options.folder)
                messages.say(Texts.notPublishedYet(year: ledger.year))
                return
            }
            for batch in known.batches { messages.say(BatchWording.text(of: batch.batch)) }
            let history = try ledger.history(of: known)
            let held = HeldNow(
                of: ProgrammeInputs(path: options.folder), newest, in: history,
                next: NextCommand(
                    programme: options.folder, ledger: options.ledgerOption.ledger))
            let lines = StatusTable.lines(
                newest.awards, in: history, held: held, messages.language)
            for line in lines {
                messages.say(Text(zh: line, en: line))
            }
        } catch {
            throw ExitCode(RunFailure(error).report(to: messages).rawValue)
        }
    }
}

/// What commands are told that look at the ledger alone.
struct LedgerOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("The year's folder.", valueName: "programme"))
    var programme: String

    @OptionGroup var ledgerOption: LedgerOption

    @Option(help: "Language of messages: zh or en.")
    var language: Language?

    @OptionGroup var log: LogOptions

    func validate() throws {
        if programme.isEmpty { throw ValidationError("<programme> names a folder") }
    }

    /// The ledger of the programme that is named.
    func ledgerOfProgramme() throws -> ProgrammeLedger {
        ProgrammeLedger(
            of: try ProgrammeInputs(path: folder).programme(), folder: folder,
            typed: ledgerOption.ledger)
    }

    var folder: String { programme.withoutSlash }
}
