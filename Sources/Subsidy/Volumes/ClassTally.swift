/// Rows and their readable volume by class.
package struct ClassTally: Hashable, Sendable {
    package private(set) var rows = [Int](repeating: 0, count: RowClass.allCases.count)
    package private(set) var volumes = [UInt128](repeating: 0, count: RowClass.allCases.count)

    package init() {}

    package mutating func add(_ rowClass: RowClass, volume: UInt64?) {
        rows[rowClass.position] += 1
        volumes[rowClass.position] += UInt128(volume ?? 0)
    }

    package mutating func add(_ other: ClassTally) {
        for index in rows.indices {
            rows[index] += other.rows[index]
            volumes[index] += other.volumes[index]
        }
    }

    package func rows(_ rowClass: RowClass) -> Int { rows[rowClass.position] }

    package func volume(_ rowClass: RowClass) -> UInt128 { volumes[rowClass.position] }

    package var total: Int { rows.reduce(0, +) }
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
