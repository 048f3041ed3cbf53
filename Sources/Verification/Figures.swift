/// What a year's volume is counted in, and how its figures are written.
enum VolumeUnit: String, Decodable {
    case pieces, waybills, weight
}

/// Exact figures from text and back: fen, pieces, waybills or grams as whole numbers.
///
/// Every form is strict; a sign, a blank or a separator makes a text no figure.
enum Figures {
    /// Longer figures than this many digits are none; sums and products stay far within `UInt128`.
    private static let maximumDigits = 24

    /// `1234`: digits without a leading zero.
    static func whole(_ text: String) -> UInt128? { whole(text.utf8[...]) }

    static func whole(_ text: Substring.UTF8View) -> UInt128? {
        guard let first = text.first, text.count == 1 || first != UInt8(ascii: "0") else {
            return nil
        }
        return number(text)
    }

    /// Fen of `1234.50`: two decimals, always.
    static func fen(_ yuan: String) -> UInt128? { scaled(yuan, decimals: 2...2) }

    /// Fen of a pool as it may be typed: `1234`, `1234.5` or `1234.50`.
    static func typedFen(_ yuan: String) -> UInt128? { scaled(yuan, decimals: 0...2) }

    /// Pieces, waybills or grams of a volume in report.json and awards.csv.
    static func volume(_ text: String, in unit: VolumeUnit) -> UInt128? {
        switch unit {
        case .pieces, .waybills: whole(text)
        case .weight: scaled(text, decimals: 3...3)
        }
    }

    /// `1234.50` for 123450 fen.
    static func yuan(fen: UInt128) -> String { decimal(fen, decimals: 2) }

    static func volumeText(_ volume: UInt128, in unit: VolumeUnit) -> String {
        switch unit {
        case .pieces, .waybills: String(volume)
        case .weight: decimal(volume, decimals: 3)
        }
    }

    /// `12.3456%` of `part` in `whole`, half up; nil where there is no whole.
    static func percentage(_ part: UInt128, of whole: UInt128) -> String? {
        roundedHalfUp(part, times: 1_000_000, over: whole).map { decimal($0, decimals: 4) + "%" }
    }

    /// `value` x `factor` / `divisor` to the nearest whole number; nil where it has none or is too large.
    static func roundedHalfUp(
        _ value: UInt128, times factor: UInt128, over divisor: UInt128
    ) -> UInt128? {
        guard divisor > 0, let dividend = product(value, factor) else { return nil }
        let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
        return remainder >= divisor - remainder ? quotient + 1 : quotient
    }

    static func product(_ left: UInt128, _ right: UInt128) -> UInt128? {
        let (value, overflow) = left.multipliedReportingOverflow(by: right)
        return overflow ? nil : value
    }

    private static func number(_ digits: Substring.UTF8View) -> UInt128? {
        guard !digits.isEmpty, digits.count <= maximumDigits else { return nil }
        var value: UInt128 = 0
        for byte in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + UInt128(byte - UInt8(ascii: "0"))
        }
        return value
    }

    private static func scaled(_ text: String, decimals: ClosedRange<Int>) -> UInt128? {
        let point = text.utf8.firstIndex(of: UInt8(ascii: "."))
        let fraction = point.map { text.utf8[text.utf8.index(after: $0)...] }
        let length = fraction?.count ?? 0
        guard decimals.contains(length), (fraction == nil) == (length == 0),
            let integer = whole(text.utf8[..<(point ?? text.utf8.endIndex)])
        else { return nil }
        var value = integer
        for byte in fraction ?? "".utf8[...] {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + UInt128(byte - UInt8(ascii: "0"))
        }
        for _ in length..<decimals.upperBound { value *= 10 }
        return value
    }

    private static func decimal(_ value: UInt128, decimals: Int) -> String {
        let digits = String(value)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        return padded.dropLast(decimals) + "." + padded.suffix(decimals)
    }
}
