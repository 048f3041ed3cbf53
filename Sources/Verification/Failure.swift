/// One thing that an output folder claims and that does not hold.
package struct Failure: Error, Sendable, Equatable {
    /// One text in the two languages that the program speaks.
    package struct Text: Sendable, Equatable {
        package let zh: String
        package let en: String

        package init(zh: String, en: String) { (self.zh, self.en) = (zh, en) }
    }

    package let check: Check
    /// The file's path within the output folder.
    package let file: String
    /// The line of the file, from 1, where there is one.
    package let line: Int?
    /// What in the file it is about: a column, a key, an enterprise's code; may be empty.
    package let place: String
    package private(set) var expected: String?
    package private(set) var found: String?
    /// How many more like it the same file has, beyond those listed.
    package internal(set) var others = 0

    init(
        _ check: Check, file: String, line: Int? = nil, place: String = "",
        expected: String? = nil, found: String? = nil
    ) {
        self.check = check
        self.file = Self.inOneLine(file)
        self.line = line
        self.place = Self.inOneLine(place)
        self.expected = expected.map(Self.inOneLine)
        self.found = found.map(Self.inOneLine)
    }

    /// The same failure, without any of `accounts` in its texts.
    func masked(by accounts: Accounts) -> Failure {
        var failure = Failure(
            check, file: file, line: line, place: accounts.masked(place),
            expected: expected.map(accounts.masked), found: found.map(accounts.masked))
        failure.others = others
        return failure
    }

    /// `text` cut to 120 characters, controls shown as `·`: a message is one line of a log.
    private static func inOneLine(_ text: String) -> String {
        let shown = text.unicodeScalars.prefix(120).map { scalar in
            isControl(scalar) ? "·" : scalar
        }
        return String(String.UnicodeScalarView(shown))
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .format: true
        default: false
        }
    }
}
