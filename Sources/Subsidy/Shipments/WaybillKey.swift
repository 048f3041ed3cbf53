/// A canonical waybill number in 128 bits: packed without loss, or the place of a long one.
///
/// Up to 24 characters of 0-9, A-Z, `-`, `_` and `/` pack into two words of 12 digits to the base
/// 40 (40^12 < 2^64). Other numbers stand whole in a table, and `low` is their index there.
/// Equal keys of one run are equal numbers, and the other way round.
public struct WaybillKey: Hashable, Sendable, BitwiseCopyable {
    public let high: UInt64
    public let low: UInt64

    package static let none = WaybillKey(high: 0, low: 0)
    @inlinable public static var maximumPackedLength: Int { 24 }
    private static let unpacked = UInt64.max

    @usableFromInline init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// The key of a number that cannot be packed, by its index in the run's table.
    package init(longNumber index: Int) {
        self.init(high: Self.unpacked, low: UInt64(index))
    }

    /// Packs canonical bytes; nil where they are too many or not of the alphabet.
    package init?(packing bytes: Span<UInt8>) {
        guard (1...Self.maximumPackedLength).contains(bytes.count) else { return nil }
        var high: UInt64 = 0
        var low: UInt64 = 0
        for index in bytes.indices {
            guard let digit = Self.digit(bytes[index]) else { return nil }
            if index < 12 { high = high * 40 + digit } else { low = low * 40 + digit }
        }
        self.init(high: high, low: low)
    }

    /// The key of up to 24 characters by their digits, eight in each word, the first one lowest.
    @inlinable init(digits first: UInt64, _ second: UInt64, _ third: UInt64, count: Int) {
        high = Base40.number(first, second, count: min(count, 12))
        low =
            count <= 12
            ? 0
            : Base40.number(
                second >> 32 | third << 32, third >> 32, count: count - 12)
    }

    package var longNumber: Int? { high == Self.unpacked ? Int(low) : nil }

    /// The canonical bytes of a packed number; empty for `none` and for a long one.
    package var characters: [UInt8] {
        longNumber == nil ? Self.characters(high) + Self.characters(low) : []
    }

    /// Mixes all bits, so that the low ones choose partitions and places in tables.
    @inlinable public var mixed: UInt64 {
        let product = (high ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(
            by: low &+ 0xD1B5_4A32_D192_ED03)
        var mixed = product.high ^ product.low ^ (high &* 0xFF51_AFD7_ED55_8CCD)
        mixed ^= mixed >> 32
        mixed &*= 0x9FB2_1C65_1E98_DF25
        return mixed ^ (mixed >> 29)
    }

    private static let digits = Array("\u{0}0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_/".utf8)

    private static func digit(_ byte: UInt8) -> UInt64? {
        switch byte {
        case 0x30...0x39: UInt64(byte) - 0x30 + 1
        case 0x41...0x5A: UInt64(byte) - 0x41 + 11
        case UInt8(ascii: "-"): 37
        case UInt8(ascii: "_"): 38
        case UInt8(ascii: "/"): 39
        default: nil
        }
    }

    private static func characters(_ word: UInt64) -> [UInt8] {
        var rest = word
        var reversed: [UInt8] = []
        while rest > 0 {
            reversed.append(digits[Int(rest % 40)])
            rest /= 40
        }
        return reversed.reversed()
    }
}
