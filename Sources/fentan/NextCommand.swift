/// The next command for a programme, with the options by which it meets the same files.
struct NextCommand: Sendable {
    let programme: String
    /// These as they were typed; nil where the command's own default held.
    var output: String?
    var ledger: String?
    var intake: String?

    /// `fentan run 2026 --output /srv/2026 --outstanding`.
    func line(_ command: String, _ flags: String...) -> String {
        var words = ["fentan", command, Self.word(programme)]
        for (option, value) in [("--output", output), ("--ledger", ledger), ("--intake", intake)] {
            if let value { words += [option, Self.word(value)] }
        }
        return (words + flags).joined(separator: " ")
    }

    /// A word as it is typed: in quotes where a shell would make something else of it.
    static func word(_ text: String) -> String {
        let isPlain = text.unicodeScalars.allSatisfy { scalar in
            !scalar.isASCII || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                || "-_./,:@%+=".unicodeScalars.contains(scalar)
        }
        if isPlain, !text.isEmpty { return text }
        return "'"
            + text.split(separator: "'", omittingEmptySubsequences: false)
            .joined(separator: "'\\''") + "'"
    }
}
