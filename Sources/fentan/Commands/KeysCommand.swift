import ArgumentParser
import Documents

/// `fentan keys`.
struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Makes a signing key: FILE, which only its owner may read, and FILE.pub.")

    @Argument(
        help: ArgumentHelp(
            "Where the private key is to be; nothing may stand there.",
            valueName: "file"))
    var file: String

    @Option(help: "Language of messages.")
    var language: Language?

    @OptionGroup var log: LogOptions

    func validate() throws {
        if file.isEmpty { throw ValidationError("<file> names a file") }
    }

    func run() throws {
        let messages = Messages(language: language, log: log.style)
        let key = SigningKey()
        let publicFile = file + ".pub"
        do {
            try FileTree.writePrivately([
                (key.publicPEM, publicFile), (key.privatePEM, file),
            ])
        } catch {
            throw ExitCode(RunFailure(error).report(to: messages).rawValue)
        }
        Texts.keyMade(file, publicPath: publicFile, fingerprint: key.fingerprint)
            .forEach(messages.say)
    }
}
