import Subsidy

/// Fields as bytes, one behind another: whole numbers seven bits a byte, the lowest first, the eighth
/// set where another follows; texts behind their length.
struct FieldWriter: Sendable {
    private(set) var bytes: [UInt8] = []

    mutating func number<Number: FixedWidthInteger & UnsignedInteger>(_ number: Number) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// A number that is not negative: an index, a count.
    mutating func count(_ number: Int) { self.number(UInt64(number)) }

    /// Small numbers of either sign have small codes.
    mutating func signed(_ number: Int) {
        self.number(UInt64(bitPattern: Int64(number << 1 ^ number >> 63)))
    }

    mutating func flag(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

    mutating func byte(_ byte: UInt8) { bytes.append(byte) }

    mutating func raw(_ bytes: some Collection<UInt8>) { self.bytes.append(contentsOf: bytes) }

    mutating func text(_ bytes: some Collection<UInt8>) {
        count(bytes.count)
        raw(bytes)
    }

    mutating func text(_ text: String) { self.text(text.utf8) }

    /// 0 for nil, else one more than the number, which is no volume's largest.
    mutating func optional(_ number: UInt64?) {
        self.number(number.map { $0 + 1 } ?? 0)
    }
}

/// Reads what a `FieldWriter` has written; whatever cannot have been written is `damaged`.
struct FieldReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    mutating func byte() throws(RecordFault) -> UInt8 {
        guard position < bytes.count else { throw .damaged }
        defer { position += 1 }
        return bytes[position]
    }

    mutating func number<Number: FixedWidthInteger & UnsignedInteger>(
        _: Number.Type = Number.self
    ) throws(RecordFault) -> Number {
        var number: Number = 0
        var shift = 0
        while true {
            let byte = try self.byte()
            let part = Number(byte & 0x7F)
            guard shift < Number.bitWidth, (part << shift) >> shift == part else { throw .damaged }
            number |= part << shift
            if byte < 0x80 { return number }
            shift += 7
        }
    }

    mutating func count() throws(RecordFault) -> Int {
        guard let count = Int(exactly: try number(UInt64.self)) else { throw .damaged }
        return count
    }

    /// An index into as many.
    mutating func index(below count: Int) throws(RecordFault) -> Int {
        let index = try self.count()
        guard index < count else { throw .damaged }
        return index
    }

    mutating func signed() throws(RecordFault) -> Int {
        let code = try number(UInt64.self)
        return Int(Int64(bitPattern: code >> 1)) ^ -Int(Int64(bitPattern: code & 1))
    }

    mutating func narrow<Number: FixedWidthInteger>(
        _: Number.Type = Number.self
    ) throws(RecordFault) -> Number {
        guard let number = Number(exactly: try number(UInt64.self)) else { throw .damaged }
        return number
    }

    /// A number of rows: each stands on a line of its own, which has 32 bits.
    ///
    /// So the sum of as many such numbers as there can be is a number still.
    mutating func rows() throws(RecordFault) -> Int { Int(try narrow(UInt32.self)) }

    /// A sum over rows of a volume or a weight, each of which has 64 bits.
    mutating func sumOfRows() throws(RecordFault) -> UInt128 {
        let sum = try number(UInt128.self)
        guard sum >> 96 == 0 else { throw .damaged }
        return sum
    }

    mutating func flag() throws(RecordFault) -> Bool {
        switch try byte() {
        case 0: false
        case 1: true
        default: throw .damaged
        }
    }

    mutating func raw(_ count: Int) throws(RecordFault) -> [UInt8] {
        guard count <= bytes.count - position else { throw .damaged }
        defer { position += count }
        return Array(bytes[position..<position + count])
    }

    mutating func bytesOfText() throws(RecordFault) -> [UInt8] { try raw(count()) }

    mutating func text() throws(RecordFault) -> String {
        guard let text = String(validating: try bytesOfText(), as: UTF8.self) else {
            throw .damaged
        }
        return text
    }

    mutating func optional() throws(RecordFault) -> UInt64? {
        let code = try number(UInt64.self)
        return code == 0 ? nil : code - 1
    }

    /// One of an enumeration's cases, by their order.
    mutating func choice<Choice: CaseIterable>(
        of _: Choice.Type = Choice.self
    ) throws(RecordFault) -> Choice {
        let cases = Array(Choice.allCases)
        return cases[try index(below: cases.count)]
    }

    /// A day of the years 1 to 9999, counted from `first`.
    mutating func day(
        after first: CalendarDate = CalendarDate(dayNumber: 0)
    ) throws(RecordFault) -> CalendarDate {
        let (day, overflow) = try signed().addingReportingOverflow(Int(first.dayNumber))
        guard !overflow, (-719_162...2_932_896).contains(day) else { throw .damaged }
        return CalendarDate(dayNumber: Int32(day))
    }

    /// A month of the same years.
    mutating func month() throws(RecordFault) -> Month {
        let number = try count()
        guard (12..<120_000).contains(number) else { throw .damaged }
        return Month(number: number)
    }

    /// Nothing may follow.
    func end() throws(RecordFault) {
        guard isAtEnd else { throw .damaged }
    }
}

extension FieldWriter {
    /// One of an enumeration's cases, by their order.
    mutating func choice<Choice: CaseIterable & Equatable>(_ choice: Choice) {
        guard let index = Array(Choice.allCases).firstIndex(of: choice) else {
            preconditionFailure("every case is among all")
        }
        count(index)
    }
}
