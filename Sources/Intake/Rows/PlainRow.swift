import DelimitedText
import Subsidy

/// A row as nearly all are: a shipment, each of its cells in a plain form or met before.
///
/// One room serves row after row: to hand each out would cost as much as to read some cells.
struct PlainRow {
    var waybill = WaybillKey.none
    var enterprise = EnterpriseID.unreadable
    var date = CalendarDate(dayNumber: 0)
    var pieces: UInt64?
    var grams: UInt64?
    var carrier = 0
    var status: StatusReading?
}

/// An enterprise by the code and the name that it came with, both short.
struct RecentEnterprise: Sendable {
    var code = ShortBytes.none
    var name = ShortBytes.none
    var enterprise = EnterpriseID.unreadable
}

/// Plain rows with one status, one after another: most rows have the status of the one before.
struct StatusRun {
    /// -1 for none.
    var number = -1
    var firstLine: UInt32 = 0
    var rows = 0
    var volume: UInt128 = 0
}

extension RowConverter {
    /// Reads the record as a plain row; false where anything about it is out of the ordinary.
    ///
    /// Such a record goes the full way, which decides alone; this one only says the same faster.
    mutating func readPlain(
        _ record: RecordBatch.Record, _ bytes: Span<UInt8>, _ ends: Span<UInt32>,
        into row: inout PlainRow
    ) -> Bool {
        if columns.waybill != 0, mayBeNoRow(record.range(of: 0, in: bytes, ends: ends), bytes) {
            return false
        }
        guard
            let cell = ShortBytes(
                record.range(of: columns.waybill, in: bytes, ends: ends), of: bytes),
            let waybill = PlainForms.waybill(
                cell.first, cell.second, cell.third, count: cell.count),
            let enterprise = plainEnterprise(record, bytes, ends),
            let day = ShortBytes(
                record.range(of: columns.shipped, in: bytes, ends: ends), of: bytes),
            let date = plainDate(day)
        else { return false }
        row.waybill = waybill
        row.enterprise = enterprise
        row.date = date
        return readQuantities(record, bytes, ends, into: &row)
            && readRecurring(record, bytes, ends, into: &row)
    }

    private func mayBeNoRow(_ first: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
        first.isEmpty || footerRule.mayBegin(bytes.extracting(first))
    }

    @inline(__always)
    private mutating func plainDate(_ cell: ShortBytes) -> CalendarDate? {
        if let day = days.number(of: cell) { return CalendarDate(dayNumber: Int32(day)) }
        guard let date = PlainForms.date(cell.first, cell.second, count: cell.count) else {
            return nil
        }
        days.remember(cell, as: Int(date.dayNumber))
        return date
    }

    /// The enterprise of the row's code and name, which mostly come together and are short.
    @inline(__always)
    private mutating func plainEnterprise(
        _ record: RecordBatch.Record, _ bytes: Span<UInt8>, _ ends: Span<UInt32>
    ) -> EnterpriseID? {
        guard columns.uscc >= 0, columns.enterprise >= 0,
            let code = ShortBytes(
                record.range(of: columns.uscc, in: bytes, ends: ends), of: bytes),
            let name = ShortBytes(
                record.range(of: columns.enterprise, in: bytes, ends: ends), of: bytes)
        else { return foundEnterprise(record, bytes, ends) }
        let place = RecentCells.place(of: code)
        if recentEnterprises[place].code == code, recentEnterprises[place].name == name {
            return recentEnterprises[place].enterprise
        }
        guard let enterprise = foundEnterprise(record, bytes, ends) else { return nil }
        recentEnterprises[place] = RecentEnterprise(code: code, name: name, enterprise: enterprise)
        return enterprise
    }

    /// The enterprise whose code it is, or whose name where there is no code's column.
    private mutating func foundEnterprise(
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
    ///
    /// It changes nothing of the converter, which would be copied for each row to be only read.
    private mutating func readQuantities(
        _ record: RecordBatch.Record, _ bytes: Span<UInt8>, _ ends: Span<UInt32>,
        into row: inout PlainRow
    ) -> Bool {
        (row.pieces, row.grams) = (nil, nil)
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
        (row.carrier, row.status) = (settingsCarrier, nil)
        if columns.status >= 0 {
            let cell = record.range(of: columns.status, in: bytes, ends: ends)
            guard let number = statuses.number(of: cell, in: bytes) else { return false }
            let status = statuses[number]
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

    /// Counts the plain rows of one status that came one after another.
    mutating func endStatusRun() {
        guard statusRun.rows > 0 else { return }
        figures.statuses.note(
            statusRun.number,
            StatusTally.Figures(
                rows: statusRun.rows, firstLine: statusRun.firstLine,
                volume: UInt64(clamping: statusRun.volume)))
        statusRun = StatusRun()
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
            if status.number != statusRun.number {
                endStatusRun()
                statusRun = StatusRun(number: status.number, firstLine: line)
            }
            statusRun.rows += 1
            statusRun.volume += UInt128(stated ?? 1)
        }
        sink.noteEnterprise(.known(row.enterprise))
        sink.take(
            Shipment(
                waybill: row.waybill, enterprise: row.enterprise, statedVolume: stated,
                carrier: row.carrier, date: row.date, place: Place(file: file, line: line)))
    }
}
