import ArgumentParser
import Documents
import Verification

/// `fentan verify`.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Re-proves a finished output folder from its files alone.")

    @Argument(help: ArgumentHelp("The output folder.", valueName: "dir"))
    var folder: String

    @Option(
        help: ArgumentHelp(
            "The public key by which the folder must be signed.", valueName: "file"))
    var publicKey: String?

    @Option(help: "Language of messages.")
    var language: Language?

    @OptionGroup var log: LogOptions

    func run() throws {
        let messages = Messages(language: language, log: log.style)
        do {
            let key = try publicKey.map(PublicKeyFile.key)
            let contents = try Folder.contents(at: folder)
            messages.note(LogTexts.folder(folder, files: contents.files.count))
            let failures = OutputProof.failures(in: contents, by: key)
            for failure in failures { messages.error(failure.message, in: folder) }
            if failures.contains(where: { $0.check == .report }) {
                throw ExitCode(ExitStatus.inputUnusable.rawValue)
            }
            if !failures.isEmpty { throw ExitCode(ExitStatus.checkFailed.rawValue) }
            messages.say(Texts.verified(folder, files: contents.files.count))
        } catch let fault as KeyFault {
            throw ExitCode(RunFailure(fault).report(to: messages).rawValue)
        } catch let fault as Folder.Fault {
            messages.error(fault.message)
            throw ExitCode(ExitStatus.inputUnusable.rawValue)
        }
    }
}
