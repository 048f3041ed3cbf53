import Subsidy

/// Rejected rows as records.
enum RejectedRecords {
    /// A row may have some 32,000 bytes.
    static let maximumRows = 1024

    static func frames(_ rejected: RejectedRows) -> [RecordFrame] {
        stride(from: 0, to: rejected.places.count, by: maximumRows).map { start in
            let rows = start..<min(start + maximumRows, rejected.places.count)
            var fields = FieldWriter()
            for row in rows {
                let place = rejected.places[row]
                fields.number(place.file)
                fields.number(place.line)
                let cells = rejected.cells(ofRow: row)
                fields.count(cells.count)
                for cell in cells {
                    fields.choice(cell.field)
                    fields.count(cell.column)
                    fields.text(cell.text)
                }
            }
            return RecordFrame(.rejected, count: rows.count, payload: fields.bytes)
        }
    }

    static func read(
        _ frame: RecordFrame, files: Int, into rejected: inout RejectedRows
    ) throws(RecordFault) {
        var fields = FieldReader(frame.payload)
        for _ in 0..<frame.count {
            let file = UInt16(try fields.index(below: files))
            rejected.beginRow(at: Place(file: file, line: try fields.narrow()))
            for _ in 0..<(try fields.count()) {
                let field = try fields.choice(of: ShipmentField.self)
                let column = try fields.count()
                rejected.add(field, column: column, text: try fields.bytesOfText())
            }
        }
        try fields.end()
    }
}

/// Rows of volumes as records.
enum VolumeRowRecords {
    static func frames(_ rows: [VolumeRow], _ texts: RegisteredTexts) -> [RecordFrame] {
        stride(from: 0, to: rows.count, by: ShipmentRecords.maximumRows).map { start in
            var payload = PayloadWriter(texts)
            let part = rows[start..<min(start + ShipmentRecords.maximumRows, rows.count)]
            for row in part {
                payload.enterprise(row.enterprise)
                payload.fields.count(row.month.number)
                payload.carrier(row.carrier)
                payload.fields.number(row.volume)
                payload.place(row.place)
            }
            payload.count = part.count
            return payload.frame(.volumeRows, partition: RecordFrame.everywhere)
        }
    }

    static func read(
        _ frame: RecordFrame, files: Int, period: Period, roster: Roster, registers: Registers,
        into rows: inout [VolumeRow]
    ) throws(RecordFault) {
        var payload = try PayloadReader(frame, roster: roster, registers: registers)
        for _ in 0..<frame.count {
            let row = VolumeRow(
                enterprise: try payload.readableEnterprise(), month: try payload.month(),
                carrier: try payload.carrier(), volume: try payload.fields.number(),
                place: try payload.place(files: files))
            guard period.contains(row.month) else { throw .damaged }
            rows.append(row)
        }
        try payload.fields.end()
    }
}

/// Waybills alone as records: of the year before, or to be kept for the year after.
enum WaybillRecords {
    static func frames(
        _ waybills: [WaybillKey], as kind: RecordFrame.Kind,
        partition: UInt32 = RecordFrame.aside, _ texts: RegisteredTexts
    ) -> [RecordFrame] {
        stride(from: 0, to: waybills.count, by: ShipmentRecords.maximumRows).map { start in
            var payload = PayloadWriter(texts)
            let part = waybills[start..<min(start + ShipmentRecords.maximumRows, waybills.count)]
            for waybill in part { payload.waybill(waybill) }
            payload.count = part.count
            return payload.frame(kind, partition: partition)
        }
    }

    static func read(
        _ frame: RecordFrame, roster: Roster, registers: Registers,
        into waybills: inout [WaybillKey]
    ) throws(RecordFault) {
        var payload = try PayloadReader(frame, roster: roster, registers: registers)
        for _ in 0..<frame.count {
            let waybill = try payload.waybill()
            guard waybill != .none else { throw .damaged }
            waybills.append(waybill)
        }
        try payload.fields.end()
    }
}
