/// A date cell, read.
package enum DateReading: Sendable, Equatable {
    case missing
    case unreadable
    case day(CalendarDate)
}

/// The rule for dates: 2026-01-05, 2026/1/5, 2026.1.5, 20260105 and 2026年1月5日, each also with a
/// time of day in China.
///
/// What can be read two ways (1/5/26) or is Excel's serial number is refused.
package enum ShipmentDate {
    package static func reading(_ cell: Span<UInt8>) -> DateReading {
        if let date = DateScanner.date(of: cell) { return .day(date) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(cell.count)
        for index in cell.indices { bytes.append(cell[index]) }
        let text = Array(CanonicalText.value(String(decoding: bytes, as: UTF8.self)).utf8)
        if text.isEmpty { return .missing }
        return DateScanner.date(of: text.span).map(DateReading.day) ?? .unreadable
    }

    /// Whether a cell looks like the number of days by which Excel stores a date.
    package static func isSerialNumber(_ text: String) -> Bool {
        let whole = text.split(separator: ".", maxSplits: 1).first ?? ""
        return whole.utf8.count == 5 && Int(whole).map { (20_000...80_000).contains($0) } == true
    }
}

/// Reads digits and marks from the front of a cell; nothing is skipped unasked.
private struct DateScanner {
    private var position = 0
    /// Whether the date's form says where its day ends.
    private var endsByItself = true

    /// The date of the cell if it is one from its first to its last byte.
    static func date(of cell: Span<UInt8>) -> CalendarDate? {
        var scanner = DateScanner()
        guard let date = scanner.date(cell) else { return nil }
        return scanner.position == cell.count || scanner.endsWithTime(cell) ? date : nil
    }

    private mutating func date(_ cell: Span<UInt8>) -> CalendarDate? {
        guard let year = number(cell, upTo: 8) else { return nil }
        if year.digits == 8 {
            return CalendarDate(
                year: year.value / 10_000, month: year.value / 100 % 100, day: year.value % 100)
        }
        guard year.digits == 4, position < cell.count else { return nil }
        let mark = cell[position]
        switch mark {
        case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."):
            position += 1
            endsByItself = false
            guard let month = number(cell, upTo: 2), take(mark, cell),
                let day = number(cell, upTo: 2)
            else { return nil }
            return CalendarDate(year: year.value, month: month.value, day: day.value)
        default:
            guard take("年", cell), let month = number(cell, upTo: 2), take("月", cell),
                let day = number(cell, upTo: 2), take("日", cell)
            else { return nil }
            return CalendarDate(year: year.value, month: month.value, day: day.value)
        }
    }

    /// Blanks or a T, then H:MM, H:MM:SS, H:MM:SS.fff or HHMMSS, and +08:00 at most.
    private mutating func endsWithTime(_ cell: Span<UInt8>) -> Bool {
        let day = position
        if !take(UInt8(ascii: "T"), cell) { while take(0x20, cell) || take(0x09, cell) {} }
        // 2026/1/123:45 could be the 1st or the 12th: only 日 or eight digits end without a mark.
        if position == day, !endsByItself { return false }
        guard let hour = number(cell, upTo: 6) else { return false }
        if hour.digits == 6 {
            let value = hour.value
            return position == cell.count && value / 10_000 < 24 && value / 100 % 100 < 60
                && value % 100 < 60
        }
        guard hour.digits <= 2, hour.value < 24, take(Self.colon, cell), isSixty(cell) else {
            return false
        }
        if take(Self.colon, cell) {
            guard isSixty(cell) else { return false }
            if take(UInt8(ascii: "."), cell), number(cell, upTo: 9) == nil { return false }
        }
        return position == cell.count || (take("+08:00", cell) && position == cell.count)
    }

    private static let colon = UInt8(ascii: ":")

    private mutating func isSixty(_ cell: Span<UInt8>) -> Bool {
        guard let number = number(cell, upTo: 2) else { return false }
        return number.digits == 2 && number.value < 60
    }

    /// The digits at hand, `limit` of them at most; nil where there is none.
    private mutating func number(
        _ cell: Span<UInt8>, upTo limit: Int
    ) -> (value: Int, digits: Int)? {
        var value = 0
        let start = position
        while position < cell.count, position - start < limit {
            let digit = cell[position] &- 0x30
            if digit > 9 { break }
            value = value * 10 + Int(digit)
            position += 1
        }
        return position > start ? (value, position - start) : nil
    }

    private mutating func take(_ byte: UInt8, _ cell: Span<UInt8>) -> Bool {
        guard position < cell.count, cell[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func take(_ text: String, _ cell: Span<UInt8>) -> Bool {
        var end = position
        for byte in text.utf8 {
            guard end < cell.count, cell[end] == byte else { return false }
            end += 1
        }
        position = end
        return true
    }
}
