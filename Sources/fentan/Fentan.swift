import ArgumentParser

/// The command.
@main
struct Fentan: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fentan",
        abstract: "Shares a year's logistics subsidy among enterprises by their shipped volume.",
        discussion: """
            分摊：按出货量分配年度物流补贴。A programme is a folder with fentan.yaml, roster.csv and exports/.

            Exit status:
            \(ExitStatus.list)
            """,
        version: Version.full,
        subcommands: [
            RunCommand.self, CheckCommand.self, ExplainCommand.self, VerifyCommand.self,
            CompareCommand.self, ProfilesCommand.self, KeysCommand.self, SettleCommand.self,
            StatusCommand.self, InitCommand.self, DoctorCommand.self, IntakeCommand.self,
        ])

    static func main() {
        do {
            try Surroundings.prepare()
        } catch {
            Messages(language: nil).error(error.text)
            exit(withError: ExitStatus.inputOutput.code)
        }
        do {
            var command = try parseAsRoot()
            try command.run()
            end(with: nil)
        } catch {
            end(with: error)
        }
    }

    /// Ends the process as `exit(withError:)` does, but as no success where what was asked for could
    /// not be told.
    private static func end(with error: (any Error)?) -> Never {
        let code = error.map(exitCode) ?? .success
        if code.isSuccess {
            // Help and the version come as errors without a fault.
            let text = error.map { fullMessage(for: $0) } ?? ""
            if !text.isEmpty { Messages(language: nil).show(text + "\n") }
        }
        if ToldResults.areIncomplete, code.isSuccess || code == ExitStatus.different.code {
            exit(withError: ExitStatus.inputOutput.code)
        }
        exit(withError: code.isSuccess ? nil : error)
    }
}

extension ExitStatus {
    fileprivate var code: ExitCode { ExitCode(rawValue) }
}
