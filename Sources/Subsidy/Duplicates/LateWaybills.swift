/// The waybills that a year counted close to its end, by which the next year knows them again.
///
/// One parcel may be dated 12-31 in one export and 01-01 in another.
package struct LateWaybills: Hashable, Sendable {
    /// So many days may lie between a date and the end or the beginning of the period.
    package static let reach: Int32 = 31

    /// Those that pack, in ascending order, each once.
    package let keys: [WaybillKey]
    /// The others, whole, in byte order, each once.
    package let longNumbers: [[UInt8]]

    package static let none = LateWaybills(keys: [], longNumbers: [])

    /// Both are in order.
    package init(keys: [WaybillKey], longNumbers: [[UInt8]]) {
        self.keys = keys
        self.longNumbers = longNumbers
    }

    /// `longNumbers` has the text of those that do not pack, by index.
    package init(_ waybills: consuming [WaybillKey], longNumbers: [[UInt8]]) {
        self.longNumbers = waybills.compactMap { $0.longNumber.map { longNumbers[$0] } }
            .sorted { $0.lexicographicallyPrecedes($1) }
        // There may be millions: in their own room.
        if !self.longNumbers.isEmpty { waybills.removeAll { $0.longNumber != nil } }
        waybills.sort()
        keys = waybills
    }

    package var count: Int { keys.count + longNumbers.count }

    /// The first day by which a waybill of `period` is kept.
    package static func first(of period: Period) -> CalendarDate {
        CalendarDate(dayNumber: period.to.dayNumber - reach)
    }

    /// The last day by which a waybill of `period` may be one of the year before; what bears a later
    /// date is another parcel, as carriers use a number again.
    package static func last(of period: Period) -> CalendarDate {
        CalendarDate(dayNumber: period.from.dayNumber + reach)
    }
}

extension WaybillKey: Comparable {
    public static func < (left: WaybillKey, right: WaybillKey) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }
}

extension WaybillKey {
    /// A packed number by its two words; nil where no number packs into them.
    package init?(high: UInt64, packedLow low: UInt64) {
        guard let first = Self.digits(high), let second = Self.digits(low), first > 0,
            second == 0 || first == 12
        else { return nil }
        self.init(high: high, low: low)
    }

    /// How many digits to the base 40 a word has; nil where they are more than 12 or one is zero.
    private static func digits(_ word: UInt64) -> Int? {
        var (rest, count) = (word, 0)
        while rest > 0 {
            if rest % 40 == 0 { return nil }
            rest /= 40
            count += 1
        }
        return count > 12 ? nil : count
    }
}
