/// A bank profile as typed, before anything is made of its values.
struct ProfileText: Decodable {
    var summary: String?
    var kind: String
    var file: String?
    var encoding: String?
    var lineEnd: String?
    var separator: String?
    var closingSeparator: String?
    var unit: String?
    var date: String?
    var rows: String?
    var banks: String?
    var sheet: String?
    var titles: String?
    var titlePrefix: String?
    var before: [String]?
    var columns: [ColumnText]
    var after: [String]?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case summary = "for"
        case kind, file, encoding
        case lineEnd = "line-end"
        case separator
        case closingSeparator = "closing-separator"
        case unit, date, rows, banks, sheet, titles
        case titlePrefix = "title-prefix"
        case before, columns, after
    }

    struct ColumnText: Decodable {
        var title: String
        var from: String?
        var text: String?
        var width: String?
        var same: String?
        var other: String?

        enum CodingKeys: String, CodingKey, CaseIterable {
            case title, from, text, width, same, other
        }
    }

    static let schema: SettingsText.Schema = {
        typealias Schema = SettingsText.Schema
        let scalars = CodingKeys.allCases.map { ($0.stringValue, Schema.scalar) }
        var keys = Dictionary(uniqueKeysWithValues: scalars)
        let ofColumns = ColumnText.CodingKeys.allCases.map { ($0.stringValue, Schema.scalar) }
        keys["before"] = .list(.scalar)
        keys["after"] = .list(.scalar)
        keys["columns"] = .list(.mapping(Dictionary(uniqueKeysWithValues: ofColumns)))
        return .mapping(keys)
    }()
}
