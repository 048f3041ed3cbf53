import ArgumentParser

/// Which ledger a command reads or writes.
struct LedgerOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The ledger of all years; by default ledger.sqlite beside PROGRAMME, "
                + "or as fentan.yaml says.",
            valueName: "file"))
    var ledger: String?

    func validate() throws {
        if ledger?.isEmpty == true { throw ValidationError("--ledger names a file") }
    }
}
