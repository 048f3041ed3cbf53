/// Decimal numbers as people type them, read strictly: `Decimal(string:)` would take a prefix.
package enum DecimalText {
    /// ASCII digits with at most `decimals` behind a point, times 10 to the `decimals`; else nil.
    package static func scaled(_ text: String, decimals: Int) -> UInt64? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), !parts.contains(where: \.isEmpty) else { return nil }
        let fraction = parts.count == 2 ? parts[1] : ""
        guard fraction.utf8.count <= decimals else { return nil }
        var value: UInt64 = 0
        let padding = repeatElement(UInt8(ascii: "0"), count: decimals - fraction.utf8.count)
        for digits in [Array(parts[0].utf8), Array(fraction.utf8), Array(padding)] {
            for digit in digits {
                guard (0x30...0x39) ~= digit else { return nil }
                let (product, overflow) = value.multipliedReportingOverflow(by: 10)
                let (sum, carry) = product.addingReportingOverflow(UInt64(digit - 0x30))
                guard !overflow, !carry else { return nil }
                value = sum
            }
        }
        return value
    }

    /// `value` with its last `decimals` digits behind a point; `trimmed` drops zeros at the end.
    package static func text(_ value: UInt128, decimals: Int, trimmed: Bool = false) -> String {
        var digits = Array(String(value).utf8)
        if digits.count <= decimals {
            digits.insert(
                contentsOf: repeatElement(0x30, count: decimals + 1 - digits.count), at: 0)
        }
        guard decimals > 0 else { return String(decoding: digits, as: UTF8.self) }
        var fraction = digits.suffix(decimals)
        if trimmed { while fraction.last == 0x30 { fraction.removeLast() } }
        let whole = String(decoding: digits.dropLast(decimals), as: UTF8.self)
        return fraction.isEmpty ? whole : whole + "." + String(decoding: fraction, as: UTF8.self)
    }
}
