/// What somebody who mistyped a name may have meant.
package enum Nearest {
    /// The known name that begins so, else that with the fewest edits (Levenshtein); nil where none
    /// is near.
    package static func name(to name: String, among known: [String]) -> String? {
        if name.count >= 3, let whole = known.first(where: { $0.hasPrefix(name) }) { return whole }
        let best = known.map { (name: $0, edits: edits(Array(name), Array($0))) }
            .min { ($0.edits, $0.name) < ($1.edits, $1.name) }
        guard let best, best.edits <= max(2, name.count / 2) else { return nil }
        return best.name
    }

    private static func edits(_ left: [Character], _ right: [Character]) -> Int {
        var row = Array(0...right.count)
        for (index, character) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in right.indices {
                let substitution = diagonal + (character == right[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(substitution, row[column] + 1, row[column + 1] + 1)
            }
        }
        return row[right.count]
    }
}
