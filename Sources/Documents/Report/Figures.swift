import Subsidy

/// Figures as text: no locale, no rounding but where it is said.
package enum Figures {
    /// Pieces and waybills whole; grams as kilograms with three decimals, `12.500`.
    static func text(_ volume: UInt128, in unit: VolumeUnit) -> String {
        switch unit {
        case .pieces, .waybills: String(volume)
        case .weight: DecimalText.text(volume, decimals: 3)
        }
    }

    /// Rows, pieces and waybills whole; grams as kilograms with three decimals.
    static func text(_ total: UInt128, of subject: ControlSubject) -> String {
        switch subject {
        case .rows, .pieces, .volume: String(total)
        case .weight, .volumeWeight: DecimalText.text(total, decimals: 3)
        }
    }

    /// `part` of `whole` in percent with four decimals, half up, `12.3456%`; `whole` is not zero.
    static func share(_ part: UInt128, of whole: UInt128) -> String {
        DecimalText.text(halfUp(part, times: 1_000_000, over: whole), decimals: 4) + "%"
    }

    /// What `volume` is worth where `pool` pays for `counted`: yuan with two decimals, half up.
    static func yuan(_ volume: UInt128, pool: Fen, counted: UInt128) -> String {
        DecimalText.text(halfUp(volume, times: UInt128(pool.count), over: counted), decimals: 2)
    }

    /// `500000.00` as `500,000.00`, for pages.
    package static func grouped(_ figure: String) -> String {
        let parts = figure.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        var whole = ""
        for (index, digit) in parts[0].enumerated() {
            if index > 0, (parts[0].count - index).isMultiple(of: 3) { whole.append(",") }
            whole.append(digit)
        }
        return parts.count == 2 ? whole + "." + parts[1] : whole
    }

    private static func halfUp(
        _ value: UInt128, times factor: UInt128, over divisor: UInt128
    ) -> UInt128 {
        // Volumes stay under 10^23 and factors under 10^15: the product has room in 128 bits.
        let (quotient, remainder) = (value * factor).quotientAndRemainder(dividingBy: divisor)
        return remainder >= divisor - remainder ? quotient + 1 : quotient
    }
}

/// Whole numbers in ASCII digits.
enum Digits {
    static func append(_ value: some BinaryInteger, to bytes: inout [UInt8]) {
        precondition(value >= 0, "what is counted is not negative")
        let number = UInt64(value)
        var place: UInt64 = 1
        while number / place >= 10 { place *= 10 }
        while place > 0 {
            bytes.append(UInt8(truncatingIfNeeded: 0x30 + number / place % 10))
            place /= 10
        }
    }
}
