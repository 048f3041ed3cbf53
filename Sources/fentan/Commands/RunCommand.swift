import ArgumentParser
import Documents
import Foundation
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

    @Flag(help: "A further batch, in DIR-2, DIR-3, …: what came back and what is no longer held.")
    var outstanding = false

    @Flag(help: "A further batch with new awards; say why with --reason.")
    var supersede = false

    @Option(help: ArgumentHelp("Why there are new awards.", valueName: "text"))
    var reason: String?

    @Flag(help: "Finance has not used the files that no bank has answered; with --supersede.")
    var neverImported = false

    @Flag(help: "Also a letter to each enterprise that explains its figure, in letters/.")
    var letters = false

    func validate() throws {
        if outstanding, supersede {
            throw ValidationError("--outstanding and --supersede exclude each other")
        }
        if !supersede, reason != nil || neverImported {
            throw ValidationError("--reason and --never-imported belong to --supersede")
        }
        if supersede, plainReason.isEmpty {
            throw ValidationError("--supersede needs --reason TEXT")
        }
    }

    func run() throws {
        let request: BatchRequest =
            if supersede {
                .supersede(reason: plainReason, neverImported: neverImported)
            } else {
                outstanding ? .outstanding : .first
            }
        try options.settle(
            as: dryRun ? .draft : .published, paymentDate: paymentDate, request: request,
            letters: letters)
    }

    /// Without blanks around it, and without what is not seen.
    private var plainReason: String {
        let seen = (reason ?? "").unicodeScalars.filter(HoldRule.isPrintable)
        return String(String.UnicodeScalarView(seen))
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }
}

extension CalendarDate: ExpressibleByArgument {
    /// ISO 8601, `2027-03-15`.
    package init?(argument: String) { self.init(iso: argument) }
}

extension Language: ExpressibleByArgument {}
