import Subsidy

/// Makes the notice of its settings' texts: nothing in it is guessed, least of all a holiday.
struct NoticeReader {
    let document: SettingsDocument
    let payerAccount: String

    /// So many characters a line of the notice may have.
    private static let longest = 140

    func notice(_ text: SettingsText.NoticeText) throws(InputFault) -> Notice {
        let unit: Notice.Unit = try document.choice(text.unit, at: ["notice", "unit"])
        let notice = Notice(
            publish: try date(text.publish, at: ["publish"]), days: try days(text.days),
            unit: unit, holidays: try dates(text.holidays, key: "holidays"),
            workdays: try dates(text.workdays, key: "workdays"),
            office: try line(text.office, key: "office"),
            telephone: try line(text.telephone, key: "telephone"),
            address: try line(text.address, key: "address"))
        if unit == .working { try refuseGuesses(notice, isTabled: text.holidays != nil) }
        return notice
    }

    /// Working days need the table of holidays that was announced for their year.
    private func refuseGuesses(_ notice: Notice, isTabled: Bool) throws(InputFault) {
        if !isTabled { throw document.fault(.noHolidays, at: ["notice", "holidays"]) }
        let years = (notice.publish.civil.year, notice.lastDay.civil.year)
        let isOfAnother = notice.holidays.allSatisfy { holiday in
            holiday.civil.year != years.0 && holiday.civil.year != years.1
        }
        if !notice.holidays.isEmpty, isOfAnother {
            throw document.fault(
                .holidaysOfAnotherYear(years.0), at: ["notice", "holidays"])
        }
        let holidays = Set(notice.holidays)
        if let index = notice.workdays.firstIndex(where: holidays.contains) {
            throw document.fault(
                .holidayAndWorkday, at: ["notice", "workdays", String(index)],
                excerpt: notice.workdays[index].description)
        }
    }

    private func days(_ typed: String) throws(InputFault) -> Int {
        guard let days = Int(typed), (1...365).contains(days), String(days) == typed else {
            throw document.fault(
                .invalidValue(expected: .wholeNumber(from: 1, to: 365)), at: ["notice", "days"],
                excerpt: typed)
        }
        return days
    }

    private func dates(_ typed: [String]?, key: String) throws(InputFault) -> [CalendarDate] {
        var dates: [CalendarDate] = []
        for (index, text) in (typed ?? []).enumerated() {
            dates.append(try date(text, at: [key, String(index)]))
        }
        return dates
    }

    private func date(_ typed: String, at path: [String]) throws(InputFault) -> CalendarDate {
        guard let date = CalendarDate(iso: typed) else {
            throw document.fault(
                .invalidValue(expected: .date), at: ["notice"] + path, excerpt: typed)
        }
        return date
    }

    private func line(_ typed: String, key: String) throws(InputFault) -> String {
        let path = ["notice", key]
        let line = CanonicalText.unwrapped(typed)
        if line.isEmpty { throw document.fault(.missingValue, at: path) }
        guard line.unicodeScalars.count <= Self.longest,
            line.unicodeScalars.allSatisfy(HoldRule.isPrintable)
        else {
            throw document.fault(.invalidValue(expected: .line(limit: Self.longest)), at: path)
        }
        // A number may be typed in groups.
        if CanonicalText.name(line).filter({ $0 != "-" }).uppercased().contains(payerAccount) {
            throw document.fault(.noticeHoldsAccount, at: path)
        }
        return line
    }
}
