/// Counted volume by enterprise and month, and by enterprise and file, in pieces, waybills or grams.
package struct VolumeTally: Sendable {
    private let months: MonthTable
    /// One line of months for each enterprise, as many as have been met.
    private var cells: [UInt128] = []
    package private(set) var files = FileVolumes()

    package init(period: Period) {
        months = MonthTable(period)
    }

    /// Adds a row of the file; `date` lies in the period.
    package mutating func add(
        _ volume: UInt64, for enterprise: EnterpriseID, on date: CalendarDate, in file: UInt16
    ) {
        guard let month = months.offset(of: date) else {
            preconditionFailure("a volume that counts lies in the period")
        }
        extend(to: enterprise.index)
        cells[enterprise.index * months.count + month] += UInt128(volume)
        files.add(rows: 1, volume: UInt128(volume), for: enterprise, in: file)
    }

    /// Adds what was counted elsewhere in a month of the period.
    package mutating func add(_ volume: UInt128, for enterprise: EnterpriseID, in month: Month) {
        let offset = months.first.distance(to: month)
        precondition((0..<months.count).contains(offset), "a month that counts is of the period")
        extend(to: enterprise.index)
        cells[enterprise.index * months.count + offset] += volume
    }

    /// Adds what was counted elsewhere of a file's rows.
    package mutating func add(
        rows: Int, volume: UInt128, for enterprise: EnterpriseID, in file: UInt16
    ) {
        files.add(rows: rows, volume: volume, for: enterprise, in: file)
    }

    /// As many as have been met, from the roster's first on.
    package var enterprises: [EnterpriseID] {
        (0..<cells.count / months.count).map { EnterpriseID($0) }
    }

    package mutating func add(_ other: VolumeTally) {
        if cells.count < other.cells.count {
            cells += repeatElement(0, count: other.cells.count - cells.count)
        }
        for index in other.cells.indices { cells[index] += other.cells[index] }
        files.add(other.files)
    }

    package func volume(of enterprise: EnterpriseID) -> UInt128 {
        byMonth(enterprise).reduce(0) { $0 + $1.volume }
    }

    /// The months of the period with the enterprise's volume in each.
    package func byMonth(_ enterprise: EnterpriseID) -> [(month: Month, volume: UInt128)] {
        (0..<months.count).map { offset in
            let index = enterprise.index * months.count + offset
            return (
                months.first.advanced(by: offset), cells.indices.contains(index) ? cells[index] : 0
            )
        }
    }

    package var total: UInt128 { cells.reduce(0, +) }

    /// The months of the period, also those without a volume.
    package var byMonth: [(month: Month, volume: UInt128, enterprises: Int)] {
        (0..<months.count).map { offset in
            let column = stride(from: offset, to: cells.count, by: months.count).map { cells[$0] }
            return (
                months.first.advanced(by: offset), column.reduce(0, +), column.count { $0 > 0 }
            )
        }
    }

    private mutating func extend(to enterprise: Int) {
        let missing = (enterprise + 1) * months.count - cells.count
        if missing > 0 { cells += repeatElement(0, count: missing) }
    }
}
