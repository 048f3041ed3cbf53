/// A day of the Gregorian calendar, as days since 1970-01-01; no time, no zone.
package struct CalendarDate: Hashable, Comparable, Sendable {
    package let dayNumber: Int32

    package init(dayNumber: Int32) { self.dayNumber = dayNumber }

    /// The day of a year from 1 to 9999; nil where the calendar has none.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            day >= 1, day <= Self.length(ofMonth: month, in: year)
        else { return nil }
        // Howard Hinnant, chrono-compatible low-level date algorithms: days_from_civil.
        let shifted = month > 2 ? year : year - 1
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        dayNumber = Int32(era * 146_097 + dayOfEra - 719_468)
    }

    /// ISO 8601, `2026-03-15`, and nothing else.
    package init?(iso text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
            parts[2].utf8.count == 2, text.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39) ~= $0 }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    package var month: Month {
        let (year, month, _) = civil
        return Month(year: year, month: month)
    }

    /// Year, month and day (days_from_civil, inverted).
    package var civil: (year: Int, month: Int, day: Int) {
        let days = Int(dayNumber) + 719_468
        let era = days / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    package static func < (left: Self, right: Self) -> Bool { left.dayNumber < right.dayNumber }

    private static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension CalendarDate: CustomStringConvertible {
    /// ISO 8601, `2026-03-15`.
    package var description: String {
        let (year, month, day) = civil
        return Month(year: year, month: month).description + (day < 10 ? "-0" : "-") + String(day)
    }
}

/// A month, counted from the year 0.
package struct Month: Hashable, Comparable, Sendable, Strideable {
    package let number: Int

    package init(number: Int) { self.number = number }

    package init(year: Int, month: Int) { number = year * 12 + month - 1 }

    package static func < (left: Self, right: Self) -> Bool { left.number < right.number }

    package func distance(to other: Month) -> Int { other.number - number }

    package func advanced(by count: Int) -> Month { Month(number: number + count) }
}

extension Month {
    package var firstDay: CalendarDate {
        guard let day = CalendarDate(year: number / 12, month: number % 12 + 1, day: 1) else {
            preconditionFailure("every month has a first day")
        }
        return day
    }
}

extension Month: CustomStringConvertible {
    /// `2026-03`.
    package var description: String {
        let year = String(number / 12)
        let month = number % 12 + 1
        return String(repeating: "0", count: max(0, 4 - year.count)) + year
            + (month < 10 ? "-0" : "-") + String(month)
    }
}
