import ArgumentParser
import Comparison
import Documents

/// `fentan compare`.
struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Compares two output folders, line by line.",
        discussion: """
            Published ones, drafts, stopped and checked ones alike. Exit 0 where inputs, settings, \
            figures and findings are equal, 1 where they are not.
            """)

    @Argument(help: ArgumentHelp("The earlier output folder.", valueName: "old"))
    var old: String

    @Argument(help: ArgumentHelp("The later output folder.", valueName: "new"))
    var new: String

    @Option(help: "Language of the comparison and of messages: zh or en.")
    var language: Language?

    @OptionGroup var log: LogOptions

    @Option(help: "How many lines of a list are shown before it says how many more there are.")
    var limit = 50

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit is a number from 1") }
    }

    func run() throws {
        let messages = Messages(language: language, log: log.style)
        do {
            let comparison = FolderComparison(
                try ComparedReport(folder: old.withoutSlash),
                try ComparedReport(folder: new.withoutSlash))
            if comparison.isEmpty {
                messages.say(ComparisonWording.equal(old, new))
                return
            }
            messages.say(ComparisonWording.head(old, new, comparison))
            for line in ComparisonText.lines(
                comparison, language: messages.language, limit: limit)
            {
                messages.show(line + "\n")
            }
        } catch ComparedReport.Fault.noOutput(let folder) {
            messages.error(ComparisonWording.noOutput(folder))
            throw ExitCode(ExitStatus.inputUnusable.rawValue)
        }
        throw ExitCode(ExitStatus.different.rawValue)
    }
}
