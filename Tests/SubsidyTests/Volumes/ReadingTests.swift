import Subsidy
import Testing

struct ReadingTests {
    @Test func totalIsTheSumOfTheFiles() throws {
        let reading = try Sample.reading(
            files: [Sample.file(counted: 3, rejected: 1), Sample.file(counted: 2)])
        #expect(reading.total.rows(.counted) == 5)
        #expect(reading.total.total == 6)
    }

    @Test func waybillHasItsTextWhetherItIsPackedOrLong() throws {
        var reading = try Sample.reading()
        reading.longWaybills = [Array("甲1".utf8)]
        let packed = try Sample.key("SF1")
        #expect(reading.text(of: packed) == "SF1")
        #expect(reading.text(of: WaybillKey(longNumber: 0)) == "甲1")
        #expect(reading.text(of: .none) == "")
    }
}
