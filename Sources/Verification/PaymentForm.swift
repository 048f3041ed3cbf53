extension ReportFile {
    /// A payment file as report.json tells of it.
    struct PaymentFile: Decodable {
        let path: String
        let profile: String
        let payments: UInt64
        let sum: String
        let accountsHash: String
        /// Null for pain.001.
        @Stated var layout: PaymentForm?
    }

    /// How a profile's file is laid out.
    struct PaymentForm: Decodable {
        enum Kind: String, Decodable { case csv, text, workbook }

        enum Encoding: String, Decodable {
            case utf8 = "utf-8"
            case utf8Marked = "utf-8-bom"
            case gbk, gb18030
        }

        enum LineEnd: String, Decodable { case crlf, lf }

        enum Unit: String, Decodable { case yuan, fen }

        enum DateForm: String, Decodable {
            case compact = "yyyyMMdd"
            case iso = "yyyy-MM-dd"
        }

        enum Banks: String, Decodable { case together, apart }

        struct Column: Decodable {
            let title: String
            let from: String?
            let text: String?
            let width: Int?
            let same: String?
            let other: String?
        }

        let kind: Kind
        let encoding: Encoding?
        let lineEnd: LineEnd?
        let separator: String?
        let closingSeparator: Bool?
        let titlePrefix: String?
        let sheet: String?
        let unit: Unit
        let date: DateForm
        let rows: UInt64
        let banks: Banks
        let before: [String]
        let titles: Bool
        let columns: [Column]
        let after: [String]

        enum CodingKeys: String, CodingKey {
            case kind, encoding
            case lineEnd = "line-end"
            case separator
            case closingSeparator = "closing-separator"
            case titlePrefix = "title-prefix"
            case sheet, unit, date, rows, banks, before, titles, columns, after
        }
    }
}

/// A file of payments taken apart into lines of cells.
struct PaymentLines {
    enum Cell: Equatable {
        case text(String)
        /// The digits of a workbook's number, as they stand.
        case number(String)

        var text: String {
            switch self {
            case .text(let text), .number(let text): text
            }
        }
    }

    struct Line {
        let number: Int
        /// Those that are not there, at the end, are empty text.
        let cells: [Cell]
    }

    /// Above and below the payments; a workbook's are of one cell.
    var before: [String] = []
    var after: [String] = []
    var rows: [Line] = []
}
