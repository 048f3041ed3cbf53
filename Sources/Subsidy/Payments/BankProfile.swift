/// How one bank, or a spreadsheet, wants its file of payments: a profile as its YAML says it.
package struct BankProfile: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// Cells between separators, quoted where they need it (RFC 4180).
        case csv
        /// Cells between separators, never quoted.
        case text
        /// Excel (xlsx): amounts are numbers, all else is text.
        case workbook
    }

    package enum Encoding: String, Sendable, CaseIterable {
        case utf8 = "utf-8"
        case utf8Marked = "utf-8-bom"
        case gbk
        case gb18030
    }

    package enum LineEnd: String, Sendable, CaseIterable {
        case crlf
        case lf

        package var text: String { self == .crlf ? "\r\n" : "\n" }
    }

    /// What amounts are written in.
    package enum Unit: String, Sendable, CaseIterable {
        /// Two decimals.
        case yuan
        case fen
    }

    package enum DateForm: String, Sendable, CaseIterable {
        case compact = "yyyyMMdd"
        case iso = "yyyy-MM-dd"

        package func text(of date: CalendarDate) -> String {
            let iso = date.description
            return self == .iso ? iso : iso.filter { $0 != "-" }
        }
    }

    /// Whether payments within the payer's bank stand in a file of their own.
    package enum Banks: String, Sendable, CaseIterable {
        case together
        case apart
    }

    /// How cells become lines of a file that is no workbook.
    package struct Lines: Hashable, Sendable {
        package var encoding: Encoding
        package var end: LineEnd
        /// One character.
        package var separator: String
        /// Whether a separator also stands behind the last cell.
        package var closesWithSeparator: Bool
        /// What stands before the line of titles.
        package var titlePrefix: String

        package init(
            encoding: Encoding, end: LineEnd, separator: String, closesWithSeparator: Bool,
            titlePrefix: String
        ) {
            self.encoding = encoding
            self.end = end
            self.separator = separator
            self.closesWithSeparator = closesWithSeparator
            self.titlePrefix = titlePrefix
        }
    }

    package var name: String
    /// What it is for, in the words of its author.
    package var summary: String
    package var kind: Kind
    /// The file's name within `payments/`, such as `icbc.txt`.
    package var file: String
    /// Nil for a workbook.
    package var lines: Lines?
    /// The workbook's sheet; nil for others.
    package var sheet: String?
    package var unit: Unit
    package var date: DateForm
    /// The most payments of one file.
    package var rows: Int
    package var banks: Banks
    /// Lines above the titles.
    package var before: [LineTemplate]
    package var hasTitles: Bool
    package var columns: [ProfileColumn]
    /// Lines below the payments.
    package var after: [LineTemplate]
    package var repertoire: Repertoire

    package init(
        name: String, summary: String, kind: Kind, file: String, lines: Lines?, sheet: String?,
        unit: Unit, date: DateForm, rows: Int, banks: Banks, before: [LineTemplate],
        hasTitles: Bool, columns: [ProfileColumn], after: [LineTemplate], repertoire: Repertoire
    ) {
        self.name = name
        self.summary = summary
        self.kind = kind
        self.file = file
        self.lines = lines
        self.sheet = sheet
        self.unit = unit
        self.date = date
        self.rows = rows
        self.banks = banks
        self.before = before
        self.hasTitles = hasTitles
        self.columns = columns
        self.after = after
        self.repertoire = repertoire
    }

    /// The first character of `text` that a cell of the file cannot carry.
    package func stray(in text: String) -> Unicode.Scalar? {
        if let stray = text.unicodeScalars.first(where: { !HoldRule.isPrintable($0) }) {
            return stray
        }
        if kind == .text, let separator = lines?.separator.unicodeScalars.first,
            text.unicodeScalars.contains(separator)
        {
            return separator
        }
        // `_x0041_` is how Excel writes a character that XML does not have, and is read as that one.
        if kind == .workbook, Self.hasExcelCharacter(Array(text.utf8)) { return "_" }
        return repertoire.firstMissing(text)
    }

    /// Whether `_x`, four hexadecimal digits and `_` stand in a text.
    static func hasExcelCharacter(_ text: [UInt8]) -> Bool {
        let mark = UInt8(ascii: "_")
        return text.indices.dropLast(6).contains { start in
            text[start] == mark && text[start + 1] == UInt8(ascii: "x") && text[start + 6] == mark
                && text[start + 2..<start + 6].allSatisfy {
                    Character(Unicode.Scalar($0)).isHexDigit
                }
        }
    }
}

/// The characters that a file's encoding has.
package struct Repertoire: Sendable {
    /// The first character of a text that the encoding does not have.
    package let firstMissing: @Sendable (String) -> Unicode.Scalar?

    package init(firstMissing: @escaping @Sendable (String) -> Unicode.Scalar?) {
        self.firstMissing = firstMissing
    }

    /// That of Unicode.
    package static let everything = Repertoire { _ in nil }
}

/// One of the files that the settings ask for.
package enum PaymentForm: Sendable {
    case pain001
    case profile(BankProfile)

    /// The name of the message that no profile describes.
    package static let pain001Name = "pain.001"

    /// As the settings name it.
    package var name: String {
        switch self {
        case .pain001: Self.pain001Name
        case .profile(let profile): profile.name
        }
    }

    package var profile: BankProfile? {
        if case .profile(let profile) = self { return profile }
        return nil
    }
}
