import ArgumentParser

/// `fentan settle`.
struct SettleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settle",
        abstract: "Records what the bank says was paid, returned or given back.")

    @OptionGroup var options: LedgerOptions

    @Argument(
        help: ArgumentHelp("The bank's file: CSV or pain.002.001.10.", valueName: "file"))
    var file: String

    func run() throws {
        let status = Settling(
            programme: options.folder, ledgerFile: options.ledgerOption.ledger, file: file,
            messages: Messages(language: options.language, log: options.log.style)
        ).settle()
        if status != .done { throw ExitCode(status.rawValue) }
    }
}
