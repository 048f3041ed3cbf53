/// Waybill numbers to the base 40, eight characters at a time: a word's bytes are its characters,
/// the first one lowest.
@usableFromInline enum Base40 {
    @inlinable static var ones: UInt64 { 0x0101_0101_0101_0101 }
    @inlinable static var highs: UInt64 { 0x8080_8080_8080_8080 }

    /// The digits of the first `count` bytes, each in its byte; nil where one is not 0-9 or A-Z.
    @inlinable @inline(__always) static func digits(_ word: UInt64, count: Int) -> UInt64? {
        if count <= 0 { return 0 }
        // A byte's high bit is set where it is not less than the bound; ASCII has none set before.
        let isNumber = (word &+ ones &* (0x80 - 0x30)) & ~(word &+ ones &* (0x80 - 0x3A))
        let isLetter = (word &+ ones &* (0x80 - 0x41)) & ~(word &+ ones &* (0x80 - 0x5B))
        let used =
            count >= 8 ? highs : highs & ((1 &<< (UInt64(truncatingIfNeeded: count) &* 8)) &- 1)
        guard word & highs == 0, (isNumber | isLetter) & used == used else { return nil }
        // 0 is the digit 1 and A the digit 11; bytes that are not used become the digit 0.
        let letters = (isLetter & highs) >> 7
        let mask = (used >> 7) &* 0xFF
        return (word &- ones &* 0x2F & mask) &- letters &* 7
    }

    /// The number that the first `count` digits make, of one to eight.
    @inlinable @inline(__always) static func number(_ digits: UInt64, count: Int) -> UInt64 {
        // Digits 0 in front make eight of fewer; then pairs, fours and eights.
        let eight = digits &<< (UInt64(truncatingIfNeeded: 8 &- count) &* 8)
        let low: UInt64 = 0x00FF_00FF_00FF_00FF
        let pairs = (eight & low) &* 40 &+ (eight >> 8 & low)
        let lower: UInt64 = 0x0000_FFFF_0000_FFFF
        let fours = (pairs & lower) &* 1600 &+ (pairs >> 16 & lower)
        return (fours & 0xFFFF_FFFF) &* 2_560_000 &+ (fours >> 32)
    }

    /// The number that up to twelve digits make, of which `first` has eight.
    @inlinable @inline(__always) static func number(_ first: UInt64, _ second: UInt64, count: Int)
        -> UInt64
    {
        if count <= 8 { return number(first, count: count) }
        let power: UInt64 =
            switch count {
            case 9: 40
            case 10: 1600
            case 11: 64_000
            default: 2_560_000
            }
        return number(first, count: 8) &* power &+ number(second, count: count &- 8)
    }
}
