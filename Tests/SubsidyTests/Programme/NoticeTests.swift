import Subsidy
import Testing

struct NoticeTests {
    /// Days of 2027 as they might be announced: New Year, the Spring Festival, May Day and the
    /// National Day, and the weekends that are worked for them.
    private static let holidays = [
        "2027-01-01", "2027-02-05", "2027-02-06", "2027-02-07", "2027-02-08", "2027-02-09",
        "2027-02-10", "2027-02-11", "2027-02-12", "2027-05-01", "2027-05-03", "2027-05-04",
        "2027-10-01", "2027-10-04", "2027-10-05", "2027-10-06", "2027-10-07",
    ]
    private static let workdays = ["2027-01-31", "2027-02-13", "2027-02-14", "2027-10-09"]

    /// First day, days, unit, last day.
    @Test(
        arguments: [
            ("2027-02-01", 1, Notice.Unit.calendar, "2027-02-01"),
            ("2027-02-01", 7, .calendar, "2027-02-07"),
            ("2027-02-22", 7, .calendar, "2027-02-28"),
            ("2027-02-23", 7, .calendar, "2027-03-01"),
            ("2028-02-23", 7, .calendar, "2028-02-29"),
            ("2027-12-28", 7, .calendar, "2028-01-03"),
            // Monday to the Tuesday after.
            ("2027-03-01", 1, .working, "2027-03-01"),
            ("2027-03-01", 5, .working, "2027-03-05"),
            ("2027-03-01", 6, .working, "2027-03-08"),
            ("2027-03-01", 7, .working, "2027-03-09"),
            // Published on a Saturday or Sunday: the Monday is the first that counts.
            ("2027-03-06", 1, .working, "2027-03-08"),
            ("2027-03-07", 7, .working, "2027-03-16"),
            // Around the Spring Festival: 1 to 4, then the weekend of 13 and 14, then Monday.
            ("2027-02-01", 4, .working, "2027-02-04"),
            ("2027-02-01", 5, .working, "2027-02-13"),
            ("2027-02-01", 7, .working, "2027-02-15"),
            ("2027-02-05", 1, .working, "2027-02-13"),
            // A Sunday that is worked counts.
            ("2027-01-30", 1, .working, "2027-01-31"),
            // Holidays on weekends take nothing away.
            ("2027-04-30", 2, .working, "2027-05-05"),
            ("2027-09-30", 3, .working, "2027-10-09"),
            // A leap day, and a year's end.
            ("2028-02-28", 3, .working, "2028-03-01"),
            ("2026-12-31", 2, .working, "2027-01-04"),
        ])
    func lastDayIsTheLastThatCounts(
        publish: String, days: Int, unit: Notice.Unit, last: String
    ) throws {
        let notice = try Self.notice(publish, days, unit)
        #expect(notice.lastDay.description == last)
    }

    /// A slow count, day by day, of every length from every day of a year.
    @Test func workingDaysAreCountedOneByOne() throws {
        let first = try #require(CalendarDate(iso: "2027-01-01"))
        let free = try Self.dates(Self.holidays)
        let made = try Self.dates(Self.workdays)
        for offset in Int32(0)..<365 {
            let publish = CalendarDate(dayNumber: first.dayNumber + offset)
            var notice = try Self.notice("2027-01-01", 1, .working)
            notice.publish = publish
            for days in [1, 2, 7, 15] {
                notice.days = days
                let span = publish.dayNumber...notice.lastDay.dayNumber
                let counted = span.map(CalendarDate.init(dayNumber:)).filter { day in
                    made.contains(day) || (!day.isWeekend && !free.contains(day))
                }
                #expect(counted.count == days)
                #expect(counted.last == notice.lastDay)
            }
        }
    }

    @Test func weekendsAreKnown() throws {
        // 2027-03-01 was to be a Monday, 1969-12-27 a Saturday.
        let monday = try #require(CalendarDate(iso: "2027-03-01"))
        let weekend = (Int32(0)..<7).map {
            CalendarDate(dayNumber: monday.dayNumber + $0).isWeekend
        }
        #expect(weekend == [false, false, false, false, false, true, true])
        #expect(try #require(CalendarDate(iso: "1969-12-27")).isWeekend)
        #expect(try !#require(CalendarDate(iso: "1969-12-29")).isWeekend)
    }

    private static func dates(_ texts: [String]) throws -> [CalendarDate] {
        try texts.map { try #require(CalendarDate(iso: $0)) }
    }

    private static func notice(
        _ publish: String, _ days: Int, _ unit: Notice.Unit
    ) throws -> Notice {
        Notice(
            publish: try #require(CalendarDate(iso: publish)), days: days, unit: unit,
            holidays: try dates(holidays), workdays: try dates(workdays), office: "样例办公室",
            telephone: "020-00000000", address: "样例路 1 号")
    }
}
