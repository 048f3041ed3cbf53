/// A share such as `1%` or `0.25%`, exact.
package struct Percentage: Hashable, Sendable {
    /// Millionths of one percent.
    package let millionths: UInt64

    /// Digits with up to six decimals and a `%`, from 0% to 100%; nil otherwise.
    package init?(_ text: String) {
        guard text.last == "%",
            let millionths = DecimalText.scaled(String(text.dropLast()), decimals: 6),
            millionths <= 100_000_000
        else { return nil }
        self.millionths = millionths
    }

    /// Whether `part` is more than this share of `whole`; by cross-multiplication, never by division.
    package func isExceeded(by part: UInt128, of whole: UInt128) -> Bool {
        part * 100_000_000 > whole * UInt128(millionths)
    }
}

extension Percentage: CustomStringConvertible {
    package var description: String {
        DecimalText.text(UInt128(millionths), decimals: 6, trimmed: true) + "%"
    }
}
