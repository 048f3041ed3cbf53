/// Counted volume by enterprise and month, in pieces, waybills or grams.
package struct VolumeTally: Sendable {
    private let firstMonth: Month
    private let months: Int
    /// One line of months for each enterprise, as many as have been met.
    private var cells: [UInt128] = []

    package init(period: Period) {
        firstMonth = period.from.month
        months = period.from.month.distance(to: period.to.month) + 1
    }

    /// `date` lies in the period.
    package mutating func add(_ volume: UInt64, for enterprise: EnterpriseID, on date: CalendarDate)
    {
        let index = enterprise.index * months + firstMonth.distance(to: date.month)
        extend(to: enterprise.index)
        cells[index] += UInt128(volume)
    }

    package mutating func add(_ other: VolumeTally) {
        if cells.count < other.cells.count {
            cells += repeatElement(0, count: other.cells.count - cells.count)
        }
        for index in other.cells.indices { cells[index] += other.cells[index] }
    }

    package func volume(of enterprise: EnterpriseID) -> UInt128 {
        byMonth(enterprise).reduce(0) { $0 + $1.volume }
    }

    /// The months of the period with the enterprise's volume in each.
    package func byMonth(_ enterprise: EnterpriseID) -> [(month: Month, volume: UInt128)] {
        (0..<months).map { offset in
            let index = enterprise.index * months + offset
            return (
                firstMonth.advanced(by: offset), cells.indices.contains(index) ? cells[index] : 0
            )
        }
    }

    package var total: UInt128 { cells.reduce(0, +) }

    private mutating func extend(to enterprise: Int) {
        let missing = (enterprise + 1) * months - cells.count
        if missing > 0 { cells += repeatElement(0, count: missing) }
    }
}
