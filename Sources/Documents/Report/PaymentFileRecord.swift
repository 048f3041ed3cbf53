import Subsidy

/// A payment file as `report.json` tells of it: what it holds, and how to read it back.
struct PaymentFileRecord: Encodable {
    let path: String
    /// As the settings name it.
    let profile: String
    let payments: Int
    let sum: String
    let accountsHash: String
    /// Null for pain.001, which has a schema.
    let layout: OrNull<LayoutRecord>

    init(_ file: PaymentFile) {
        path = file.document.path
        profile = file.form.name
        payments = file.payments.count
        sum = file.payments.map(\.amount).total.description
        accountsHash = file.accountsHash
        layout = OrNull(file.form.profile.map(LayoutRecord.init))
    }
}

/// The form of a profile's files, by the keys of its YAML.
struct LayoutRecord: Encodable {
    let kind: String
    let encoding: String?
    let lineEnd: String?
    let separator: String?
    let closingSeparator: Bool?
    let titlePrefix: String?
    let sheet: String?
    let unit: String
    let date: String
    let rows: Int
    let banks: String
    let before: [String]
    let titles: Bool
    let columns: [ColumnRecord]
    let after: [String]

    init(_ profile: BankProfile) {
        kind = profile.kind.rawValue
        encoding = profile.lines?.encoding.rawValue
        lineEnd = profile.lines?.end.rawValue
        separator = profile.lines?.separator
        closingSeparator = profile.lines?.closesWithSeparator
        titlePrefix = profile.lines?.titlePrefix
        sheet = profile.sheet
        unit = profile.unit.rawValue
        date = profile.date.rawValue
        rows = profile.rows
        banks = profile.banks.rawValue
        before = profile.before.map(\.text)
        titles = profile.hasTitles
        columns = profile.columns.map(ColumnRecord.init)
        after = profile.after.map(\.text)
    }

    private enum CodingKeys: String, CodingKey {
        case kind, encoding
        case lineEnd = "line-end"
        case separator
        case closingSeparator = "closing-separator"
        case titlePrefix = "title-prefix"
        case sheet, unit, date, rows, banks, before, titles, columns, after
    }
}

struct ColumnRecord: Encodable {
    let title: String
    let from: String?
    let text: String?
    let width: Int?
    let same: String?
    let other: String?

    init(_ column: ProfileColumn) {
        title = column.title
        width = column.width
        switch column.content {
        case .fixed(let fixed): (from, text, same, other) = (nil, fixed, nil, nil)
        case .source(let source): (from, text, same, other) = (source.rawValue, nil, nil, nil)
        case .bankRelation(let one, let two):
            (from, text, same, other) = ("same-bank", nil, one, two)
        }
    }
}
