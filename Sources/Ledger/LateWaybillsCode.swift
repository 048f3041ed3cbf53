package import Subsidy

/// The bytes in which a year's late waybills stand beside the ledger.
///
/// Whole numbers are big-endian. A head of 24 bytes: `FENTANWB`, the form (1) and the year in two
/// bytes each, four zeros, how many waybills pack and how many do not in four each. Then 16 bytes of
/// each packed one; then of each other one its length in four bytes and its text.
package enum LateWaybillsCode {
    private static let magic = Array("FENTANWB".utf8)
    package static let form: UInt16 = 1
    private static let headLength = 24

    package static func bytes(of waybills: LateWaybills, year: Int) -> [UInt8] {
        var bytes = magic
        bytes.reserveCapacity(headLength + waybills.keys.count * 16)
        append(form, to: &bytes)
        append(UInt16(year), to: &bytes)
        append(UInt32(0), to: &bytes)
        append(UInt32(waybills.keys.count), to: &bytes)
        append(UInt32(waybills.longNumbers.count), to: &bytes)
        for key in waybills.keys {
            append(key.high, to: &bytes)
            append(key.low, to: &bytes)
        }
        for number in waybills.longNumbers {
            append(UInt32(number.count), to: &bytes)
            bytes += number
        }
        return bytes
    }

    /// Nil where these are not the bytes of that year's waybills.
    package static func waybills(of bytes: [UInt8], year: Int) -> LateWaybills? {
        var reader = Reader(rest: bytes[...])
        guard reader.take(magic.count).map({ Array($0) }) == magic,
            reader.number(UInt16.self) == form, reader.number(UInt16.self) == UInt16(year),
            reader.number(UInt32.self) == 0, let packed = reader.number(UInt32.self),
            let long = reader.number(UInt32.self), reader.rest.count / 16 >= Int(packed)
        else { return nil }
        var keys: [WaybillKey] = []
        keys.reserveCapacity(Int(packed))
        for _ in 0..<packed {
            guard let high = reader.number(UInt64.self), let low = reader.number(UInt64.self),
                let key = WaybillKey(high: high, packedLow: low)
            else { return nil }
            if let last = keys.last, last >= key { return nil }
            keys.append(key)
        }
        var numbers: [[UInt8]] = []
        for _ in 0..<long {
            guard let length = reader.number(UInt32.self), let number = reader.take(Int(length)),
                !number.isEmpty
            else { return nil }
            if let last = numbers.last, !last.lexicographicallyPrecedes(number) { return nil }
            numbers.append(Array(number))
        }
        guard reader.rest.isEmpty else { return nil }
        return LateWaybills(keys: keys, longNumbers: numbers)
    }

    private static func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
        for shift in stride(from: number.bitWidth - 8, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }

    private struct Reader {
        var rest: ArraySlice<UInt8>

        mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
            guard rest.count >= count else { return nil }
            defer { rest = rest.dropFirst(count) }
            return rest.prefix(count)
        }

        mutating func number<Number: FixedWidthInteger>(_: Number.Type) -> Number? {
            take(Number.bitWidth / 8)?.reduce(0) { $0 << 8 | Number($1) }
        }
    }
}
