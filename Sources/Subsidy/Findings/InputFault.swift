/// An input that cannot be used at all: what stops a run before any row is judged.
package struct InputFault: Error, Equatable, Sendable {
    /// The path within the programme, such as `exports/sf.csv`.
    package var file: String
    /// From 1.
    package var line: Int?
    /// The column's name, or the key of a setting.
    package var column: String?
    /// The cell or value as it stands there.
    package var excerpt: String?
    package var problem: Problem

    package init(
        _ problem: Problem, file: String, line: Int? = nil, column: String? = nil,
        excerpt: String? = nil
    ) {
        self.problem = problem
        self.file = file
        self.line = line
        self.column = column
        self.excerpt = excerpt
    }

    package enum Problem: Equatable, Sendable {
        // Files.
        case missingFolder
        case missingFile
        /// The system's word for it.
        case unreadable(String)
        case isFolder
        case isSpecial
        /// A link within the programme's folder to something outside of it.
        case linkLeadsOutside
        case nameNotText
        case noExports
        case tooManyExports(limit: Int)
        case empty
        case notCSV(ForeignFormat)
        /// No line among the first 50 is a header; the fields that a waybill export must name.
        case unknownLayout(missing: [String])
        /// A header whose names stand apart by something else than commas.
        case otherSeparator(CellSeparator)
        /// A header with more columns than any export has.
        case tooManyColumns(limit: Int)
        /// The encoding cannot be told from the file alone.
        case unknownEncoding
        case changedWhileRead
        /// No room for temporary files; the system's word for it.
        case cannotSpill(String)
        /// What one step of intake has written for the next.
        case records(RecordFault)
        /// A bank's statement, in the forms that a statement may have.
        case statement(StatementFault)
        // Tables.
        case openQuote
        case tooLong
        case notText
        case notUTF8
        case cellCount(found: Int, expected: Int)
        case missingColumn(String)
        /// A header and nothing below it.
        case noEnterprises
        case repeatedColumn
        case missingValue
        case invalidCode(USCC.Fault)
        case invalidValue(expected: Expectation)
        case repeatedCode(firstLine: Int)
        case repeatedName(firstLine: Int)
        /// A valid code that no enterprise of the roster has.
        case notOnRoster
        /// An enterprise to which something was sent this year, and that no row names.
        case paidEnterpriseMissing
        // Adjudications.
        /// Neither a waybill nor a month, or both.
        case decisionOnTwoThings
        /// Nobody disputes the waybill or volume, or there is none such.
        case decisionWithoutDispute
        /// Two enterprises or carriers have such a volume.
        case decisionFitsTwice
        /// The enterprise does not claim it.
        case decisionForAnother
        case repeatedDecision(firstLine: Int)
        // Settings.
        case syntax(String)
        case unknownKey(nearest: String?)
        case repeatedKey
        case missingKey
        /// A pattern that no export's name fits.
        case patternWithoutExport
        // The notice.
        /// Working days without the table of holidays.
        case noHolidays
        /// No holiday in the year of the notice: the table is of another.
        case holidaysOfAnotherYear(Int)
        case holidayAndWorkday
        /// The payer's account, typed into the notice.
        case noticeHoldsAccount
        // Payment files and bank profiles.
        case unknownProfile(nearest: String?, known: [String])
        /// Another of the payment files has this name already.
        case repeatedFile(String)
        /// A key that goes with another kind of file or column than this one.
        case keyOfAnotherKind(String)
        /// A profile whose files could not be read back: nothing shows its payments' id, say.
        case noColumnFrom(String)
        case twoColumnsFrom(String)
        /// A character of the settings' own texts that a payment file cannot carry.
        case notCarried(UInt32, file: String)
        case tooLongForFile(limit: Int, file: String)
        /// The payer's account, typed into a profile.
        case holdsPayerAccount
        /// A profile of the programme's own under the name of a shipped one.
        case shippedName
        /// A file name that no profile can have.
        case noProfileName
    }
}

/// What stands between cells in files that are not quite CSV.
package enum CellSeparator: Character, Sendable, CaseIterable {
    case tab = "\t"
    case semicolon = ";"
    case fullWidthComma = "，"
    case verticalBar = "|"
}

/// What stands where a value cannot be used.
package enum Expectation: Equatable, Sendable {
    case oneOf([String])
    case text
    case list
    case keys([String])
    case year
    case yuan
    /// Yuan of a table: zero or more.
    case amount
    /// The reference of a paper, and not a word such as 是 or 否.
    case reference
    case percentage
    case date
    case notBefore(CalendarDate)
    case within(Period)
    case title
    case cnaps
    case account
    case nameOrBank
    /// A waybill that Excel has not made a number of.
    case waybill
    case month
    case volume(VolumeUnit)
    case wholeNumber(from: Int, to: Int)
    case separator
    case paymentFileName(ending: String)
    case sheetName
    /// A line with these places.
    case template([String])
    case noFormula
    /// One line that can be printed.
    case line(limit: Int)
}

extension InputFault {
    /// Whether its file has keys rather than columns: `fentan.yaml`, or a bank's profile beside it.
    package var isOfSettings: Bool {
        !file.contains("/") && (file == "fentan.yaml" || file.hasSuffix(".profile.yaml"))
    }
}
