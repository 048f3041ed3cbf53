/// The month of each day of a period, looked up: a calendar is slow for millions of rows.
package struct MonthTable: Sendable {
    private let firstDay: Int32
    /// By day of the period, months since its first.
    private let offsets: [UInt32]
    package let first: Month
    package let count: Int

    package init(_ period: Period) {
        first = period.from.month
        count = first.distance(to: period.to.month) + 1
        firstDay = period.from.dayNumber
        let first = first
        offsets = (period.from.dayNumber...period.to.dayNumber).map {
            UInt32(first.distance(to: CalendarDate(dayNumber: $0).month))
        }
    }

    /// Months since the period's first; nil for a day outside the period.
    package func offset(of date: CalendarDate) -> Int? {
        let day = Int(date.dayNumber - firstDay)
        return offsets.indices.contains(day) ? Int(offsets[day]) : nil
    }
}
