/// Bytes to which sentences are written one after another, and what is known of the last one.
struct SentenceBuffer {
    var bytes: [UInt8] = []
    /// Whether the brackets around the facts of the sentence are open.
    private var isOpen = false

    mutating func startSentence() {
        isOpen = false
    }

    mutating func append(_ piece: Piece) {
        bytes.append(contentsOf: piece.bytes)
    }

    mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    /// An excerpt in quotation marks.
    mutating func quote(_ cell: String) {
        append("“")
        Excerpt.append(cell, to: &bytes)
        append("”")
    }

    mutating func beginFact(_ marks: FactMarks) {
        append(isOpen ? marks.between : marks.open)
        isOpen = true
    }

    mutating func endFacts(_ marks: FactMarks) {
        if isOpen { append(marks.close) }
    }
}

/// Text that is written many times.
struct Piece {
    let bytes: [UInt8]

    init(_ text: String) { bytes = Array(text.utf8) }
}

/// What stands around and between facts, in one language.
struct FactMarks {
    let open: Piece
    let between: Piece
    let close: Piece

    init(_ language: Language) {
        self.init(
            open: Text("（", " (")[language], between: Text("；", "; ")[language],
            close: Text("）", ")")[language])
    }

    private init(open: String, between: String, close: String) {
        self.open = Piece(open)
        self.between = Piece(between)
        self.close = Piece(close)
    }

    /// For facts that stand by themselves.
    static func bare(_ language: Language) -> FactMarks {
        FactMarks(open: "", between: Text("；", "; ")[language], close: "")
    }
}
