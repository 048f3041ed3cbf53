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
        if let date = plainDate(cell) { return .day(date) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(cell.count)
        for index in cell.indices { bytes.append(cell[index]) }
        let text = CanonicalText.value(String(decoding: bytes, as: UTF8.self))
        if text.isEmpty { return .missing }
        var scanner = DateScanner(text)
        return scanner.wholeDate().map(DateReading.day) ?? .unreadable
    }

    /// Whether a cell looks like the number of days by which Excel stores a date.
    package static func isSerialNumber(_ text: String) -> Bool {
        let whole = text.split(separator: ".", maxSplits: 1).first ?? ""
        return whole.utf8.count == 5 && Int(whole).map { (20_000...80_000).contains($0) } == true
    }

    /// The commonest form, `2026-01-05` with `-`, `/` or `.`, without making a String.
    private static func plainDate(_ cell: Span<UInt8>) -> CalendarDate? {
        guard cell.count == 10, let first = digits(cell, 0..<2), let second = digits(cell, 2..<4),
            let month = digits(cell, 5..<7), let day = digits(cell, 8..<10),
            cell[4] == cell[7], DateScanner.marks.contains(cell[4])
        else { return nil }
        return CalendarDate(year: first * 100 + second, month: month, day: day)
    }

    private static func digits(_ cell: Span<UInt8>, _ pair: Range<Int>) -> Int? {
        let tens = cell[pair.lowerBound] &- 0x30
        let ones = cell[pair.lowerBound + 1] &- 0x30
        return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : nil
    }
}

/// Reads digits and marks from the front of a cell; nothing is skipped unasked.
private struct DateScanner {
    static let marks: ClosedRange<UInt8> = 0x2D...0x2F  // - . /

    private let cell: [UInt8]
    private var position = 0

    init(_ text: String) { cell = Array(text.utf8) }

    /// The date of the cell if it is one from its first to its last byte.
    mutating func wholeDate() -> CalendarDate? {
        guard let date = date() else { return nil }
        return position == cell.count || endsWithTime() ? date : nil
    }

    private mutating func date() -> CalendarDate? {
        guard let year = number(upTo: 8) else { return nil }
        if year.digits == 8 {
            return CalendarDate(
                year: year.value / 10_000, month: year.value / 100 % 100, day: year.value % 100)
        }
        guard year.digits == 4, position < cell.count else { return nil }
        let mark = cell[position]
        let isChinese = take("年")
        guard isChinese || (Self.marks.contains(mark) && take(mark)), let month = number(upTo: 2),
            isChinese ? take("月") : take(mark), let day = number(upTo: 2),
            !isChinese || take("日")
        else { return nil }
        return CalendarDate(year: year.value, month: month.value, day: day.value)
    }

    /// Blanks or a T, then H:MM, H:MM:SS, H:MM:SS.fff or HHMMSS, and +08:00 at most.
    private mutating func endsWithTime() -> Bool {
        if !take("T") { while take(" ") || take("\t") {} }
        guard let hour = number(upTo: 6) else { return false }
        if hour.digits == 6 {
            let value = hour.value
            return position == cell.count && value / 10_000 < 24 && value / 100 % 100 < 60
                && value % 100 < 60
        }
        guard hour.digits <= 2, hour.value < 24, take(":"), isSixty() else { return false }
        if take(":") {
            guard isSixty() else { return false }
            if take("."), number(upTo: 9) == nil { return false }
        }
        _ = take("+08:00")
        return position == cell.count
    }

    private mutating func isSixty() -> Bool {
        guard let number = number(upTo: 2) else { return false }
        return number.digits == 2 && number.value < 60
    }

    /// The digits at hand, `limit` of them at most; nil where there is none.
    private mutating func number(upTo limit: Int) -> (value: Int, digits: Int)? {
        var value = 0
        let start = position
        while position < cell.count, position - start < limit, (0x30...0x39) ~= cell[position] {
            value = value * 10 + Int(cell[position] - 0x30)
            position += 1
        }
        return position > start ? (value, position - start) : nil
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < cell.count, cell[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func take(_ text: String) -> Bool {
        guard cell[position...].starts(with: text.utf8) else { return false }
        position += text.utf8.count
        return true
    }
}
