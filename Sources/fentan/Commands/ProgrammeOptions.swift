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

    @Option(help: "Language of documents and messages: zh or en.")
    var language: Language?

    @Option(
        help: ArgumentHelp(
            "Memory for the rows, such as 512M or 4G; more go to temporary files. "
                + "By default a quarter of the machine's.",
            valueName: "size"))
    var memory: MemorySize?

    @Option(help: .hidden)
    var threads: Int?

    @Option(help: .hidden)
    var blockBytes: Int?

    func validate() throws {
        if let threads, !(1...256).contains(threads) {
            throw ValidationError("--threads is a number from 1 to 256")
        }
        if let blockBytes, !(1...(1 << 30)).contains(blockBytes) {
            throw ValidationError("--block-bytes is a number from 1 to 1073741824")
        }
        if programme.isEmpty { throw ValidationError("<programme> names a folder") }
        if output?.isEmpty == true { throw ValidationError("--output names a folder") }
    }

    /// Settles the programme; the command exits with what came of it.
    func settle(as state: Edition.State, paymentDate: CalendarDate?) throws {
        MemoryHabits.apply()
        // A reader that has gone must not end a run between its steps.
        signal(SIGPIPE, SIG_IGN)
        let messages = Messages(language: language)
        let output = Self.resolved(
            Self.withoutSlash(output ?? Self.withoutSlash(programme) + "/out"))
        let run = Run(
            reading: ProgrammeReading(
                folder: Self.withoutSlash(programme),
                temporaryFolder: FileTree.parent(of: output),
                threads: threads ?? ProcessInfo.processInfo.activeProcessorCount,
                blockBytes: blockBytes ?? 1 << 18,
                memoryBytes: (memory ?? .quarterOfMachine).bytes),
            output: output, state: state, paymentDate: paymentDate, language: language ?? .zh,
            messages: messages)
        let status = run.settle()
        if status != .done { throw ExitCode(status.rawValue) }
    }

    /// A link to an output stands for the output.
    private static func resolved(_ path: String) -> String {
        let isLink = (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
        return isLink ? URL(filePath: path).resolvingSymlinksInPath().path : path
    }

    private static func withoutSlash(_ path: String) -> String {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path
    }
}
