import Testing

@testable import Subsidy

struct MonthTableTests {
    /// A period may be as long as the calendar: nearly 120,000 months.
    @Test func periodOfAllTimeHasItsMonths() throws {
        let from = try #require(CalendarDate(iso: "0001-01-01"))
        let to = try #require(CalendarDate(iso: "9999-12-31"))
        let months = MonthTable(try #require(Period(from: from, to: to)))
        #expect(months.count == 9999 * 12)
        #expect(months.offset(of: from) == 0)
        #expect(months.offset(of: to) == 9999 * 12 - 1)
        let day = try #require(CalendarDate(iso: "2026-03-31"))
        #expect(months.offset(of: day) == 2025 * 12 + 2)
    }

    @Test func daysOutsideHaveNoMonth() throws {
        let from = try #require(CalendarDate(iso: "2026-02-28"))
        let to = try #require(CalendarDate(iso: "2026-03-01"))
        let months = MonthTable(try #require(Period(from: from, to: to)))
        #expect(months.count == 2)
        for (day, offset) in [("2026-02-27", nil), ("2026-03-01", 1), ("2026-03-02", nil)] {
            #expect(months.offset(of: try #require(CalendarDate(iso: day))) == offset)
        }
    }
}
