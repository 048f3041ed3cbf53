/// The forms in which cells are compared, whatever a logistics system or Excel put around them.
package enum CanonicalText {
    /// As typed, without what systems put around it: outer blanks and the like, `="…"`, a leading `'`.
    package static func unwrapped(_ text: String) -> String {
        String(unwrappedScalars(text))
    }

    /// Without outer blanks, TAB, BOM, NBSP and zero-width characters, `="…"` unwrapped, without a
    /// leading `'`, full-width characters half-width.
    package static func cell(_ text: String) -> String {
        let scalars = unwrappedScalars(text)
        guard scalars.contains(where: { $0.value >= 0x3000 && halfWidth($0) != $0 }) else {
            return String(scalars)
        }
        var result = String.UnicodeScalarView()
        for scalar in scalars { result.append(halfWidth(scalar)) }
        return String(result)
    }

    /// `cell`, and empty where the cell is the `-` that exports write for nothing.
    package static func value(_ text: String) -> String {
        let text = cell(text)
        return text == "-" ? "" : text
    }

    /// The form in which enterprises' names are compared: `cell` without any blank.
    package static func name(_ text: String) -> String {
        let text = cell(text)
        guard text.unicodeScalars.contains(where: isBlank) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !isBlank(scalar) { result.append(scalar) }
        return String(result)
    }

    private static func unwrappedScalars(_ text: String) -> Substring.UnicodeScalarView {
        var scalars = Substring(text).unicodeScalars
        trim(&scalars)
        var hasMark = false
        var isWrapped = false
        // A `'` and a `="…"` come off once each, in either order.
        for _ in 0..<2 {
            if !hasMark, scalars.first == "'" {
                hasMark = true
                scalars = scalars.dropFirst()
            } else if !isWrapped, scalars.starts(with: "=\"".unicodeScalars), scalars.last == "\"",
                scalars.count >= 3
            {
                isWrapped = true
                scalars = scalars.dropFirst(2).dropLast()
            }
            trim(&scalars)
        }
        return scalars
    }

    private static func trim(_ scalars: inout Substring.UnicodeScalarView) {
        while let first = scalars.first, isBlank(first) { scalars.removeFirst() }
        while let last = scalars.last, isBlank(last) { scalars.removeLast() }
    }

    /// Characters that no one sees: two numbers that differ by one are one number.
    static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\u{200B}"..."\u{200D}", "\u{2060}", "\u{FEFF}": true
        default: false
        }
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "\t", "\r", "\n", "\u{A0}", "\u{3000}", "\u{FEFF}": true
        case "\u{200B}"..."\u{200F}", "\u{2060}", "\u{2000}"..."\u{200A}", "\u{202F}": true
        default: false
        }
    }

    private static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0x3000: " "
        default: scalar
        }
    }
}
