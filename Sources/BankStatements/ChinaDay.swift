import Subsidy

/// The day in China of a moment in ISO 8601: `2027-03-15T23:30:00Z` is 2027-03-16 there.
enum ChinaDay {
    /// Nil where `text` is no ISODateTime of ISO 20022 (xs:dateTime), or its day is none of the years
    /// 1 to 9999; without an offset the time is China's.
    static func day(of text: String) -> CalendarDate? {
        let parts = text.split(separator: "T", omittingEmptySubsequences: false)
        guard parts.count == 2, let date = CalendarDate(iso: String(parts[0])) else { return nil }
        var time = Array(parts[1].utf8)
        guard let offset = takeOffset(from: &time), let minutes = minutes(of: time) else {
            return nil
        }
        // Both lie within two days of midnight, so that the sum is above zero.
        let sinceDayBefore = minutes - offset + china + 2 * minutesADay
        let day = CalendarDate(
            dayNumber: date.dayNumber + Int32(sinceDayBefore / minutesADay) - 2)
        return (1...9999).contains(day.civil.year) ? day : nil
    }

    private static let minutesADay = 24 * 60
    private static let china = 8 * 60

    /// Takes `Z` or `+08:00` off the end of `time`: minutes east of Greenwich, China's without one.
    private static func takeOffset(from time: inout [UInt8]) -> Int? {
        if time.last == UInt8(ascii: "Z") {
            time.removeLast()
            return 0
        }
        guard time.count > 6, let sign = signs[time[time.count - 6]] else { return china }
        guard let minutes = clock(time.suffix(5)), minutes <= 14 * 60 else { return nil }
        time.removeLast(6)
        return sign * minutes
    }

    private static let signs: [UInt8: Int] = [UInt8(ascii: "+"): 1, UInt8(ascii: "-"): -1]

    /// `HH:MM:SS`, with a fraction or without; `24:00:00` ends the day.
    private static func minutes(of time: [UInt8]) -> Int? {
        guard time.count >= 8, let minutes = clock(time.prefix(5)),
            time[5] == UInt8(ascii: ":"), let seconds = number(time[6..<8]), seconds < 60
        else { return nil }
        let fraction = time.dropFirst(8)
        if let point = fraction.first {
            guard point == UInt8(ascii: "."), fraction.count > 1,
                fraction.dropFirst().allSatisfy({ (0x30...0x39) ~= $0 })
            else { return nil }
        }
        let isPastMidnight = seconds > 0 || fraction.contains { (0x31...0x39) ~= $0 }
        return minutes == minutesADay && isPastMidnight ? nil : minutes
    }

    /// `HH:MM` as minutes, up to `24:00`.
    private static func clock(_ text: ArraySlice<UInt8>) -> Int? {
        let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count == 2, let hours = number(parts[0]), let minutes = number(parts[1]),
            minutes < 60, hours * 60 + minutes <= minutesADay
        else { return nil }
        return hours * 60 + minutes
    }

    /// Two digits.
    private static func number(_ text: ArraySlice<UInt8>) -> Int? {
        guard text.count == 2, text.allSatisfy({ (0x30...0x39) ~= $0 }) else { return nil }
        return text.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
