import Subsidy
import Testing

struct MonthlyVolumeTests {
    @Test(
        arguments: [
            ("0", .stated(0)), ("12", .stated(12)), ("1,234", .stated(1234)), ("１２", .stated(12)),
            ("12.0", .stated(12)), ("-0", .stated(0)), ("-5", .negative), ("-1,234", .negative),
            ("'-5", .negative), ("", .unreadable), ("-", .unreadable), ("1e3", .unreadable),
            ("-1e3", .unreadable), ("1E+3", .unreadable), ("1.5", .unreadable),
            ("-1.5", .unreadable), ("+5", .unreadable), ("--5", .unreadable), ("1,23", .unreadable),
            ("若干", .unreadable), ("1 2", .unreadable), ("1000000000001", .unreadable),
        ] as [(String, VolumeReading)])
    func piecesAndWaybillsAreWhole(cell: String, reading: VolumeReading) {
        #expect(Quantity.volume(cell, unit: .pieces) == reading)
        #expect(Quantity.volume(cell, unit: .waybills) == reading)
    }

    @Test(
        arguments: [
            ("1.5", .stated(1500)), ("0.001", .stated(1)), ("0", .stated(0)), ("0.000", .stated(0)),
            ("-0.5", .negative), ("1.2345", .unreadable), ("1e3", .unreadable), ("", .unreadable),
        ] as [(String, VolumeReading)])
    func weightIsKilogramsWithThreeDecimals(cell: String, reading: VolumeReading) {
        #expect(Quantity.volume(cell, unit: .weight) == reading)
    }

    @Test func firstFaultInTheOrderOfCodesIsTheRows() {
        var reading = VolumeRowReading()
        #expect(reading.fault == .enterpriseMissing)
        reading.enterprise = .known(EnterpriseID(0))
        #expect(reading.fault == .volumeUnreadable)
        reading.volume = .negative
        #expect(reading.fault == .volumeNegative)
        reading.volume = .stated(0)
        #expect(reading.fault == .monthUnreadable)
        reading.month = Month(year: 2026, month: 3)
        #expect(reading.fault == nil)
    }
}
