import Subsidy
import Testing

@testable import ProgrammeFolder

/// What people begin with explains every setting, and explains it rightly.
@Suite struct NewProgrammeTests {
    /// Without the invented title and the ledger of trial runs, which a real year has not.
    private static func settings(isChinese: Bool) throws -> [Substring] {
        let files = NewProgramme(year: 2026, isChinese: isChinese).files
        let bytes = try #require(files.first { $0.path == ProgrammeInputs.settingsName }).bytes
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
            .filter { !$0.hasPrefix("programme:") && !$0.hasPrefix("ledger:") }
    }

    /// A setting that is not in force has its `#` and no blank before it.
    private static func isOff(_ line: Substring) -> Bool {
        line.hasPrefix("#") && line.dropFirst().first?.isLetter == true
    }

    private static func programme(_ lines: [Substring]) throws -> Programme {
        try SettingsFile.programme(of: Array(lines.joined(separator: "\n").utf8))
    }

    @Test(arguments: [true, false])
    func everySettingCanBeUsedAsItStands(isChinese: Bool) throws {
        let lines = try Self.settings(isChinese: isChinese)
        let on = lines.map { Self.isOff($0) ? $0.dropFirst() : $0 }
        let programme = try Self.programme(on)
        #expect(programme.approval != nil && programme.notice != nil)
        let keys = Set(on.filter { $0.first?.isLetter == true }.map { $0.prefix { $0 != ":" } })
        let known = Set(SettingsText.CodingKeys.allCases.map { Substring($0.stringValue) })
        #expect(keys == known.subtracting(["programme", "ledger"]))
    }

    /// A line is the default unless the one before it ends in a colon: for instance.
    @Test(arguments: [true, false])
    func defaultsAreThoseOfTheProgram(isChinese: Bool) throws {
        let lines = try Self.settings(isChinese: isChinese)
        let defaults = zip(lines, [""] + lines).filter { line, before in
            Self.isOff(line) && !["：", ":"].contains(before.suffix(1))
        }.map(\.0)
        #expect(defaults.count == 8)
        let on = lines.map { defaults.contains($0) ? $0.dropFirst() : $0 }
        let (typed, left) = (try Self.programme(on), try Self.programme(lines))
        #expect(String(describing: typed) == String(describing: left))
    }

    @Test func yearIsInTheFoldersName() {
        #expect(NewProgramme.year(of: "/srv/programmes/2027") == 2027)
        for name in ["2027x", "27", "1999", "3000", "year", "", "/", "२०२७"] {
            #expect(NewProgramme.year(of: name) == nil, "\(name)")
        }
    }
}
