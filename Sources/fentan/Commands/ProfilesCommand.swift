import ArgumentParser
import Documents
import ProgrammeFolder
import Subsidy

/// `fentan profiles`.
struct ProfilesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profiles",
        abstract: "Lists the bank file profiles, or prints one to copy and edit.",
        discussion: """
            Saved beside fentan.yaml as NAME.profile.yaml, a profile of your own is named in its \
            payments like a shipped one.
            """)

    @Argument(help: ArgumentHelp("The profile to print as YAML.", valueName: "name"))
    var name: String?

    @Option(help: "Language of messages.")
    var language: Language?

    @OptionGroup var log: LogOptions

    func run() throws {
        let messages = Messages(language: language, log: log.style)
        guard let name else {
            try list(messages)
            return
        }
        guard let text = ProfileShelf.shippedText(name) else {
            messages.error(
                Texts.unknownProfile(
                    name,
                    nearest: Nearest.name(
                        to: name, among: ProfileShelf.shippedNames)))
            throw ExitCode(ExitStatus.usage.rawValue)
        }
        messages.show(String(decoding: text, as: UTF8.self))
    }

    /// Name, kind and what it is for, in columns.
    private func list(_ messages: Messages) throws {
        let widest = ProfileShelf.shippedNames.map(\.utf8.count).max() ?? 0
        for name in ProfileShelf.shippedNames {
            guard let profile = try ProfileShelf.shippedProfile(name) else { continue }
            let cells = [(name, widest), (profile.kind.rawValue, "workbook".utf8.count)].map {
                $0 + String(repeating: " ", count: $1 - $0.utf8.count + 2)
            }
            messages.show(cells.joined() + profile.summary + "\n")
        }
    }
}
