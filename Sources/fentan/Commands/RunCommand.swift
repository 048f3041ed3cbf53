import ArgumentParser
import Documents
import Subsidy

/// `fentan run`.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Reads the exports, splits the pool and publishes payments and report.")

    @OptionGroup var options: ProgrammeOptions

    @Option(help: ArgumentHelp("The day on which the bank is to pay.", valueName: "2027-03-15"))
    var paymentDate: CalendarDate?

    @Flag(help: "A draft for notice and review, in DIR.draft; pays nothing.")
    var dryRun = false

    func run() throws {
        try options.settle(as: dryRun ? .draft : .published, paymentDate: paymentDate)
    }
}

extension CalendarDate: ExpressibleByArgument {
    /// ISO 8601, `2027-03-15`.
    package init?(argument: String) { self.init(iso: argument) }
}

extension Language: ExpressibleByArgument {}
