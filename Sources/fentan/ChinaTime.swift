import Foundation
import Subsidy

/// The clock, in China: the one place where the time of day is asked for.
enum ChinaTime {
    static func today() -> CalendarDate {
        let seconds = Int(Date().timeIntervalSince1970) + 8 * 3600
        return CalendarDate(dayNumber: Int32(seconds / 86_400))
    }
}
