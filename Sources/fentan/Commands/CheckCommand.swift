import ArgumentParser
import Documents

/// `fentan check`.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Reads and validates only: findings in DIR.checked, no awards.")

    @OptionGroup var options: ProgrammeOptions

    func run() throws { try options.settle(as: .checked, paymentDate: nil) }
}
