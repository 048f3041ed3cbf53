import Foundation
import Subsidy

/// The clock, in China: the one place where the time of day is asked for.
enum ChinaTime {
    static func today() -> CalendarDate { day(of: seconds()) }

    /// ISO 8601, `2027-01-15T02:00:00+08:00`.
    static func now() -> String {
        let seconds = seconds()
        let clock = [3600, 60, 1].map { unit in
            let part = seconds % 86_400 / unit % (unit == 3600 ? 24 : 60)
            return (part < 10 ? "0" : "") + String(part)
        }
        return "\(day(of: seconds))T\(clock.joined(separator: ":"))+08:00"
    }

    private static func seconds() -> Int { Int(Date().timeIntervalSince1970) + 8 * 3600 }

    private static func day(of seconds: Int) -> CalendarDate {
        CalendarDate(dayNumber: Int32(seconds / 86_400))
    }
}
