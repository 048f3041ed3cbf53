import Foundation
import Glibc
import Testing

/// The built `fentan`, run as its users run it.
struct Command {
    /// What a run left behind: its exit and what it said.
    struct Outcome: Equatable {
        let exit: Int32
        let output: String
        let error: String
    }

    /// Beside the test bundle, or where the environment says: `FENTAN_BINARY`.
    static let binary: URL = {
        if let named = ProcessInfo.processInfo.environment["FENTAN_BINARY"] {
            return URL(fileURLWithPath: named)
        }
        let bundle = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        return bundle.deletingLastPathComponent().appendingPathComponent("fentan")
    }()

    /// Runs it in `folder` to its end, in the C locale unless `environment` says otherwise.
    @discardableResult
    static func run(
        _ arguments: String..., in folder: Scratch, environment: [String: String] = [:]
    ) throws -> Outcome {
        try run(arguments, in: folder, environment: environment)
    }

    @discardableResult
    static func run(
        _ arguments: [String], in folder: Scratch, environment: [String: String] = [:]
    ) throws -> Outcome {
        try start(binary, arguments, in: folder, environment: environment).outcome()
    }

    /// Starts a program whose end is awaited by `Running.outcome`.
    static func start(
        _ program: URL, _ arguments: [String], in folder: Scratch,
        environment: [String: String] = [:]
    ) throws -> Running {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder.url
        process.environment = ["LANG": "C", "PATH": "/usr/local/bin:/usr/bin:/bin"].merging(
            environment
        ) { $1 }
        let said = try Scratch()
        let (output, error) = (said.url("stdout"), said.url("stderr"))
        for url in [output, error] { try Data().write(to: url) }
        // Closed once the program has its own: a process keeps its handles, and there are many.
        let handles = [
            try FileHandle(forWritingTo: output), try FileHandle(forWritingTo: error),
        ]
        defer { for handle in handles { try? handle.close() } }
        process.standardOutput = handles[0]
        process.standardError = handles[1]
        process.standardInput = FileHandle.nullDevice
        let running = Running(process: process, said: said)
        try process.run()
        return running
    }
}

/// A program under way.
struct Running {
    fileprivate let process: Process
    fileprivate let said: Scratch
    private let end = DispatchSemaphore(value: 0)

    fileprivate init(process: Process, said: Scratch) {
        self.process = process
        self.said = said
        process.terminationHandler = { [end] _ in end.signal() }
    }

    /// Ends it as the system would that needs its memory.
    func kill() { _ = Glibc.kill(process.processIdentifier, SIGKILL) }

    /// Waits for its end; a signal's number counts from 128, as in a shell.
    func outcome() throws -> Command.Outcome {
        end.wait()
        let isSignal = process.terminationReason == .uncaughtSignal
        return Command.Outcome(
            exit: process.terminationStatus + (isSignal ? 128 : 0),
            output: try said.text("stdout"), error: try said.text("stderr"))
    }
}
