/// Rows and their readable volume by class.
package struct ClassTally: Sendable {
    private var rows = InlineArray<5, Int>(repeating: 0)
    private var volumes = InlineArray<5, UInt128>(repeating: 0)

    package init() {}

    package mutating func add(_ rowClass: RowClass, volume: UInt64?) {
        rows[rowClass.position] += 1
        volumes[rowClass.position] += UInt128(volume ?? 0)
    }

    package mutating func add(_ rowClass: RowClass, rows count: Int, volume: UInt128) {
        rows[rowClass.position] += count
        volumes[rowClass.position] += volume
    }

    package mutating func add(_ other: ClassTally) {
        for index in rows.indices {
            rows[index] += other.rows[index]
            volumes[index] += other.volumes[index]
        }
    }

    package func rows(_ rowClass: RowClass) -> Int { rows[rowClass.position] }

    package func volume(_ rowClass: RowClass) -> UInt128 { volumes[rowClass.position] }

    package var total: Int { RowClass.allCases.reduce(0) { $0 + rows($1) } }
}

extension RowClass {
    fileprivate var position: Int {
        switch self {
        case .counted: 0
        case .duplicate: 1
        case .contested: 2
        case .excluded: 3
        case .rejected: 4
        }
    }
}

extension ClassTally: Hashable {
    package static func == (left: Self, right: Self) -> Bool {
        RowClass.allCases.allSatisfy {
            left.rows($0) == right.rows($0) && left.volume($0) == right.volume($0)
        }
    }

    package func hash(into hasher: inout Hasher) {
        for rowClass in RowClass.allCases {
            hasher.combine(rows(rowClass))
            hasher.combine(volume(rowClass))
        }
    }
}
