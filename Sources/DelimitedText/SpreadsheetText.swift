/// Text that a spreadsheet would take for a formula (OWASP, CSV injection).
package enum SpreadsheetText {
    /// True where a cell of `text` would be run: it begins with = + - @, full-width or not, TAB or CR.
    package static func isFormula(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first(where: { $0 != " " && $0 != "\u{3000}" }) else {
            return false
        }
        return "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first)
    }

    /// `text`, with a `'` before it where it would be a formula.
    ///
    /// Never for a bank's file.
    package static func guarded(_ text: String) -> String {
        isFormula(text) ? "'" + text : text
    }
}
