import Subsidy
import Testing

@testable import Ledger

/// Waybills as bytes, and back.
@Suite struct LateWaybillsCodeTests {
    private static func key(_ number: String) throws -> WaybillKey {
        let key = WaybillKey(packing: Array(number.utf8).span)
        return try #require(key)
    }

    private static func sample() throws -> LateWaybills {
        let keys = try ["SF1", "1", "ZZZZZZZZZZZZZZZZZZZZZZZZ", "0/_-"].map(key)
        let long = [Array("单号 2".utf8), Array(String(repeating: "A", count: 25).utf8)]
        return LateWaybills(
            [WaybillKey(longNumber: 0)] + keys + [WaybillKey(longNumber: 1)], longNumbers: long)
    }

    @Test func bytesAreReadBack() throws {
        for waybills in [.none, try Self.sample()] {
            let bytes = LateWaybillsCode.bytes(of: waybills, year: 2026)
            #expect(bytes.starts(with: Array("FENTANWB".utf8)))
            #expect(LateWaybillsCode.waybills(of: bytes, year: 2026) == waybills)
            #expect(LateWaybillsCode.waybills(of: bytes, year: 2027) == nil)
        }
        #expect(LateWaybillsCode.bytes(of: .none, year: 2026).count == 24)
    }

    @Test func orderOfRowsHasNoPart() throws {
        let keys = try ["B", "A", "C"].map(Self.key)
        #expect(
            LateWaybills(keys, longNumbers: []) == LateWaybills(keys.reversed(), longNumbers: []))
    }

    @Test func whatIsCutOrLongerIsRefused() throws {
        let bytes = LateWaybillsCode.bytes(of: try Self.sample(), year: 2026)
        for count in 0..<bytes.count {
            #expect(LateWaybillsCode.waybills(of: Array(bytes[..<count]), year: 2026) == nil)
        }
        #expect(LateWaybillsCode.waybills(of: bytes + [0], year: 2026) == nil)
    }

    @Test func whatIsOutOfOrderIsRefused() throws {
        let bytes = LateWaybillsCode.bytes(of: try Self.sample(), year: 2026)
        let swapped = Array(bytes[..<24] + bytes[40..<56] + bytes[24..<40] + bytes[56...])
        #expect(LateWaybillsCode.waybills(of: swapped, year: 2026) == nil)
        let twice = Array(bytes[..<24] + bytes[24..<40] + bytes[24..<40] + bytes[56...])
        #expect(LateWaybillsCode.waybills(of: twice, year: 2026) == nil)
    }

    /// Nothing is trusted of a length, and no word that is no number is a waybill.
    @Test func anyByteMayBeWrong() throws {
        let bytes = LateWaybillsCode.bytes(of: try Self.sample(), year: 2026)
        for index in bytes.indices {
            for value: UInt8 in [0, 1, 0x7F, 0xFF] where value != bytes[index] {
                var other = bytes
                other[index] = value
                guard let waybills = LateWaybillsCode.waybills(of: other, year: 2026) else {
                    continue
                }
                #expect(LateWaybillsCode.bytes(of: waybills, year: 2026) == other)
            }
        }
    }
}
