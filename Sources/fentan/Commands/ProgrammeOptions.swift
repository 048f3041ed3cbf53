import ArgumentParser
import Documents
import Foundation
import Subsidy

/// What `run` and `check` are told.
struct ProgrammeOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("The year's folder.", valueName: "programme"))
    var programme: String

    @Option(help: ArgumentHelp("The output folder; by default PROGRAMME/out.", valueName: "dir"))
    var output: String?

    @OptionGroup var ledgerOption: LedgerOption

    @Option(
        help: ArgumentHelp(
            "What scripts/spark/intake.py has left, in the place of exports/.", valueName: "dir"))
    var intake: String?

    @Option(help: "Language of documents and messages: zh or en.")
    var language: Language?

    @OptionGroup var log: LogOptions

    @OptionGroup var reading: ReadingOptions

    func validate() throws {
        if programme.isEmpty { throw ValidationError("<programme> names a folder") }
        if intake?.isEmpty == true { throw ValidationError("--intake names a folder") }
        if output?.isEmpty == true { throw ValidationError("--output names a folder") }
    }

    /// Settles the programme; the command exits with what came of it.
    func settle(
        as state: Edition.State, paymentDate: CalendarDate?, request: BatchRequest = .first,
        letters: Bool = false
    ) throws {
        MemoryHabits.apply()
        // A reader that has gone must not end a run between its steps.
        signal(SIGPIPE, SIG_IGN)
        let messages = Messages(language: language, log: log.style)
        let folder = programme.withoutSlash
        let next = NextCommand(
            programme: folder, output: output?.withoutSlash, ledger: ledgerOption.ledger,
            intake: intake?.withoutSlash)
        let output = Self.resolved((output ?? OutputFolder.standard(of: folder)).withoutSlash)
        var reading = reading.reading(
            of: folder, ledger: ledgerOption.ledger,
            temporaryFolder: FileTree.parent(of: output))
        reading.intakeFolder = intake?.withoutSlash
        let run = Run(
            reading: reading, output: output, state: state, request: request,
            paymentDate: paymentDate, letters: letters, language: language ?? .zh,
            messages: messages, next: next)
        let status = run.settle()
        if status != .done { throw ExitCode(status.rawValue) }
    }

    /// A link to an output stands for the output.
    private static func resolved(_ path: String) -> String {
        let isLink = (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
        return isLink ? URL(filePath: path).resolvingSymlinksInPath().path : path
    }
}
