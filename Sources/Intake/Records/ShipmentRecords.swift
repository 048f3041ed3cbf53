import Subsidy

/// Shipments of one export as records, some 20 bytes each.
enum ShipmentRecords {
    /// A frame has so many rows at most.
    static let maximumRows = 1 << 16

    /// `rows` are of one file.
    static func frames(
        _ rows: [Shipment], as kind: RecordFrame.Kind = .shipments,
        partition: UInt32 = RecordFrame.aside, _ texts: RegisteredTexts
    ) -> [RecordFrame] {
        stride(from: 0, to: rows.count, by: maximumRows).map { start in
            frame(
                rows[start..<min(start + maximumRows, rows.count)], kind, partition, texts)
        }
    }

    /// In front the file and a day; of each row what differs little from the one before as a
    /// difference.
    private static func frame(
        _ rows: ArraySlice<Shipment>, _ kind: RecordFrame.Kind, _ partition: UInt32,
        _ texts: RegisteredTexts
    ) -> RecordFrame {
        var payload = PayloadWriter(texts)
        let firstDay = rows.first { !$0.isReported }?.date ?? CalendarDate(dayNumber: 0)
        payload.fields.number(rows.first?.place.file ?? 0)
        payload.date(firstDay)
        var line = 0
        for row in rows {
            payload.waybill(row.waybill)
            payload.enterprise(row.enterprise)
            payload.carrier(row.carrier)
            payload.fields.optional(row.statedVolume)
            payload.fields.flag(row.isReported)
            if !row.isReported {
                payload.fields.signed(Int(row.date.dayNumber - firstDay.dayNumber))
            }
            payload.fields.signed(Int(row.place.line) - line)
            line = Int(row.place.line)
        }
        payload.count = rows.count
        return payload.frame(kind, partition: partition)
    }

    /// Appends the rows of a frame.
    static func read(
        _ frame: RecordFrame, files: Int, roster: Roster, registers: Registers,
        into rows: inout [Shipment]
    ) throws(RecordFault) {
        var payload = try PayloadReader(frame, roster: roster, registers: registers)
        let file = try payload.file(of: files)
        let firstDay = try payload.date()
        var line = 0
        for _ in 0..<frame.count {
            let waybill = try payload.waybill()
            let enterprise = try payload.enterprise()
            let carrier = try payload.carrier()
            let volume = try payload.fields.optional()
            let date = try payload.fields.flag() ? nil : payload.fields.day(after: firstDay)
            let (sum, overflow) = line.addingReportingOverflow(try payload.fields.signed())
            line = sum
            // Only a row whose own status does not count may name no enterprise.
            guard waybill != .none, date == nil || enterprise != .unreadable, !overflow,
                let place = UInt32(exactly: line)
            else { throw .damaged }
            rows.append(
                Shipment(
                    waybill: waybill, enterprise: enterprise, statedVolume: volume,
                    carrier: carrier, date: date, place: Place(file: file, line: place)))
        }
        try payload.fields.end()
    }
}

/// Which rows of an export went from one step to the other, whatever their order: their number, and
/// a sum over their lines.
struct RowControl: Sendable, Equatable {
    private(set) var rows: UInt64 = 0
    private(set) var sum: UInt64 = 0

    init() {}

    init(rows: UInt64, sum: UInt64) {
        self.rows = rows
        self.sum = sum
    }

    mutating func add(_ row: Shipment) {
        rows += 1
        // Lines mixed (SplitMix64): of other rows the sum is another.
        var mixed = UInt64(row.place.line) &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        sum &+= mixed ^ (mixed >> 27)
    }

    mutating func add(_ other: RowControl) {
        rows += other.rows
        sum &+= other.sum
    }
}
