/// The commonest forms of cells, read from words of eight bytes (the first byte lowest, zeros behind
/// the last).
///
/// Each says what the full rule says of the same bytes, or nothing: then the full rule decides.
public enum PlainForms {
    /// A waybill of 0-9 and A-Z that Excel cannot have damaged.
    @inlinable @inline(__always) public static func waybill(
        _ first: UInt64, _ second: UInt64, _ third: UInt64, count: Int
    ) -> WaybillKey? {
        guard count >= 1, count <= WaybillKey.maximumPackedLength else { return nil }
        // 1E12 is a number of Excel's.
        if first >> 8 & 0xFF == 0x45 || endsInZeros(first, second, third, count: count) {
            return nil
        }
        guard let first = Base40.digits(first, count: count),
            let second = Base40.digits(second, count: count - 8),
            let third = Base40.digits(third, count: count - 16)
        else { return nil }
        return WaybillKey(digits: first, second, third, count: count)
    }

    /// Whether the last three of twelve and more characters are `000`; more than that is suspicious.
    @inlinable @inline(__always) static func endsInZeros(
        _ first: UInt64, _ second: UInt64, _ third: UInt64, count: Int
    ) -> Bool {
        guard count >= 12 else { return false }
        let (before, last) = count < 16 ? (first, second) : (second, third)
        let shift = UInt64(truncatingIfNeeded: count & 7) &* 8
        let eight =
            count == 24 ? last : before &>> shift | (shift == 0 ? 0 : last &<< (64 &- shift))
        return eight >> 40 == 0x30_3030
    }

    /// `2026-03-15`, a day of the calendar.
    package static func date(
        _ first: UInt64, _ second: UInt64, count: Int
    ) -> CalendarDate? {
        guard count == 10, first >> 56 == 0x2D, first >> 32 & 0xFF == 0x2D else { return nil }
        // The year's digits, then those of month and day, each as a number up to 9 in its byte.
        let marks: UInt64 = 0x30_30_30_30
        let year = (first & 0xFFFF_FFFF) &- marks
        let rest = (first >> 40 & 0xFFFF | second << 16) &- marks
        let isDigits = ((year | rest) | (year &+ 0x7676_7676) | (rest &+ 0x7676_7676))
        guard year <= 0xFFFF_FFFF, rest <= 0xFFFF_FFFF, isDigits & 0x8080_8080 == 0 else {
            return nil
        }
        let years = year & 0x000F_000F &* 10 &+ (year >> 8 & 0x000F_000F)
        let pair = rest & 0x000F_000F &* 10 &+ (rest >> 8 & 0x000F_000F)
        return CalendarDate(
            year: Int(years & 0xFF) * 100 + Int(years >> 16 & 0xFF), month: Int(pair & 0xFF),
            day: Int(pair >> 16 & 0xFF))
    }

    /// One to eight digits that are more than zero.
    @inlinable @inline(__always) public static func number(_ first: UInt64, count: Int) -> UInt64? {
        guard count >= 1, count <= 8 else { return nil }
        // Zeros in front make eight digits of fewer.
        let shift = UInt64(truncatingIfNeeded: 8 &- count) &* 8
        let zeros: UInt64 = 0x3030_3030_3030_3030
        var value = (first &- zeros) &<< shift
        // A byte below 0 borrows and one above 9 carries into its high bit.
        guard (first | value | (value &+ 0x7676_7676_7676_7676)) & 0x8080_8080_8080_8080 == 0
        else { return nil }
        value = (value &* 10 &+ (value >> 8)) & 0x00FF_00FF_00FF_00FF
        value = (value &* 100 &+ (value >> 16)) & 0x0000_FFFF_0000_FFFF
        value = (value &* 10_000 &+ (value >> 32)) & 0xFFFF_FFFF
        return value == 0 ? nil : value
    }
}
