/// A row that can be read, in 40 bytes: what de-duplication needs and where the row stands.
package struct Shipment: Sendable, BitwiseCopyable {
    package let waybill: WaybillKey
    private let volume: UInt64
    package let enterprise: EnterpriseID
    private let line: UInt32
    /// File (16 bits), carrier (24 bits), day of the date (24 bits).
    private let packed: UInt64

    /// One number for each carrier of the run; 0 where the row names none.
    package static let maximumCarrier = 1 << 24 - 1

    private static let unstated = UInt64.max
    private static let dayOffset = 719_163  // 0001-01-01 is day 1

    /// Stands where there is no shipment yet.
    package static let none = Shipment(
        waybill: .none, enterprise: .unreadable, statedVolume: nil, carrier: 0, date: nil,
        place: Place(file: 0, line: 0))

    /// `date` is nil for a row whose own status does not count: it is reported, no more.
    package init(
        waybill: WaybillKey, enterprise: EnterpriseID, statedVolume: UInt64?, carrier: Int,
        date: CalendarDate?, place: Place
    ) {
        self.waybill = waybill
        self.enterprise = enterprise
        volume = statedVolume ?? Self.unstated
        line = place.line
        let day = date.map { Int($0.dayNumber) + Self.dayOffset } ?? 0
        packed = UInt64(place.file) << 48 | UInt64(carrier) << 24 | UInt64(day)
    }

    /// Pieces or grams; nil where the row states none.
    package var statedVolume: UInt64? { volume == Self.unstated ? nil : volume }

    package var carrier: Int { Int(packed >> 24 & 0xFF_FFFF) }

    package var isReported: Bool { packed & 0xFF_FFFF == 0 }

    package var date: CalendarDate {
        CalendarDate(dayNumber: Int32(Int(packed & 0xFF_FFFF) - Self.dayOffset))
    }

    package var place: Place { Place(file: UInt16(packed >> 48), line: line) }
}
