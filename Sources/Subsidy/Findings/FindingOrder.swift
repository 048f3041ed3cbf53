/// The order of findings: by name of file in byte order, line and code; those of a whole file
/// before those of its rows.
enum FindingOrder {
    static func sorted(_ findings: [Finding], files: [ExportFile]) -> [Finding] {
        findings.sorted { left, right in
            if left.source != right.source {
                return rank(left.source, among: files) < rank(right.source, among: files)
            }
            if left.line != right.line { return (left.line ?? 0) < (right.line ?? 0) }
            if left.code != right.code { return left.code.rawValue < right.code.rawValue }
            return tieBreak(left) < tieBreak(right)
        }
    }

    /// Exports stand in byte order of their names already; the programme's own files between them.
    private static func rank(_ source: Finding.Source, among files: [ExportFile]) -> Int {
        switch source {
        case .export(let file): Int(file) * 4
        case .roster:
            files.prefix { $0.name.utf8.lexicographicallyPrecedes("roster.csv".utf8) }
                .count * 4 - 1
        case .settings:
            files.prefix { $0.name.utf8.lexicographicallyPrecedes("fentan.yaml".utf8) }
                .count * 4 - 2
        }
    }

    /// Several findings of one code on one line: the columns or values decide, never chance.
    private static func tieBreak(_ finding: Finding) -> String {
        "\(finding.column) \(finding.detail)"
    }
}
