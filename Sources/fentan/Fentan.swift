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
            exit(withError: ExitCode(ExitStatus.inputOutput.rawValue))
        }
        main(nil)
    }
}
