import ArgumentParser
import Documents
import ProgrammeFolder
import Subsidy

/// `fentan init`.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Makes a commented programme folder that runs as it is.",
        discussion: """
            The year is the folder's name, as in programmes/2026, or else the current one. Its \
            enterprises are invented; fentan.yaml begins with how to put real ones in their place.
            """)

    @Argument(
        help: ArgumentHelp("The folder to be made; nothing may stand there.", valueName: "dir"))
    var folder: String

    @Option(
        help: "Language of the folder and of messages: zh or en; the folder is Chinese unless said."
    )
    var language: Language?

    @OptionGroup var log: LogOptions

    func validate() throws {
        if folder.isEmpty { throw ValidationError("<dir> names a folder") }
    }

    func run() throws {
        let messages = Messages(language: language, log: log.style)
        let place = folder.withoutSlash
        let programme = NewProgramme(
            year: NewProgramme.year(of: place) ?? ChinaTime.today().civil.year,
            isChinese: (language ?? .zh) == .zh)
        do {
            try FileTree.makeFolders(above: place)
            try NewFolder.make(
                place, of: programme.files.map { Document(path: $0.path, bytes: $0.bytes) })
        } catch {
            throw ExitCode(RunFailure(error).report(to: messages).rawValue)
        }
        messages.say(Texts.programmeMade(place, year: programme.year))
        messages.say(Texts.nextCheck(place))
    }
}
