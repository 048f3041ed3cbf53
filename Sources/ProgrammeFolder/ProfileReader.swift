private import DelimitedText
import Subsidy

/// Makes a bank profile of its texts; each that cannot be used is a fault of its line.
struct ProfileReader {
    let document: SettingsDocument
    let text: ProfileText
    let name: String
    /// The account that pays: profiles are shown to others than finance, so it must not stand in
    /// one.
    let payerAccount: String?

    /// `bytes` are the YAML of the profile `name`, which stands in `file`.
    static func profile(
        of bytes: [UInt8], file: String, name: String, payerAccount: String? = nil
    ) throws(InputFault) -> BankProfile {
        let document = try SettingsDocument(bytes, file: file)
        try document.refuseUnknownKeys(of: ProfileText.schema)
        let text = try document.decoded(as: ProfileText.self)
        return try ProfileReader(
            document: document, text: text, name: name, payerAccount: payerAccount
        ).profile()
    }

    private func profile() throws(InputFault) -> BankProfile {
        let kind: BankProfile.Kind = try document.choice(text.kind, at: ["kind"])
        try refuseKeysOfOtherKinds(than: kind)
        let lines = kind == .workbook ? nil : try lines()
        let summary = text.summary ?? ""
        guard summary.unicodeScalars.allSatisfy(HoldRule.isPrintable) else {
            throw invalid(nil, at: ["for"], .text)
        }
        var profile = BankProfile(
            name: name, summary: summary, kind: kind, file: try file(of: kind), lines: lines,
            sheet: kind == .workbook ? try sheet() : nil,
            unit: try choice(text.unit, "unit") ?? .yuan,
            date: try choice(text.date, "date") ?? .compact, rows: try rows(),
            banks: try choice(text.banks, "banks") ?? .together, before: [],
            hasTitles: try flag(text.titles, "titles") ?? true, columns: [], after: [],
            repertoire: lines.map { Self.repertoire(of: $0.encoding) } ?? .everything)
        profile.before = try templates(text.before, "before", of: profile)
        profile.after = try templates(text.after, "after", of: profile)
        profile.columns = try ProfileColumnsReader(
            document: document, profile: profile, payerAccount: payerAccount
        ).columns(text.columns)
        try refuseStray(in: lines?.titlePrefix ?? "", of: profile, at: ["title-prefix"])
        return profile
    }

    private func refuseKeysOfOtherKinds(than kind: BankProfile.Kind) throws(InputFault) {
        let ofLines = [
            ("encoding", text.encoding), ("line-end", text.lineEnd), ("separator", text.separator),
            ("closing-separator", text.closingSeparator), ("title-prefix", text.titlePrefix),
        ]
        let strangers = kind == .workbook ? ofLines : [("sheet", text.sheet)]
        for (key, typed) in strangers where typed != nil {
            throw document.fault(.keyOfAnotherKind(kind.rawValue), at: [key])
        }
    }

    private func lines() throws(InputFault) -> BankProfile.Lines {
        let separator = text.separator ?? ","
        guard separator.unicodeScalars.count == 1, let character = separator.unicodeScalars.first,
            "\t,;|:!#$%&*/\\^_~@+=".unicodeScalars.contains(character)
        else { throw invalid(separator, at: ["separator"], .separator) }
        return BankProfile.Lines(
            encoding: try choice(text.encoding, "encoding") ?? .utf8,
            end: try choice(text.lineEnd, "line-end") ?? .crlf, separator: separator,
            closesWithSeparator: try flag(text.closingSeparator, "closing-separator") ?? false,
            titlePrefix: text.titlePrefix ?? "")
    }

    private func file(of kind: BankProfile.Kind) throws(InputFault) -> String {
        let endings =
            kind == .workbook ? [".xlsx"] : kind == .csv ? [".csv", ".txt"] : [".txt", ".csv"]
        let file = text.file ?? name + endings[0]
        let stem = file.dropLast(endings[0].utf8.count)
        let last = stem.split(separator: "-").last ?? ""
        // `-2`, `-same` and `-other` are how parts of a file are told apart.
        let isPart =
            stem.contains("-") && (last.allSatisfy(\.isNumber) || ["same", "other"].contains(last))
        guard endings.contains(where: file.hasSuffix), ProfileShelf.isName(String(stem)), !isPart,
            file != "held.csv"
        else { throw invalid(file, at: ["file"], .paymentFileName(ending: endings[0])) }
        return file
    }

    private func sheet() throws(InputFault) -> String {
        let sheet = text.sheet ?? "Sheet1"
        let scalars = sheet.unicodeScalars
        guard (1...31).contains(sheet.utf16.count), scalars.allSatisfy(HoldRule.isPrintable),
            !scalars.contains(where: { "[]:*?/\\".unicodeScalars.contains($0) }),
            scalars.first != "'", scalars.last != "'"
        else { throw invalid(sheet, at: ["sheet"], .sheetName) }
        return sheet
    }

    private func rows() throws(InputFault) -> Int {
        guard let typed = text.rows else { return 100_000 }
        guard let rows = Int(typed), (1...1_000_000).contains(rows), String(rows) == typed else {
            throw invalid(typed, at: ["rows"], .wholeNumber(from: 1, to: 1_000_000))
        }
        return rows
    }

    private func templates(
        _ typed: [String]?, _ key: String, of profile: BankProfile
    ) throws(InputFault) -> [LineTemplate] {
        var templates: [LineTemplate] = []
        for (index, line) in (typed ?? []).enumerated() {
            let path = [key, String(index)]
            guard let template = LineTemplate(line) else {
                let places = LineTemplate.Place.allCases.map { "{\($0.rawValue)}" }
                throw invalid(line, at: path, .template(places))
            }
            if profile.kind != .text, SpreadsheetText.isFormula(line) {
                throw invalid(line, at: path, .noFormula)
            }
            try refuseAccount(in: line, at: path)
            // A line is not cut at its separators.
            var whole = profile
            whole.kind = .csv
            try refuseStray(in: template.fixedText, of: whole, at: path)
            templates.append(template)
        }
        return templates
    }

    private func refuseStray(
        in text: String, of profile: BankProfile, at path: [String]
    ) throws(InputFault) {
        if let stray = profile.stray(in: text) {
            throw document.fault(.notCarried(stray.value, file: profile.file), at: path)
        }
    }

    private func refuseAccount(in text: String, at path: [String]) throws(InputFault) {
        if let payerAccount, text.contains(payerAccount) {
            throw document.fault(.holdsPayerAccount, at: path)
        }
    }

    private func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ typed: String?, _ key: String
    ) throws(InputFault) -> Choice? {
        guard let typed else { return nil }
        return try document.choice(typed, at: [key])
    }

    private func flag(_ typed: String?, _ key: String) throws(InputFault) -> Bool? {
        let answer: Answer? = try choice(typed, key)
        return answer.map { $0 == .yes }
    }

    private enum Answer: String, CaseIterable { case yes, no }

    private func invalid(
        _ typed: String?, at path: [String], _ expected: Expectation
    ) -> InputFault {
        document.fault(.invalidValue(expected: expected), at: path, excerpt: typed)
    }

    /// The characters that an encoding has.
    static func repertoire(of encoding: BankProfile.Encoding) -> Repertoire {
        let written: WrittenEncoding
        switch encoding {
        case .utf8, .utf8Marked: return .everything
        case .gbk: written = .gbk
        case .gb18030: written = .gb18030
        }
        return Repertoire { text in
            guard case .failure(let missing) = CharacterEncoder.encode(text, as: written) else {
                return nil
            }
            return missing.scalar
        }
    }
}
