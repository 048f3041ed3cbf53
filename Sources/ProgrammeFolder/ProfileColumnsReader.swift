private import DelimitedText
import Subsidy

/// Makes the columns of a profile; together they must show what a file is read back by.
struct ProfileColumnsReader {
    let document: SettingsDocument
    /// The profile without its columns.
    let profile: BankProfile
    let payerAccount: String?

    func columns(_ typed: [ProfileText.ColumnText]) throws(InputFault) -> [ProfileColumn] {
        var columns: [ProfileColumn] = []
        for (index, text) in typed.enumerated() {
            columns.append(try column(text, at: ["columns", String(index)]))
        }
        for source in ProfileSource.required
        where !columns.contains(where: { $0.content == .source(source) }) {
            throw document.fault(.noColumnFrom(source.rawValue), at: ["columns"])
        }
        for source in ProfileSource.allCases
        where columns.count(where: { $0.content == .source(source) }) > 1 {
            throw document.fault(.twoColumnsFrom(source.rawValue), at: ["columns"])
        }
        return columns
    }

    private func column(
        _ text: ProfileText.ColumnText, at path: [String]
    ) throws(InputFault) -> ProfileColumn {
        try refuseUnfit(text.title, at: path + ["title"])
        if text.title.isEmpty { throw document.fault(.missingValue, at: path + ["title"]) }
        let content = try content(text, at: path)
        let width = try width(text.width, of: content, at: path + ["width"])
        return ProfileColumn(title: text.title, content: content, width: width)
    }

    private func content(
        _ text: ProfileText.ColumnText, at path: [String]
    ) throws(InputFault) -> ProfileColumn.Content {
        if text.from == Self.relationName {
            return .bankRelation(
                same: try relation(text.same, "same", at: path),
                other: try relation(text.other, "other", at: path))
        }
        for (key, typed) in [("same", text.same), ("other", text.other)] where typed != nil {
            throw document.fault(.keyOfAnotherKind(text.from ?? "text"), at: path + [key])
        }
        switch (text.from, text.text) {
        case (nil, let fixed?):
            try refuseUnfit(fixed, at: path + ["text"])
            return .fixed(fixed)
        case (let name?, nil):
            guard let source = ProfileSource(rawValue: name) else {
                throw document.fault(
                    .invalidValue(expected: .oneOf(Self.sourceNames)), at: path + ["from"],
                    excerpt: name)
            }
            return .source(source)
        case (_?, _?): throw document.fault(.keyOfAnotherKind("from"), at: path + ["text"])
        case (nil, nil): throw document.fault(.missingKey, at: path + ["from"])
        }
    }

    private static let relationName = "same-bank"
    private static let sourceNames = ProfileSource.allCases.map(\.rawValue) + [relationName]

    private func relation(
        _ typed: String?, _ key: String, at path: [String]
    ) throws(InputFault) -> String {
        guard let typed else { throw document.fault(.missingKey, at: path + [key]) }
        try refuseUnfit(typed, at: path + [key])
        return typed
    }

    /// A text of the profile's own must be one that its file can carry and no spreadsheet runs.
    private func refuseUnfit(_ text: String, at path: [String]) throws(InputFault) {
        if let stray = profile.stray(in: text) {
            throw document.fault(.notCarried(stray.value, file: profile.file), at: path)
        }
        if SpreadsheetText.isFormula(text) {
            throw document.fault(.invalidValue(expected: .noFormula), at: path, excerpt: text)
        }
        if let payerAccount, text.contains(payerAccount) {
            throw document.fault(.holdsPayerAccount, at: path)
        }
    }

    private func width(
        _ typed: String?, of content: ProfileColumn.Content, at path: [String]
    ) throws(InputFault) -> Int? {
        guard let typed else { return nil }
        let least: Int =
            switch content {
            case .fixed(let text): text.unicodeScalars.count
            case .source(let source): source.fullWidth(in: profile) ?? 1
            case .bankRelation(let same, let other):
                max(same.unicodeScalars.count, other.unicodeScalars.count)
            }
        guard let width = Int(typed), (max(1, least)...1000).contains(width) else {
            throw document.fault(
                .invalidValue(expected: .wholeNumber(from: max(1, least), to: 1000)), at: path,
                excerpt: typed)
        }
        return width
    }
}
