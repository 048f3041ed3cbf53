/// The order of findings: by name of file in byte order, line and code; those of a whole file
/// before those of its rows.
enum FindingOrder {
    /// The findings of several lists as one: a run may have millions, and each is copied once.
    static func sorted(_ lists: [[Finding]], files: [ExportFile]) -> [Finding] {
        // Places as numbers: nearly all differ by place.
        var places: [(place: UInt64, list: Int32, index: Int32)] = []
        places.reserveCapacity(lists.reduce(0) { $0 + $1.count })
        for (list, findings) in lists.enumerated() {
            for index in findings.indices {
                let file = UInt64(rank(findings[index].source, among: files) + 2)
                let place = file << 32 | UInt64(findings[index].line ?? 0)
                places.append((place, Int32(list), Int32(index)))
            }
        }
        places.sort { left, right in
            if left.place != right.place { return left.place < right.place }
            let (left, right) = (
                lists[Int(left.list)][Int(left.index)], lists[Int(right.list)][Int(right.index)]
            )
            if left.code != right.code { return left.code.rawValue < right.code.rawValue }
            return tieBreak(left) < tieBreak(right)
        }
        return places.map { lists[Int($0.list)][Int($0.index)] }
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
