/// A volume cell, read: pieces, or grams of a weight in kilograms.
package enum QuantityReading: Sendable, Equatable {
    /// The cell is empty or `-`, or there is no such column.
    case unstated
    case unreadable
    case notPositive
    case stated(UInt64)
}

/// The rule for pieces and weights: `12`, `1,234`, `１２` and `12.0`; kilograms with three decimals.
package enum Quantity {
    /// More than any parcel or month has; with it no sum of 10^11 rows leaves 128 bits, nor does its
    /// quota.
    package static let maximum: UInt64 = 1_000_000_000_000

    /// More than any parcel has: a telephone number in the column of pieces would take the pool.
    package static let maximumPieces: UInt64 = 99_999_999

    package static func pieces(_ cell: Span<UInt8>) -> QuantityReading {
        let reading = plainNumber(cell, decimals: 0) ?? reading(cell, decimals: 0)
        if case .stated(let pieces) = reading, pieces > maximumPieces { return .unreadable }
        return reading
    }

    package static func grams(_ cell: Span<UInt8>) -> QuantityReading {
        plainNumber(cell, decimals: 3) ?? reading(cell, decimals: 3)
    }

    /// The commonest forms, up to nine digits and a point among them, without making a String.
    private static func plainNumber(_ cell: Span<UInt8>, decimals: Int) -> QuantityReading? {
        if cell.isEmpty { return .unstated }
        guard cell.count <= 10 else { return nil }
        var value: UInt64 = 0
        var missing: Int?
        for index in cell.indices {
            let digit = cell[index] &- 0x30
            if digit < 10 {
                value = value * 10 + UInt64(digit)
                missing = missing.map { $0 - 1 }
            } else {
                // A point stands once, between digits.
                guard cell[index] == UInt8(ascii: "."), missing == nil, index > 0,
                    index + 1 < cell.count
                else { return nil }
                missing = decimals
            }
        }
        var places = missing ?? decimals
        while places > 0 {
            value *= 10
            places -= 1
        }
        while places < 0 {
            // Zeros behind the last decimal are let pass; anything else is not.
            if value % 10 != 0 { return .unreadable }
            value /= 10
            places += 1
        }
        if value > maximum { return .unreadable }
        return value == 0 ? .notPositive : .stated(value)
    }

    private static func reading(_ cell: Span<UInt8>, decimals: Int) -> QuantityReading {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(cell.count)
        for index in cell.indices { bytes.append(cell[index]) }
        return reading(
            CanonicalText.value(String(decoding: bytes, as: UTF8.self)), decimals: decimals)
    }

    /// `text` is canonical; `decimals` count, zeros behind them are let pass.
    package static func reading(_ text: String, decimals: Int) -> QuantityReading {
        if text.isEmpty { return .unstated }
        let isNegative = text.first == "-"
        guard let plain = withoutThousands(isNegative ? String(text.dropFirst()) : text) else {
            return .unreadable
        }
        let parts = plain.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        var number = plain
        if parts.count == 2, parts[1].utf8.count > decimals {
            let fraction = parts[1]
            guard fraction.utf8.dropFirst(decimals).allSatisfy({ $0 == 0x30 }) else {
                return .unreadable
            }
            number = String(parts[0])
            if decimals > 0 { number += "." + String(fraction.prefix(decimals)) }
        }
        guard let value = DecimalText.scaled(number, decimals: decimals), value <= maximum else {
            return .unreadable
        }
        return isNegative || value == 0 ? .notPositive : .stated(value)
    }

    /// `1,234,567.5` without its commas; nil where they do not stand between groups of three digits.
    private static func withoutThousands(_ text: String) -> String? {
        guard text.contains(",") else { return text }
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
        guard let first = groups.first, (1...3).contains(first.utf8.count),
            groups.dropFirst().allSatisfy({ $0.utf8.count == 3 })
        else { return nil }
        return groups.joined() + (parts.count == 2 ? "." + parts[1] : "")
    }
}

extension Quantity {
    /// A footer's total in canonical text, scaled by `decimals`; nil where it is no number.
    package static func total(_ text: String, decimals: Int) -> UInt128? {
        switch reading(CanonicalText.value(text), decimals: decimals) {
        case .stated(let value): UInt128(value)
        case .notPositive: text.contains("-") ? nil : 0
        case .unstated, .unreadable: nil
        }
    }
}
