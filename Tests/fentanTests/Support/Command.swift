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
        let said = try Scratch()
        let variables = ["LANG": "C", "PATH": "/usr/local/bin:/usr/bin:/bin"].merging(
            environment
        ) { $1 }
        // posix_spawn itself knows no folder.
        let process = try spawn(
            ["/usr/bin/env", "-C", folder.url.path, program.path] + arguments,
            variables.map { "\($0)=\($1)" }, output: said)
        return Running(process: process, folder: folder, said: said)
    }

    /// Starts a program whose streams are files.
    ///
    /// Foundation's own way keeps sockets in sets that it writes beyond once a process has some dozens
    /// of descriptors, as one whose tests run side by side soon has.
    private static func spawn(
        _ words: [String], _ variables: [String], output: Scratch
    ) throws -> pid_t {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        for (descriptor, name) in [(STDOUT_FILENO, "stdout"), (STDERR_FILENO, "stderr")] {
            unsafe posix_spawn_file_actions_addopen(
                &actions, descriptor, output.url(name).path, O_WRONLY | O_CREAT, 0o600)
        }
        let arguments = unsafe words.map { unsafe strdup($0) } + [nil]
        let environment = unsafe variables.map { unsafe strdup($0) } + [nil]
        defer { unsafe (arguments + environment).forEach { unsafe free($0) } }
        var process = pid_t()
        let code = unsafe posix_spawn(&process, words[0], &actions, nil, arguments, environment)
        guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO) }
        return process
    }
}

/// A program under way.
struct Running {
    fileprivate let process: pid_t
    /// Where it runs, for as long as it does.
    fileprivate let folder: Scratch
    fileprivate let said: Scratch

    /// Ends it as the system would that needs its memory.
    func kill() { _ = Glibc.kill(process, SIGKILL) }

    /// Waits for its end; a signal's number counts from 128, as in a shell.
    func outcome() throws -> Command.Outcome {
        var status: Int32 = 0
        while unsafe waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { throw POSIXError(.ECHILD) }
        }
        let signal = status & 0x7F
        return Command.Outcome(
            exit: signal == 0 ? status >> 8 & 0xFF : 128 + signal,
            output: try said.text("stdout"), error: try said.text("stderr"))
    }
}
