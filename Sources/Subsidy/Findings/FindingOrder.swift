/// The order of findings: by name of file in byte order, line and code; those of a whole file
/// before those of its rows.
enum FindingOrder {
    static func sorted(_ findings: [Finding], files: [ExportFile]) -> [Finding] {
        // Places as numbers: a run may have millions of findings, and nearly all differ by place.
        var places = findings.indices.map { index in
            let finding = findings[index]
            let file = UInt64(rank(finding.source, among: files) + 2)
            return (place: file << 32 | UInt64(finding.line ?? 0), index: index)
        }
        places.sort { left, right in
            if left.place != right.place { return left.place < right.place }
            let (left, right) = (findings[left.index], findings[right.index])
            if left.code != right.code { return left.code.rawValue < right.code.rawValue }
            return tieBreak(left) < tieBreak(right)
        }
        return places.map { findings[$0.index] }
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
