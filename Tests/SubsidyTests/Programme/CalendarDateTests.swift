import Subsidy
import Testing

struct CalendarDateTests {
    /// A calendar that counts day by day; the rule of leap years is the only one it knows.
    private static func length(_ month: Int, _ year: Int) -> Int {
        let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    private static func daysBefore(_ year: Int) -> Int {
        (1..<year).reduce(0) { $0 + (length(2, $1) == 29 ? 366 : 365) }
    }

    @Test(arguments: [1...30, 90...110, 390...410, 1560...2440, 9970...9999])
    func everyDayHasItsNumber(years: ClosedRange<Int>) {
        // 0001-01-01 is 719,162 days before 1970-01-01.
        var number = Self.daysBefore(years.lowerBound) - 719_162
        var wrong: [String] = []
        for year in years {
            for month in 1...12 {
                for day in 1...Self.length(month, year) {
                    let date = CalendarDate(year: year, month: month, day: day)
                    let civil = CalendarDate(dayNumber: Int32(number)).civil
                    if date?.dayNumber != Int32(number) || civil != (year, month, day) {
                        wrong.append("\(year)-\(month)-\(day)")
                    }
                    number += 1
                }
            }
        }
        #expect(wrong == [])
    }

    @Test func firstDayOfEveryYearHasItsNumber() {
        var number = -719_162
        var wrong: [Int] = []
        for year in 1...9999 {
            if CalendarDate(year: year, month: 1, day: 1)?.dayNumber != Int32(number) {
                wrong.append(year)
            }
            number += Self.length(2, year) == 29 ? 366 : 365
        }
        #expect(wrong == [])
    }

    @Test func epochIsDayZero() {
        #expect(CalendarDate(year: 1970, month: 1, day: 1)?.dayNumber == 0)
    }

    @Test(arguments: [
        (2026, 2, 29), (2100, 2, 29), (1900, 2, 29), (2024, 2, 30), (2026, 4, 31), (2026, 1, 32),
        (2026, 1, 0), (2026, 0, 1), (2026, 13, 1), (0, 1, 1), (10000, 1, 1), (-1, 1, 1),
    ])
    func dayThatTheCalendarLacksIsNone(year: Int, month: Int, day: Int) {
        #expect(CalendarDate(year: year, month: month, day: day) == nil)
    }

    @Test(arguments: ["2026-01-31", "0001-01-01", "9999-12-31", "2024-02-29", "2000-02-29"])
    func isoTextIsReadAndWritten(text: String) {
        #expect(CalendarDate(iso: text)?.description == text)
    }

    @Test(arguments: [
        "2026-1-31", "26-01-31", "2026/01/31", "20260131", "2026-01-32", "2026-02-29", "2026-01",
        "2026-01-31 ", "+026-01-31", "2026--1-31", "２026-01-31", "", "2026-01-31T00:00",
    ])
    func otherTextIsNoIsoDate(text: String) {
        #expect(CalendarDate(iso: text) == nil)
    }

    @Test func datesAreOrderedAndHaveTheirMonth() throws {
        let first = try #require(CalendarDate(iso: "2026-12-31"))
        let second = try #require(CalendarDate(iso: "2027-01-01"))
        #expect(first < second)
        #expect(first.month == Month(year: 2026, month: 12))
        #expect(first.month.advanced(by: 1) == second.month)
        #expect(first.month.distance(to: second.month) == 1)
        #expect((first.month...second.month).map(\.description) == ["2026-12", "2027-01"])
        #expect(Month(year: 1, month: 1).description == "0001-01")
    }

    @Test func periodHoldsItsFirstAndLastDay() throws {
        let days = try ["2026-01-01", "2026-03-10", "2026-03-31", "2026-04-01"].map {
            try #require(CalendarDate(iso: $0))
        }
        let period = try #require(Period(from: days[1], to: days[2]))
        #expect(days.map(period.contains) == [false, true, true, false])
        #expect(period.contains(Month(year: 2026, month: 3)))
        #expect(!period.contains(Month(year: 2026, month: 4)))
        #expect(Period(from: days[1], to: days[1]) != nil)
        #expect(Period(from: days[2], to: days[1]) == nil)
    }
}
