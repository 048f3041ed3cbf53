/// What somebody who mistyped a name may have meant.
package enum Nearest {
    /// The known name that is one edit away (Damerau and Levenshtein), else the one that begins so,
    /// else that with the fewest edits; nil where none is near.
    package static func name(to name: String, among known: [String]) -> String? {
        let typed = Array(name.lowercased())
        let ranked = known.map { Candidate(name: $0, typed: typed) }
            .sorted { ($0.edits, $0.name) < ($1.edits, $1.name) }
        guard let best = ranked.first else { return nil }
        if best.edits > 1, typed.count >= 3, let whole = ranked.first(where: \.goesOn) {
            return whole.name
        }
        // Two names without a letter in common are not near.
        let isNear = best.edits <= max(2, typed.count / 2) && best.edits < best.length
        return isNear ? best.name : nil
    }

    private struct Candidate {
        let name: String
        let edits: Int
        /// Of the longer of both.
        let length: Int
        /// Whether it begins with what was typed.
        let goesOn: Bool

        init(name: String, typed: [Character]) {
            let letters = Array(name.lowercased())
            self.name = name
            edits = Nearest.edits(typed, letters)
            length = max(typed.count, letters.count)
            goesOn = letters.starts(with: typed)
        }
    }

    /// Letters more, fewer or other, and neighbours that have changed places.
    private static func edits(_ left: [Character], _ right: [Character]) -> Int {
        var before: [Int] = []
        var row = Array(0...right.count)
        for (index, character) in left.enumerated() {
            var next = [index + 1]
            for column in right.indices {
                let other = row[column] + (character == right[column] ? 0 : 1)
                var fewest = min(other, row[column + 1] + 1, next[column] + 1)
                if index > 0, column > 0, character == right[column - 1],
                    left[index - 1] == right[column]
                {
                    fewest = min(fewest, before[column - 1] + 1)
                }
                next.append(fewest)
            }
            (before, row) = (row, next)
        }
        return row[right.count]
    }
}
