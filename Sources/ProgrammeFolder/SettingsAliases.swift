import Subsidy

/// The rule for YAML's aliases: a few may stand for what was said above, many are no settings.
///
/// Each may hold those before it twice, or a thousand levels deeper: one page of them would take
/// more time or more stack than there is, before any key is looked at.
enum SettingsAliases {
    static let maximum = 20

    static func refuseMany(in text: String, of file: String) throws(InputFault) {
        var found = 0
        var line = 1
        var previous: Unicode.Scalar = "\n"
        var mayBegin = false
        for scalar in text.unicodeScalars {
            if mayBegin, !isBlank(scalar) { found += 1 }
            if found > maximum {
                throw InputFault(
                    .syntax("more than \(maximum) aliases"), file: file, line: line)
            }
            mayBegin =
                scalar == "*" && (isBlank(previous) || "[{,:-?".unicodeScalars.contains(previous))
            if scalar == "\n" { line += 1 }
            previous = scalar
        }
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "\t", "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}", "\u{FEFF}": true
        default: false
        }
    }
}
