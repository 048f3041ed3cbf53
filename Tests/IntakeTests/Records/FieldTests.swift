import Subsidy
import Testing

@testable import Intake

/// Fields come back as they were, and what cannot have been written is refused.
struct FieldTests {
    @Test func numbersComeBack() throws {
        let numbers: [UInt64] = [0, 1, 127, 128, 16_383, 16_384, 1 << 32, .max - 1, .max]
        let signed = [0, 1, -1, 63, -64, 64, Int(Int32.min), .max, .min]
        let wide: [UInt128] = [0, UInt128(UInt64.max) + 1, .max]
        var writer = FieldWriter()
        for number in numbers { writer.number(number) }
        for number in signed { writer.signed(number) }
        for number in wide { writer.number(number) }
        for number in [nil, 0, 5, UInt64.max - 1] as [UInt64?] { writer.optional(number) }
        writer.text("圆通")
        writer.flag(true)
        writer.choice(RowClass.excluded)
        var reader = FieldReader(writer.bytes)
        for number in numbers { #expect(try reader.number() == number) }
        for number in signed { #expect(try reader.signed() == number) }
        for number in wide { #expect(try reader.number() == number) }
        for number in [nil, 0, 5, UInt64.max - 1] as [UInt64?] {
            #expect(try reader.optional() == number)
        }
        #expect(try reader.text() == "圆通")
        #expect(try reader.flag())
        #expect(try reader.choice(of: RowClass.self) == .excluded)
        try reader.end()
    }

    @Test(arguments: [
        [UInt8](), [0x80], [UInt8](repeating: 0xFF, count: 10), [0x80, 0x80, 0x80, 0x80, 0x80],
        [UInt8](repeating: 0x80, count: 10) + [1],
    ])
    func whatIsNoNumberIsRefused(_ bytes: [UInt8]) {
        var reader = FieldReader(bytes)
        #expect(throws: RecordFault.damaged) { try reader.number(UInt64.self) }
    }

    @Test func whatIsTooLargeIsRefused() {
        var writer = FieldWriter()
        writer.number(UInt64(1) << 32)
        #expect(throws: RecordFault.damaged) {
            var reader = FieldReader(writer.bytes)
            _ = try reader.narrow(UInt32.self)
        }
        #expect(throws: RecordFault.damaged) {
            var reader = FieldReader(writer.bytes)
            _ = try reader.index(below: 4)
        }
        #expect(throws: RecordFault.damaged) {
            var reader = FieldReader(writer.bytes)
            _ = try reader.bytesOfText()
        }
        #expect(throws: RecordFault.damaged) {
            var reader = FieldReader([2, 0xC3, 0x28])
            _ = try reader.text()
        }
        #expect(throws: RecordFault.damaged) {
            var reader = FieldReader([2])
            _ = try reader.flag()
        }
    }
}
