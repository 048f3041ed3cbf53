/// A waybill cell, read.
package enum WaybillReading: Sendable, Equatable {
    case missing
    /// Excel's scientific form, `1.23457E+14`: different waybills have become one text.
    case damaged
    case packed(WaybillKey, isSuspicious: Bool)
    /// A canonical number that does not pack; the run's table gives it its key.
    case long([UInt8], isSuspicious: Bool)
}

/// The rule for waybill numbers: canonical form, and what Excel has done to them.
package enum Waybill {
    /// Reads a UTF-8 cell.
    ///
    /// Plain ones go through without a String.
    package static func reading(_ cell: Span<UInt8>) -> WaybillReading {
        var first = 0
        var end = cell.count
        var hasMark = false
        var isWrapped = false
        // A `'` and a `="…"` come off once each, in either order.
        for _ in 0..<2 {
            while first < end, isPlainBlank(cell[first]) { first += 1 }
            while first < end, isPlainBlank(cell[end - 1]) { end -= 1 }
            if !hasMark, first < end, cell[first] == UInt8(ascii: "'") {
                hasMark = true
                first += 1
            } else if !isWrapped, end - first >= 4, cell[first] == UInt8(ascii: "="),
                cell[first + 1] == quote, cell[end - 1] == quote
            {
                isWrapped = true
                first += 2
                end -= 1
            }
        }
        while first < end, isPlainBlank(cell[first]) { first += 1 }
        while first < end, isPlainBlank(cell[end - 1]) { end -= 1 }
        let number = cell.extracting(first..<end)
        if let key = WaybillKey(packing: number) { return judged(number, key: key) }
        return canonicalReading(cell)
    }

    /// Lower case, full-width, inner oddities and long ones: seldom, so by way of a String.
    private static func canonicalReading(_ cell: Span<UInt8>) -> WaybillReading {
        var bytes: [UInt8] = []
        for index in cell.indices { bytes.append(cell[index]) }
        var text = String.UnicodeScalarView()
        for scalar in CanonicalText.value(String(decoding: bytes, as: UTF8.self)).unicodeScalars
        where !CanonicalText.isInvisible(scalar) {
            text.append(scalar)
        }
        let canonical = Array(String(text).uppercased().utf8)
        if canonical.isEmpty { return .missing }
        return judged(canonical.span, key: WaybillKey(packing: canonical.span))
    }

    private static func judged(_ number: Span<UInt8>, key: WaybillKey?) -> WaybillReading {
        if number.count == 1, number[0] == UInt8(ascii: "-") { return .missing }
        if isScientific(number) { return .damaged }
        let isSuspicious = hasLongTailOfZeros(number)
        if let key { return .packed(key, isSuspicious: isSuspicious) }
        var bytes: [UInt8] = []
        for index in number.indices { bytes.append(number[index]) }
        return .long(bytes, isSuspicious: isSuspicious)
    }

    /// `^[0-9](\.[0-9]+)?E\+?[0-9]+$`, as Excel shows numbers of 12 digits and more.
    package static func isScientific(_ number: Span<UInt8>) -> Bool {
        guard number.count >= 3, isDigit(number[0]) else { return false }
        var position = 1
        if number[1] == UInt8(ascii: ".") {
            position = 2
            while position < number.count, isDigit(number[position]) { position += 1 }
            if position == 2 { return false }
        }
        guard position < number.count, number[position] == UInt8(ascii: "E") else { return false }
        position += 1
        if position < number.count, number[position] == UInt8(ascii: "+") { position += 1 }
        let exponent = position
        while position < number.count, isDigit(number[position]) { position += 1 }
        return position == number.count && position > exponent
    }

    /// Digits alone that end as Excel leaves them: 12 and more with six zeros at their end, or 18 and
    /// more with nothing but zeros from the 16th on.
    package static func hasLongTailOfZeros(_ number: Span<UInt8>) -> Bool {
        guard number.count >= 12, number[number.count - 1] == UInt8(ascii: "0") else {
            return false
        }
        var zeros = 0
        for index in number.indices {
            guard isDigit(number[index]) else { return false }
            zeros = number[index] == UInt8(ascii: "0") ? zeros + 1 : 0
        }
        return zeros >= 6 || (number.count >= 18 && zeros >= number.count - 15)
    }

    private static let quote = UInt8(ascii: "\"")

    private static func isPlainBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39) ~= byte }
}
