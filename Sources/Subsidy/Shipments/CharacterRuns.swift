extension String {
    /// The text with each longest run of characters that belong together as `rewrite` has it.
    ///
    /// A gap continues a run and begins none: `138 0013 8000` is one of digits.
    package func rewritingRuns(
        where belongs: (Character) -> Bool, gaps isGap: (Character) -> Bool = { _ in false },
        by rewrite: ([Character]) -> String
    ) -> String {
        var text = ""
        var run: [Character] = []
        for character in self {
            if belongs(character) || (!run.isEmpty && isGap(character)) {
                run.append(character)
                continue
            }
            if !run.isEmpty { text += rewrite(run) }
            run = []
            text.append(character)
        }
        return run.isEmpty ? text : text + rewrite(run)
    }
}
