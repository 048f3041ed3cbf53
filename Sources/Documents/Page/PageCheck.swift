import Subsidy

/// How to check the page without the program, with this year's own figures.
enum PageCheck {
    static func values(_ report: Report) -> [String: any Sendable] {
        let language = report.edition.language
        let rows = report.files.first.map { CheckWording.rows(of: $0)[language] }
        return [
            "checkRows": rows ?? false as any Sendable,
            "checkSums": CheckWording.sums(report)[language],
            "checkFormulas": formulas(report),
            "checkLeftOver": CheckWording.leftOver(report)[language],
            "isBeyondSheets": isBeyondSheets(report),
        ]
    }

    /// Whole part and remainder of the first award, by the cells of `report.xlsx`.
    private static func formulas(_ report: Report) -> [String] {
        let volume = report.programme.unit == .weight ? "ROUND(D4*1000,0)" : "D4"
        let product = "\(report.programme.pool.count)*\(volume)"
        let whole = "INT(\(product)/\(report.countedVolume))"
        return ["=\(whole)", "=\(product)-\(report.countedVolume)*\(whole)"]
    }

    /// Whether a product has more digits than the 15 that a spreadsheet keeps.
    private static func isBeyondSheets(_ report: Report) -> Bool {
        let largest = report.awards.map(\.volumeCount).max() ?? 0
        return largest * UInt128(report.programme.pool.count) >= 1_000_000_000_000_000
    }
}
