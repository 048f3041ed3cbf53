import ArgumentParser

/// How a command says what it says; none of it changes a result.
struct LogOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "text, or json: every message an object in a line of its own.", valueName: "format"))
    var logFormat = LogStyle.Format.text

    @Flag(help: "Also say on standard error what is being done.")
    var verbose = false

    var style: LogStyle { LogStyle(format: logFormat, isVerbose: verbose) }
}

/// The form of messages, and how many of them there are.
struct LogStyle: Sendable {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
    }

    var format = Format.text
    var isVerbose = false
}
