import ArgumentParser
import Documents
import Foundation

/// `fentan doctor`.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Looks whether everything is fine for the next run; a remedy where it is not.",
        discussion: """
            Nothing is changed. Without PROGRAMME only the machine is looked at. Exit 0 where all is \
            fine, 78 where something is to be mended.
            """)

    @Argument(help: ArgumentHelp("The year's folder.", valueName: "programme"))
    var programme: String?

    @Option(help: ArgumentHelp("The output folder; by default PROGRAMME/out.", valueName: "dir"))
    var output: String?

    @OptionGroup var ledgerOption: LedgerOption

    @Option(help: "Language of messages: zh or en.")
    var language: Language?

    @OptionGroup var log: LogOptions

    func validate() throws {
        if programme?.isEmpty == true { throw ValidationError("<programme> names a folder") }
        if output?.isEmpty == true { throw ValidationError("--output names a folder") }
    }

    func run() throws {
        let messages = Messages(language: language, log: log.style)
        let today = ChinaTime.today()
        let machine = MachineExamination(
            environment: ProcessInfo.processInfo.environment, today: today)
        var diagnoses = machine.diagnoses
        if let folder = programme?.withoutSlash {
            diagnoses +=
                ProgrammeExamination(
                    folder: folder,
                    output: (output ?? OutputFolder.standard(of: folder)).withoutSlash,
                    ledgerFile: ledgerOption.ledger, today: today
                ).diagnoses
        }
        for diagnosis in diagnoses { messages.say(diagnosis.line) }
        messages.say(DoctorTexts.sum(of: diagnoses))
        if diagnoses.contains(where: { !$0.isFine }) {
            throw ExitCode(ExitStatus.configuration.rawValue)
        }
    }
}
