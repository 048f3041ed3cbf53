/// Findings by name of file in byte order, line and code.
///
/// Those of a whole file stand before those of its rows. All stay where they are: their order is kept
/// beside them.
package struct OrderedFindings: RandomAccessCollection, Sendable {
    private let lists: [[Finding]]
    /// By position, the list and the place in it.
    private let places: [Place]

    private struct Place: Sendable {
        let list: Int32
        let index: Int32
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { places.count }

    package subscript(position: Int) -> Finding {
        let place = places[position]
        return lists[Int(place.list)][Int(place.index)]
    }

    init(_ lists: [[Finding]], files: [ExportFile]) {
        self.lists = lists
        // Places in files as numbers: nearly all findings differ by them.
        var places: [(key: UInt64, place: Place)] = []
        places.reserveCapacity(lists.reduce(0) { $0 + $1.count })
        for (list, findings) in lists.enumerated() {
            for index in findings.indices {
                let file = UInt64(Self.rank(findings[index].source, among: files) + 2)
                let key = file << 32 | UInt64(findings[index].line ?? 0)
                places.append((key, Place(list: Int32(list), index: Int32(index))))
            }
        }
        places.sort { left, right in
            if left.key != right.key { return left.key < right.key }
            let (left, right) = (
                lists[Int(left.place.list)][Int(left.place.index)],
                lists[Int(right.place.list)][Int(right.place.index)]
            )
            if left.code != right.code { return left.code.rawValue < right.code.rawValue }
            return Self.tieBreak(left) < Self.tieBreak(right)
        }
        self.places = places.map(\.place)
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
