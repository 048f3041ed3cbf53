/// A day of the calendar, counted forward one by one.
struct NoticeDay: Equatable {
    private(set) var year: Int
    private(set) var month: Int
    private(set) var day: Int

    /// `2027-02-01`.
    init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2], let year = Int(parts[0]),
            let month = Int(parts[1]), let day = Int(parts[2]), year > 0,
            (1...12).contains(month)
        else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
        guard (1...length).contains(day) else { return nil }
    }

    var text: String {
        let years = String(repeating: "0", count: max(0, 4 - String(year).count)) + String(year)
        return "\(years)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    /// As people read it.
    var chinese: String { "\(year)年\(month)月\(day)日" }

    /// Zeller's congruence: 0 is Saturday, 1 Sunday.
    var isWeekend: Bool {
        let (zellerMonth, zellerYear) = month < 3 ? (month + 12, year - 1) : (month, year)
        let weekday =
            day + 13 * (zellerMonth + 1) / 5 + zellerYear + zellerYear / 4 - zellerYear / 100
            + zellerYear / 400
        return weekday % 7 < 2
    }

    private var length: Int {
        let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    mutating func advance() {
        day += 1
        if day > length { (day, month) = (1, month + 1) }
        if month > 12 { (month, year) = (1, year + 1) }
    }

    /// The day on which the last of the notice's days is over; nil where the settings are no notice.
    static func last(of settings: NoticeSettings) -> NoticeDay? {
        guard var day = NoticeDay(settings.publish), (1...1000).contains(settings.days) else {
            return nil
        }
        var counted = 0
        for _ in 0..<10_000 {
            if counts(day, settings) { counted += 1 }
            if counted == settings.days { return day }
            day.advance()
        }
        return nil
    }

    private static func counts(_ day: NoticeDay, _ settings: NoticeSettings) -> Bool {
        switch settings.unit {
        case .calendar: true
        case .working:
            settings.workdays.contains(day.text)
                || !(day.isWeekend || settings.holidays.contains(day.text))
        }
    }
}
