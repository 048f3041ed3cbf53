package import struct Foundation.Decimal

/// An amount of money in whole fen (0.01 yuan), never negative.
package struct Fen: Hashable, Comparable, Sendable {
    package let count: Int64

    /// The largest amount that can be written in words 大写: under 10^13 yuan.
    package static let maximum = Fen(999_999_999_999_999)
    package static let zero = Fen(0)

    package init(_ count: Int64) {
        precondition(count >= 0, "no amount is negative")
        self.count = count
    }

    /// Yuan as digits with at most two decimals, `500000.00`; nil otherwise or above `maximum`.
    package init?(yuan text: String) {
        guard let scaled = DecimalText.scaled(text, decimals: 2), scaled <= Self.maximum.count
        else {
            return nil
        }
        count = Int64(scaled)
    }

    /// The same amount in yuan, exactly.
    package var yuan: Decimal {
        Decimal(sign: .plus, exponent: -2, significand: Decimal(count))
    }

    package static func + (left: Fen, right: Fen) -> Fen { Fen(left.count + right.count) }

    /// `right` is not more than `left`.
    package static func - (left: Fen, right: Fen) -> Fen { Fen(left.count - right.count) }

    package static func < (left: Fen, right: Fen) -> Bool { left.count < right.count }
}

extension Fen: CustomStringConvertible {
    /// Yuan with two decimals and no separators, `500000.00`.
    package var description: String { DecimalText.text(UInt128(count), decimals: 2) }
}

extension Sequence<Fen> {
    package var total: Fen { reduce(.zero, +) }
}
