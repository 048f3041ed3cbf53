/// How the awards are made public for objections (公示): from when, for how long, and who takes them.
package struct Notice: Hashable, Sendable {
    /// What its days are counted in.
    package enum Unit: String, Sendable, CaseIterable {
        /// Every day counts.
        case calendar
        /// Working days (工作日): Monday to Friday without holidays, and the days made up for them.
        case working
    }

    /// The day of publication; it is the first of the period if it counts.
    package var publish: CalendarDate
    /// How many days there are for objections, from 1.
    package var days: Int
    package var unit: Unit
    /// Days on which nobody works, as they were announced.
    package var holidays: [CalendarDate]
    /// Saturdays and Sundays that are worked in place of others.
    package var workdays: [CalendarDate]
    /// Who takes objections.
    package var office: String
    package var telephone: String
    package var address: String

    package init(
        publish: CalendarDate, days: Int, unit: Unit, holidays: [CalendarDate],
        workdays: [CalendarDate], office: String, telephone: String, address: String
    ) {
        precondition(days > 0, "a notice stands for a day at least")
        self.publish = publish
        self.days = days
        self.unit = unit
        self.holidays = holidays
        self.workdays = workdays
        self.office = office
        self.telephone = telephone
        self.address = address
    }

    /// The last day on which objections are taken.
    package var lastDay: CalendarDate {
        guard unit == .working else {
            return CalendarDate(dayNumber: publish.dayNumber + Int32(days - 1))
        }
        let (free, made) = (Set(holidays), Set(workdays))
        var day = publish
        var left = days
        while true {
            if made.contains(day) || (!free.contains(day) && !day.isWeekend) { left -= 1 }
            if left == 0 { return day }
            day = CalendarDate(dayNumber: day.dayNumber + 1)
        }
    }
}

extension CalendarDate {
    /// Saturday or Sunday.
    package var isWeekend: Bool {
        // 1970-01-01 was a Thursday; the Monday before it is -3.
        let weekday = (Int(dayNumber) + 3) % 7
        return (weekday < 0 ? weekday + 7 : weekday) >= 5
    }
}
