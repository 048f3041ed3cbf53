import Subsidy
import Testing

/// The order of judging a row alone, over all combinations of faults.
struct RowJudgementTests {
    /// The codes in the order in which the first is a row's.
    private static let order = [
        "waybill.missing", "waybill.excel-damaged", "enterprise.missing", "enterprise.check-digit",
        "enterprise.contradiction", "date.missing", "date.unreadable", "pieces.unreadable",
        "pieces.not-positive", "weight.missing", "weight.unreadable", "weight.not-positive",
    ]

    private struct Cell<Reading: Sendable>: Sendable {
        var reading: Reading
        var code: String?
    }

    private static let waybills: [Cell<WaybillReading>] = [
        Cell(reading: .missing, code: "waybill.missing"),
        Cell(reading: .damaged, code: "waybill.excel-damaged"),
        Cell(reading: .packed(.none, isSuspicious: true)),
        Cell(reading: .long([0x2E], isSuspicious: false)),
    ]
    private static let enterprises: [Cell<EnterpriseReading>] = [
        Cell(reading: .missing, code: "enterprise.missing"),
        Cell(reading: .invalidCode(.checkDigit), code: "enterprise.check-digit"),
        Cell(reading: .invalidCode(.residentIdentityNumber), code: "enterprise.check-digit"),
        Cell(reading: .contradiction(EnterpriseID(0)), code: "enterprise.contradiction"),
        Cell(reading: .known(EnterpriseID(0))),
    ]
    private static let dates: [Cell<DateReading>] = [
        Cell(reading: .missing, code: "date.missing"),
        Cell(reading: .unreadable, code: "date.unreadable"),
        Cell(reading: .day(CalendarDate(dayNumber: 20_000))),
    ]
    private static let quantities: [QuantityReading] = [
        .unstated, .unreadable, .notPositive, .stated(3),
    ]

    private static func volumeCode(_ quantity: QuantityReading, _ unit: VolumeUnit) -> String? {
        switch (unit, quantity) {
        case (.pieces, .unreadable): "pieces.unreadable"
        case (.pieces, .notPositive): "pieces.not-positive"
        case (.weight, .unstated): "weight.missing"
        case (.weight, .unreadable): "weight.unreadable"
        case (.weight, .notPositive): "weight.not-positive"
        default: nil
        }
    }

    @Test(arguments: VolumeUnit.allCases)
    func firstFaultOfTheTableIsTheRowsCode(unit: VolumeUnit) {
        var wrong: [RowReading] = []
        for waybill in Self.waybills {
            for enterprise in Self.enterprises {
                for date in Self.dates {
                    for (pieces, weight) in Self.pairs {
                        var row = RowReading()
                        row.waybill = waybill.reading
                        row.enterprise = enterprise.reading
                        row.date = date.reading
                        row.pieces = pieces
                        row.weight = weight
                        let volume = Self.volumeCode(unit == .weight ? weight : pieces, unit)
                        let faults = [waybill.code, enterprise.code, date.code, volume]
                        let first = Self.order.first { faults.contains($0) }
                        let expected = first.flatMap(FindingCode.init(rawValue:))
                            .map(RowVerdict.rejected)
                        if row.verdict(unit: unit) != expected ?? .shipment { wrong.append(row) }
                        row.statusCounts = false
                        if row.verdict(unit: unit) != .reported { wrong.append(row) }
                    }
                }
            }
        }
        #expect(wrong.isEmpty)
    }

    private static let pairs = quantities.flatMap { pieces in quantities.map { (pieces, $0) } }

    @Test func volumeIsThatOfTheProgrammesUnit() {
        var row = RowReading()
        row.pieces = .stated(3)
        row.weight = .stated(500)
        #expect(row.statedVolume(unit: .pieces) == 3)
        #expect(row.statedVolume(unit: .weight) == 500)
        #expect(row.statedVolume(unit: .waybills) == nil)
        row.pieces = .notPositive
        #expect(row.statedVolume(unit: .pieces) == nil)
    }
}
