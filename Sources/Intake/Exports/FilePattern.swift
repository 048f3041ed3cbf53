/// A file name pattern of the settings: `*` is any run of characters, `?` any one.
package enum FilePattern {
    package static func matches(_ name: String, pattern: String) -> Bool {
        matches(Array(name.unicodeScalars)[...], Array(pattern.unicodeScalars)[...])
    }

    /// Greedy with one step back to the last `*`: linear in practice, never exponential.
    private static func matches(
        _ name: ArraySlice<Unicode.Scalar>, _ pattern: ArraySlice<Unicode.Scalar>
    ) -> Bool {
        var position = name.startIndex
        var token = pattern.startIndex
        var star: (token: Int, position: Int)?
        while position < name.endIndex {
            if token < pattern.endIndex, pattern[token] == "*" {
                star = (token, position)
                token += 1
            } else if token < pattern.endIndex,
                pattern[token] == "?" || pattern[token] == name[position]
            {
                token += 1
                position += 1
            } else if let last = star {
                star = (last.token, last.position + 1)
                token = last.token + 1
                position = last.position + 1
            } else {
                return false
            }
        }
        return pattern[token...].allSatisfy { $0 == "*" }
    }
}
