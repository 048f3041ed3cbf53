import Documents
import Foundation
import Logging
import Verification

/// What the command says: results on standard output, all else on standard error, a line each.
struct Messages: Sendable {
    let language: Language
    private let logger: Logger

    /// Without a language of its own, that of the locale.
    ///
    /// Nobody hears a silent one: it is for a caller that looks at the exit alone.
    init(language: Language?, log: LogStyle = LogStyle(), isSilent: Bool = false) {
        self.language = language ?? Self.localeLanguage(ProcessInfo.processInfo.environment)
        logger = Logger(label: "fentan") { _ in
            if isSilent { return SwiftLogNoOpLogHandler() }
            return LineLog(style: log)
        }
    }

    /// A result.
    func say(_ text: Text) {
        logger.notice("\(text[language])")
        sayWhatIsLost()
    }

    /// A result that is no message: as it stands, in every form of messages.
    func show(_ text: String) {
        ToldResults.write(text)
        sayWhatIsLost()
    }

    private func sayWhatIsLost() {
        if let fault = ToldResults.unsaidFault() { error(Texts.stream(fault)) }
    }

    /// What is being done, for those who ask with `--verbose`.
    func note(_ text: @autoclosure () -> Text) { logger.info("\(text()[language])") }

    func error(_ line: String) { logger.error("\(line)") }

    func error(_ text: Text) { error(text[language]) }

    func error(_ text: Failure.Text, in folder: String? = nil) {
        let line = language == .zh ? text.zh : text.en
        error((folder.map { $0 + ": " } ?? "") + line)
    }

    /// The first of the variables that is set decides, as in POSIX.
    static func localeLanguage(_ environment: [String: String]) -> Language {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .compactMap { environment[$0] }.first { !$0.isEmpty }
        return locale?.hasPrefix("zh") == true ? .zh : .en
    }
}
