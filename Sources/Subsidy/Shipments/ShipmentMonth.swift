/// The rule for months: 2026-03, 2026/3, 2026.3, 202603 and 2026年3月.
///
/// A day is no month: a row of one day would stand for the whole month.
package enum ShipmentMonth {
    /// The month that a cell names; nil where it names none.
    package static func reading(_ text: String) -> Month? {
        var rest = Array(CanonicalText.value(text).utf8)[...]
        guard let year = number(4...4, &rest), year > 0 else { return nil }
        if take("年", &rest) {
            guard let month = month(1...2, &rest), take("月", &rest) else { return nil }
            _ = take("份", &rest)
            return rest.isEmpty ? Month(year: year, month: month) : nil
        }
        let isMarked = ["-", "/", "."].contains { take($0, &rest) }
        guard let month = month(isMarked ? 1...2 : 2...2, &rest), rest.isEmpty else { return nil }
        return Month(year: year, month: month)
    }

    private static func month(_ digits: ClosedRange<Int>, _ rest: inout ArraySlice<UInt8>) -> Int? {
        guard let month = number(digits, &rest), (1...12).contains(month) else { return nil }
        return month
    }

    /// The digits in front, as many of them as there may be; nil where there are fewer.
    private static func number(
        _ digits: ClosedRange<Int>, _ rest: inout ArraySlice<UInt8>
    ) -> Int? {
        let found = rest.prefix(digits.upperBound).prefix { (0x30...0x39) ~= $0 }
        guard digits.contains(found.count) else { return nil }
        rest = rest.dropFirst(found.count)
        return found.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private static func take(_ mark: String, _ rest: inout ArraySlice<UInt8>) -> Bool {
        guard rest.starts(with: mark.utf8) else { return false }
        rest = rest.dropFirst(mark.utf8.count)
        return true
    }
}
