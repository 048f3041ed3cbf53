import Documents
import Foundation
import Verification

/// What the command says: results on standard output, errors on standard error, a line each.
struct Messages: Sendable {
    let language: Language
    /// For a caller that looks at the exit alone.
    let isSilent: Bool

    /// Without a language of its own, that of the locale.
    init(language: Language?, isSilent: Bool = false) {
        self.isSilent = isSilent
        self.language = language ?? Self.localeLanguage(ProcessInfo.processInfo.environment)
    }

    func say(_ text: Text) {
        if !isSilent { print(Excerpt.line(text[language])) }
    }

    func error(_ line: String) {
        if isSilent { return }
        // Who cannot be told is not told; the exit still says it.
        let line = Self.prefix + Excerpt.line(line) + "\n"
        try? FileHandle.standardError.write(contentsOf: Data(line.utf8))
    }

    func error(_ text: Text) { error(text[language]) }

    func error(_ text: Failure.Text, in folder: String? = nil) {
        let line = language == .zh ? text.zh : text.en
        error((folder.map { $0 + ": " } ?? "") + line)
    }

    private static let prefix = "fentan: "

    /// The first of the variables that is set decides, as in POSIX.
    static func localeLanguage(_ environment: [String: String]) -> Language {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .compactMap { environment[$0] }.first { !$0.isEmpty }
        return locale?.hasPrefix("zh") == true ? .zh : .en
    }
}
