/// Counted rows and their volume by enterprise and file, for the pairs that occur and no others.
///
/// A row is added by a look into a table of its own hashing: there may be 10,000 enterprises, 100
/// files, and millions of rows.
package struct FileVolumes: Sendable {
    /// What one file counts for one enterprise.
    package struct Cell: Sendable, Equatable {
        package let enterprise: EnterpriseID
        /// Among the run's exports.
        package let file: UInt16
        package fileprivate(set) var rows: Int
        /// Pieces, waybills or grams.
        package fileprivate(set) var volume: UInt128
    }

    private static let none = UInt32.max

    private var cells: [Cell] = []
    /// By hash of the pair, the place of its cell; a power of two, at least twice as many.
    private var slots = [UInt32](repeating: none, count: 64)

    package init() {}

    package mutating func add(
        rows: Int, volume: UInt128, for enterprise: EnterpriseID, in file: UInt16
    ) {
        let slot = slot(of: enterprise, file)
        let place = slots[slot]
        if place != Self.none {
            cells[Int(place)].rows += rows
            cells[Int(place)].volume += volume
            return
        }
        slots[slot] = UInt32(cells.count)
        cells.append(Cell(enterprise: enterprise, file: file, rows: rows, volume: volume))
        if cells.count * 2 > slots.count { extend() }
    }

    package mutating func add(_ other: FileVolumes) {
        for cell in other.cells {
            add(rows: cell.rows, volume: cell.volume, for: cell.enterprise, in: cell.file)
        }
    }

    /// By enterprise, its cells in order of files.
    package var byEnterprise: [EnterpriseID: [Cell]] {
        Dictionary(grouping: cells, by: \.enterprise)
            .mapValues { $0.sorted { $0.file < $1.file } }
    }

    /// Where the pair stands, or the free slot where it would.
    private func slot(of enterprise: EnterpriseID, _ file: UInt16) -> Int {
        let pair = UInt64(enterprise.rawValue) << 16 | UInt64(file)
        var slot = Int(truncatingIfNeeded: (pair &* 0x9E37_79B9_7F4A_7C15) >> 32)
        while true {
            slot &= slots.count - 1
            let place = slots[slot]
            if place == Self.none { return slot }
            let cell = cells[Int(place)]
            if cell.enterprise == enterprise, cell.file == file { return slot }
            slot += 1
        }
    }

    private mutating func extend() {
        slots = [UInt32](repeating: Self.none, count: slots.count * 2)
        for (place, cell) in cells.enumerated() {
            slots[slot(of: cell.enterprise, cell.file)] = UInt32(place)
        }
    }
}
