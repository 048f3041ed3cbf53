import DelimitedText
import Subsidy

/// A row as nearly all are: a shipment, each of its cells in a plain form or met before.
struct PlainRow {
    var waybill: WaybillKey
    var enterprise: EnterpriseID
    var date: CalendarDate
    var pieces: UInt64?
    var grams: UInt64?
    var carrier: Int
    var status: StatusReading?
}

extension RowConverter {
    /// The record as a plain row; nil where anything about it is out of the ordinary.
    ///
    /// Such a record goes the full way, which decides alone; this one only says the same faster.
    mutating func plainRow(
        _ record: RecordBatch.Record, _ bytes: Span<UInt8>, _ ends: Span<UInt32>
    ) -> PlainRow? {
        if columns.waybill != 0, mayBeNoRow(record.range(of: 0, in: bytes, ends: ends), bytes) {
            return nil
        }
        guard
            let cell = ShortBytes(
                record.range(of: columns.waybill, in: bytes, ends: ends), of: bytes),
            let waybill = PlainForms.waybill(
                cell.first, cell.second, cell.third, count: cell.count),
            let enterprise = plainEnterprise(record, bytes, ends),
            let day = ShortBytes(
                record.range(of: columns.shipped, in: bytes, ends: ends), of: bytes),
            let date = PlainForms.date(day.first, day.second, count: day.count)
        else { return nil }
        var row = PlainRow(
            waybill: waybill, enterprise: enterprise, date: date, carrier: settingsCarrier)
        return readQuantities(record, bytes, ends, into: &row)
            && readRecurring(record, bytes, ends, into: &row) ? row : nil
    }

    private func mayBeNoRow(_ first: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
        first.isEmpty || footerRule.mayBegin(bytes.extracting(first))
    }

    /// The enterprise whose code it is, or whose name where there is no code's column.
    private mutating func plainEnterprise(
        _ record: RecordBatch.Record, _ bytes: Span<UInt8>, _ ends: Span<UInt32>
    ) -> EnterpriseID? {
        guard columns.uscc >= 0 else {
            guard columns.enterprise >= 0 else { return nil }
            let cell = record.range(of: columns.enterprise, in: bytes, ends: ends)
            guard let name = names.number(of: cell, in: bytes), case .member(let id) = names[name]
            else { return nil }
            return id
        }
        let cell = record.range(of: columns.uscc, in: bytes, ends: ends)
        guard let code = codes.number(of: cell, in: bytes), case .known(let id) = codes[code] else {
            return nil
        }
        guard columns.enterprise >= 0 else { return id }
        let name = record.range(of: columns.enterprise, in: bytes, ends: ends)
        if namesOfCodes.indices.contains(code), namesOfCodes[code] >= 0,
            names.isCell(name, in: bytes, of: namesOfCodes[code])
        {
            return id
        }
        guard let number = names.number(of: name, in: bytes) else { return nil }
        if case .member(let other) = names[number], other != id { return nil }
        namesOfCodes += repeatElement(-1, count: max(0, code + 1 - namesOfCodes.count))
        namesOfCodes[code] = number
        return id
    }

    /// False where a cell has to be read the full way.
    private func readQuantities(
        _ record: RecordBatch.Record, _ bytes: Span<UInt8>, _ ends: Span<UInt32>,
        into row: inout PlainRow
    ) -> Bool {
        if columns.pieces >= 0 {
            let range = record.range(of: columns.pieces, in: bytes, ends: ends)
            guard let cell = ShortBytes(range, of: bytes),
                let pieces = PlainForms.number(cell.first, count: cell.count)
            else { return false }
            row.pieces = pieces
        }
        if columns.weight >= 0 {
            let cell = bytes.extracting(record.range(of: columns.weight, in: bytes, ends: ends))
            guard ByteSearch.isPlain(cell), case .stated(let grams) = Quantity.grams(cell) else {
                return false
            }
            row.grams = grams
        }
        return row.grams != nil || unit != .weight
    }

    /// False where a cell has to be read the full way.
    private mutating func readRecurring(
        _ record: RecordBatch.Record, _ bytes: Span<UInt8>, _ ends: Span<UInt32>,
        into row: inout PlainRow
    ) -> Bool {
        if columns.status >= 0 {
            let cell = record.range(of: columns.status, in: bytes, ends: ends)
            if lastStatus < 0 || !statuses.isCell(cell, in: bytes, of: lastStatus) {
                guard let number = statuses.number(of: cell, in: bytes) else { return false }
                lastStatus = number
            }
            let status = statuses[lastStatus]
            guard status.counts else { return false }
            row.status = status
        }
        if columns.carrier >= 0 {
            let cell = record.range(of: columns.carrier, in: bytes, ends: ends)
            guard let number = carriers.number(of: cell, in: bytes) else { return false }
            if carriers[number] != 0 { row.carrier = carriers[number] }
        }
        return true
    }

    /// Counts a plain row's figures and hands its shipment on.
    mutating func take(_ row: PlainRow, line: UInt32, into sink: inout WorkerResult) {
        if let pieces = row.pieces { figures.pieces += UInt128(pieces) }
        if let grams = row.grams { figures.grams += UInt128(grams) }
        if let month = months.offset(of: row.date) { figures.note(month: month) }
        let stated: UInt64? =
            switch unit {
            case .pieces: row.pieces
            case .weight: row.grams
            case .waybills: nil
            }
        if let status = row.status {
            figures.note(
                status.number,
                .init(
                    rows: 1, firstLine: line, volume: stated ?? 1, isUnlisted: status.isUnlisted))
        }
        sink.noteEnterprise(.known(row.enterprise))
        sink.take(
            Shipment(
                waybill: row.waybill, enterprise: row.enterprise, statedVolume: stated,
                carrier: row.carrier, date: row.date, place: Place(file: file, line: line)))
    }
}
