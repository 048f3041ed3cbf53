private import Foundation

/// A year that runs as it is, of invented enterprises, with every setting explained: what people
/// begin with.
package struct NewProgramme: Sendable {
    package let year: Int
    private let isChinese: Bool

    package init(year: Int, isChinese: Bool) {
        self.year = year
        self.isChinese = isChinese
    }

    /// The files by their path in the programme's folder.
    package var files: [(path: String, bytes: [UInt8])] {
        let (settings, roster, export) =
            isChinese
            ? (
                PackageResources.settings_zh_yaml, PackageResources.roster_zh_csv,
                PackageResources.sample_zh_csv
            )
            : (
                PackageResources.settings_en_yaml, PackageResources.roster_en_csv,
                PackageResources.sample_en_csv
            )
        return [
            (ProgrammeInputs.exportsName + "/sample.csv", filled(export)),
            (ProgrammeInputs.rosterName, roster),
            (ProgrammeInputs.settingsName, filled(settings)),
        ]
    }

    /// The invented payer's account, by which a year that is still the sample is known.
    package static let payerAccount = "0099440117000000018"

    /// With its year in the place of `@YEAR@`, and the year after it in that of `@NEXT@`.
    private func filled(_ template: [UInt8]) -> [UInt8] {
        let text = String(decoding: template, as: UTF8.self)
            .replacingOccurrences(of: "@YEAR@", with: String(year))
            .replacingOccurrences(of: "@NEXT@", with: String(year + 1))
        return Array(text.utf8)
    }

    /// The year that a folder is named after, `2026`; nil for another name.
    package static func year(of folder: String) -> Int? {
        let name = folder.split(separator: "/").last ?? ""
        guard name.utf8.count == 4, let year = Int(name), (2000...2999).contains(year) else {
            return nil
        }
        return year
    }
}
