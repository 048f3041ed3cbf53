/// How much more or less one figure is than another, exactly, `+12.30` or `−0.05`.
enum SignedDifference {
    /// Nil where one of the texts is no decimal figure.
    static func text(from old: String, to new: String) -> String? {
        guard let left = Figure(old), let right = Figure(new) else { return nil }
        let decimals = max(left.decimals, right.decimals)
        let difference = right.scaled(to: decimals) - left.scaled(to: decimals)
        let digits = String(difference.magnitude)
        let sign = difference < 0 ? "−" : "+"
        guard decimals > 0 else { return sign + digits }
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
    }

    private struct Figure {
        let count: Int128
        let decimals: Int

        /// At most 30 digits, with a point between some of them or none.
        init?(_ text: String) {
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            let digits = parts.joined()
            guard (1...2).contains(parts.count), (1...30).contains(digits.count),
                parts.allSatisfy({ !$0.isEmpty }),
                digits.utf8.allSatisfy({ (0x30...0x39) ~= $0 }), let count = Int128(digits)
            else { return nil }
            self.count = count
            decimals = parts.count == 2 ? parts[1].count : 0
        }

        func scaled(to decimals: Int) -> Int128 {
            (self.decimals..<decimals).reduce(count) { value, _ in value * 10 }
        }
    }
}
