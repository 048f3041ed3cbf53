/// A sentence broken into lines for a terminal: between words, and between Chinese characters where
/// no mark would begin the next line.
package enum PlainParagraph {
    /// Lines of at most `width` columns, each after `indent` blanks; a longer word has its own line.
    package static func lines(_ text: String, indent: Int = 0, width: Int = 96) -> [String] {
        let margin = String(repeating: " ", count: indent)
        var lines: [String] = []
        var line = ""
        for piece in pieces(of: text) {
            let isFull = DisplayWidth.of(line) + DisplayWidth.of(piece) > width - indent
            if isFull, !line.isEmpty, piece != " " {
                lines.append(margin + trimmed(line))
                line = ""
            }
            if line.isEmpty, piece == " " { continue }
            line += piece
        }
        if !line.isEmpty { lines.append(margin + trimmed(line)) }
        return lines
    }

    /// Blanks, words, and wide characters with the marks that may not be torn off them.
    private static func pieces(of text: String) -> [String] {
        var pieces: [String] = []
        var isOpened = false
        var isWord = false
        for character in text {
            let isWide = character.unicodeScalars.first.map { DisplayWidth.width($0) == 2 } ?? false
            let follows = pieces.last.map { $0 != " " } ?? false
            if follows, isOpened || endsLine(character) || (isWord && !isWide && character != " ") {
                pieces[pieces.count - 1].append(character)
            } else {
                pieces.append(String(character))
            }
            isOpened = beginsWord(character)
            isWord = !isWide && character.isASCII && character != " "
        }
        return pieces
    }

    /// Marks that belong to what stands before them.
    private static func endsLine(_ character: Character) -> Bool {
        "，。；：、）”》！？,.;:)!?…".contains(character)
    }

    /// Marks that belong to what comes.
    private static func beginsWord(_ character: Character) -> Bool { "（“《(".contains(character) }

    private static func trimmed(_ line: String) -> String {
        line.hasSuffix(" ") ? String(line.dropLast()) : line
    }
}
