import Subsidy
import Testing

struct ShipmentTests {
    @Test(
        arguments: [
            ("0001-01-01", 0, 0, 1), ("2026-05-05", 7, 3, 12),
            ("9999-12-31", 65_535, 16_777_215, 4_294_967_295),
            ("1969-12-31", 1, 1, 1),
        ] as [(String, UInt16, Int, UInt32)])
    func everythingPutInComesOut(date: String, file: UInt16, carrier: Int, line: UInt32) throws {
        let day = try Sample.date(date)
        for volume in [nil, 1, UInt64.max - 1] as [UInt64?] {
            let shipment = Shipment(
                waybill: try Sample.key("SF1"), enterprise: EnterpriseID(4), statedVolume: volume,
                carrier: carrier, date: day, place: Place(file: file, line: line))
            #expect(shipment.waybill == (try Sample.key("SF1")))
            #expect(shipment.enterprise == EnterpriseID(4))
            #expect(shipment.statedVolume == volume)
            #expect(shipment.carrier == carrier)
            #expect(shipment.date == day)
            #expect(shipment.place == Place(file: file, line: line))
            #expect(!shipment.isReported)
        }
    }

    @Test func shipmentWithoutADateIsReported() throws {
        let shipment = Shipment(
            waybill: try Sample.key("SF1"), enterprise: .unreadable, statedVolume: nil,
            carrier: Shipment.maximumCarrier, date: nil, place: Place(file: 65_535, line: 1))
        #expect(shipment.isReported)
        #expect(shipment.enterprise == .unreadable)
        #expect(shipment.place.file == 65_535)
    }

    @Test func shipmentIsSmall() {
        #expect(MemoryLayout<Shipment>.stride == 40)
    }

    @Test func placesAreOrderedByFileAndLine() {
        let places = [(0, 9), (1, 1), (1, 2)].map { Place(file: $0, line: $1) }
        #expect(places.reversed().sorted() == places)
    }
}
