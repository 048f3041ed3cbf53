import DelimitedText
import Subsidy

/// Turns the rows of one export into shipments, findings and figures.
///
/// One worker's share of one file: its tables remember the cells that recur.
struct RowConverter: ~Copyable {
    let export: Export
    let unit: VolumeUnit
    let months: MonthTable
    private let statusRule: StatusRule
    private let registers: Registers
    let columns: FieldColumns
    private let readColumns: ReadColumns
    let footerRule: FooterRule
    private let decoder: CellDecoder
    private let settingsEnterprise: EnterpriseID?
    let settingsCarrier: Int
    /// False where each row is to go the full way: for tests that compare both.
    private let takesPlainRows: Bool

    var codes = CellTable<CodeReading>()
    var names = CellTable<NameReading>()
    var statuses = CellTable<StatusReading>()
    var carriers = CellTable<Int>()

    /// By number of the code cell, the number of a name cell that does not contradict it, or -1.
    var namesOfCodes: [Int] = []
    /// By place among `RecentCells`, the enterprise that came there last.
    var recentEnterprises = [RecentEnterprise](repeating: .init(), count: RecentCells.count)
    /// The numbers of days by their cells.
    var days = RecentCells()
    /// The plain rows whose status is not yet in the figures.
    var statusRun = StatusRun()

    var figures = FileFigures()
    /// How many rows were plain.
    private(set) var plainRows = 0

    init(
        _ export: Export, programme: Programme, statusRule: StatusRule, months: MonthTable,
        registers: Registers, takesPlainRows: Bool = true
    ) {
        self.export = export
        self.takesPlainRows = takesPlainRows
        self.statusRule = statusRule
        self.registers = registers
        unit = programme.unit
        self.months = months
        columns = FieldColumns(export.layout.columns)
        readColumns = ReadColumns(export.layout, fields: FieldColumns.fields)
        footerRule = FooterRule(encoding: export.encoding)
        decoder = CellDecoder(export.encoding)
        settingsEnterprise = export.settings?.uscc.map(registers.enterprise)
        let carrier = Carrier.canonicalName(export.settings?.carrier ?? "")
        settingsCarrier = carrier.isEmpty ? 0 : registers.carrier(canonicalName: carrier)
    }

    var file: UInt16 { export.index }

    /// Judges each row as far as it can be judged alone; shipments go to `sink`.
    mutating func convert(_ batch: RecordBatch, into sink: inout WorkerResult) {
        let bytes = batch.cells.bytes.span
        let ends = batch.cells.ends.span
        var plain = PlainRow()
        for record in batch.records {
            if takesPlainRows, record.fault == nil,
                record.cellCount == export.layout.cells.lowerBound,
                readPlain(record, bytes, ends, into: &plain)
            {
                plainRows += 1
                take(plain, line: UInt32(record.line), into: &sink)
                continue
            }
            let row = Row(batch: batch, record: record)
            if let fault = record.fault {
                reject(row, fault == .quote ? .rowQuote : .rowTooLong, into: &sink)
                continue
            }
            if isNoRow(row, bytes) { continue }
            guard hasExpectedCells(row, bytes) else {
                let expected = export.layout.cells.lowerBound
                reject(
                    row, .rowColumns,
                    detail: .cellCount(found: record.cellCount, expected: expected), into: &sink)
                continue
            }
            convert(row, bytes, into: &sink)
        }
        endStatusRun()
    }

    /// Blank records and footers are no rows; a footer's totals are kept.
    private mutating func isNoRow(_ row: Row, _ bytes: Span<UInt8>) -> Bool {
        let first = bytes.extracting(row[0])
        if ByteSearch.isBlank(first) {
            return (0..<row.record.cellCount).allSatisfy { column in
                let cell = bytes.extracting(row[column])
                return ByteSearch.isBlank(cell)
                    || (!ByteSearch.isPlain(cell)
                        && CanonicalText.cell(decoder.excerpt(cell)).isEmpty)
            }
        }
        guard footerRule.mayBegin(first) else { return false }
        let cells = (0..<row.record.cellCount).map {
            CanonicalText.cell(decoder.excerpt(bytes.extracting(row[$0])))
        }
        if cells.allSatisfy(\.isEmpty) { return true }
        guard FooterRule.isFooter(cells[0]) else { return false }
        figures.footers += FooterRule.totals(
            cells, columns: export.layout.columns, line: UInt32(row.record.line))
        return true
    }

    /// As many cells as the header has; beyond its names only blank ones.
    private func hasExpectedCells(_ row: Row, _ bytes: Span<UInt8>) -> Bool {
        let expected = export.layout.cells
        let count = row.record.cellCount
        if count == expected.lowerBound { return true }
        guard expected.contains(count) else { return false }
        return (expected.lowerBound..<count).allSatisfy {
            ByteSearch.isBlank(bytes.extracting(row[$0]))
        }
    }

    private mutating func convert(_ row: Row, _ bytes: Span<UInt8>, into sink: inout WorkerResult) {
        var cells = RowCells()
        read(row, bytes, into: &cells)
        if let (column, undecodable) = cells.undecodable {
            keep(row, in: &sink)
            reject(
                row, .encodingInvalid, column: .position(UInt16(column)),
                detail: .bytes(undecodable), into: &sink)
            return
        }
        count(cells, row)
        sink.noteEnterprise(cells.reading.enterprise)
        let volume = cells.volume(unit: unit)
        if cells.isSuspicious {
            sink.findings.append(
                finding(.waybillSuspicious, row, cells, volume, column: columns.waybill))
        }
        switch cells.reading.verdict(unit: unit) {
        case .rejected(let code): reject(row, code, cells, bytes, into: &sink)
        case .reported:
            figures.tally.add(.excluded, volume: volume)
            var finding = finding(.statusNotCounted, row, cells, volume, column: columns.status)
            finding.detail = .cell(decoder.excerpt(bytes.extracting(row[columns.status])))
            sink.findings.append(finding)
            if cells.key != .none { sink.take(shipment(row, cells)) }
        case .shipment: sink.take(shipment(row, cells))
        }
    }

    private func shipment(_ row: Row, _ cells: RowCells) -> Shipment {
        var date: CalendarDate?
        if cells.reading.statusCounts, case .day(let day) = cells.reading.date { date = day }
        return Shipment(
            waybill: cells.key, enterprise: cells.enterprise ?? .unreadable,
            statedVolume: cells.reading.statedVolume(unit: unit), carrier: cells.carrier,
            date: date, place: Place(file: export.index, line: UInt32(row.record.line)))
    }

    /// The figures of a row that could be taken apart, whatever becomes of it.
    private mutating func count(_ cells: RowCells, _ row: Row) {
        if case .stated(let pieces) = cells.reading.pieces { figures.pieces += UInt128(pieces) }
        if case .stated(let grams) = cells.reading.weight { figures.grams += UInt128(grams) }
        if case .day(let date) = cells.reading.date, let month = months.offset(of: date) {
            figures.note(month: month)
        }
        guard let status = cells.status else { return }
        figures.statuses.note(
            status.number,
            StatusTally.Figures(
                rows: 1, firstLine: UInt32(row.record.line), volume: cells.volume(unit: unit) ?? 0))
    }
}

// Reading cells.
extension RowConverter {
    private mutating func read(_ row: Row, _ bytes: Span<UInt8>, into cells: inout RowCells) {
        readWaybill(row, bytes, into: &cells)
        readEnterprise(row, bytes, into: &cells)
        if columns.shipped >= 0 {
            cells.reading.date =
                plain(row, columns.shipped, bytes, &cells, ShipmentDate.reading)
                ?? .missing
        }
        if columns.pieces >= 0 {
            cells.reading.pieces =
                plain(row, columns.pieces, bytes, &cells, Quantity.pieces)
                ?? .unstated
        }
        if columns.weight >= 0 {
            cells.reading.weight =
                plain(row, columns.weight, bytes, &cells, Quantity.grams)
                ?? .unstated
        }
        readStatus(row, bytes, into: &cells)
        readCarrier(row, bytes, into: &cells)
    }

    private func readWaybill(_ row: Row, _ bytes: Span<UInt8>, into cells: inout RowCells) {
        let reading = plain(row, columns.waybill, bytes, &cells, Waybill.reading) ?? .missing
        cells.reading.waybill = reading
        switch reading {
        case .missing, .damaged: break
        case .packed(let key, let isSuspicious):
            cells.key = key
            cells.isSuspicious = isSuspicious
        case .long(let number, let isSuspicious):
            cells.key = registers.longWaybill(number)
            cells.isSuspicious = isSuspicious
        }
    }

    /// The code decides where there is one; a name that is another enterprise's contradicts it.
    private mutating func readEnterprise(
        _ row: Row, _ bytes: Span<UInt8>, into cells: inout RowCells
    ) {
        var code = CodeReading.missing
        var name = NameReading.missing
        let registers = registers
        if columns.uscc >= 0 {
            let lookup = codes.lookup(bytes.extracting(row[columns.uscc]), decoder: decoder) {
                CodeReading($0, registers: registers)
            }
            code = cells.value(lookup, column: columns.uscc) ?? .missing
        }
        if columns.enterprise >= 0 {
            let lookup = names.lookup(bytes.extracting(row[columns.enterprise]), decoder: decoder) {
                NameReading($0, registers: registers)
            }
            name = cells.value(lookup, column: columns.enterprise) ?? .missing
        }
        cells.setEnterprise(code, name, settings: settingsEnterprise, registers: registers)
    }

    private mutating func readStatus(_ row: Row, _ bytes: Span<UInt8>, into cells: inout RowCells) {
        guard columns.status >= 0 else { return }
        let rule = statusRule
        // Taken out and put back: its room is the converter's, as is that of the cells.
        var tally = StatusTally()
        swap(&tally, &figures.statuses)
        let lookup = statuses.lookup(bytes.extracting(row[columns.status]), decoder: decoder) {
            let text = CanonicalText.value($0)
            let status = StatusTally.Status(
                text: StatusRule.shown(text), counts: rule.counts(text),
                isUnlisted: rule.isUnlisted(text))
            return StatusReading(number: tally.number(of: status), counts: status.counts)
        }
        swap(&tally, &figures.statuses)
        cells.status = cells.value(lookup, column: columns.status)
        cells.reading.statusCounts = cells.status?.counts ?? true
    }

    private mutating func readCarrier(_ row: Row, _ bytes: Span<UInt8>, into cells: inout RowCells)
    {
        cells.carrier = settingsCarrier
        guard columns.carrier >= 0 else { return }
        let registers = registers
        let lookup = carriers.lookup(bytes.extracting(row[columns.carrier]), decoder: decoder) {
            let name = Carrier.canonicalName($0)
            return name.isEmpty ? 0 : registers.carrier(canonicalName: name)
        }
        let carrier = cells.value(lookup, column: columns.carrier) ?? 0
        if carrier != 0 { cells.carrier = carrier }
    }

    /// A cell that its rule reads as UTF-8; nil where its bytes are no text.
    private func plain<Reading>(
        _ row: Row, _ column: Int, _ bytes: Span<UInt8>, _ cells: inout RowCells,
        _ rule: (Span<UInt8>) -> Reading
    ) -> Reading? {
        let cell = bytes.extracting(row[column])
        if ByteSearch.isPlain(cell) { return rule(cell) }
        switch decoder.decode(cell) {
        case .success(let text): return rule(text.span)
        case .failure(let fault):
            cells.noteUndecodable(fault.bytes, column: column)
            return nil
        }
    }
}

// Findings.
extension RowConverter {
    private func finding(
        _ code: FindingCode, _ row: Row, _ cells: RowCells, _ volume: UInt64?, column: Int
    ) -> Finding {
        Finding(
            code, source: .export(export.index), line: UInt32(row.record.line),
            column: column >= 0 ? .position(UInt16(column)) : .none, enterprise: cells.enterprise,
            waybill: cells.key, volume: volume)
    }

    /// A row that cannot be taken apart.
    private mutating func reject(
        _ row: Row, _ code: FindingCode, column: Finding.Column = .none,
        detail: FindingDetail = .none, into sink: inout WorkerResult
    ) {
        figures.tally.add(.rejected, volume: nil)
        sink.findings.append(
            Finding(
                code, source: .export(export.index), line: UInt32(row.record.line), column: column,
                detail: detail))
    }

    /// A row with a cell that is not valid, with that cell as the excerpt.
    private mutating func reject(
        _ row: Row, _ code: FindingCode, _ cells: RowCells, _ bytes: Span<UInt8>,
        into sink: inout WorkerResult
    ) {
        let volume = cells.volume(unit: unit)
        figures.tally.add(.rejected, volume: volume)
        let column = columns.column(of: code)
        var finding = finding(code, row, cells, volume, column: column)
        let excerpt = column >= 0 ? decoder.excerpt(bytes.extracting(row[column])) : ""
        finding.detail = .cell(excerpt)
        if case .contradiction(let id) = cells.reading.enterprise { finding.enterprise = id }
        if case .invalidCode(let fault) = cells.reading.enterprise, code == .enterpriseCheckDigit {
            finding.detail = .codeFault(fault, excerpt: excerpt)
        }
        sink.findings.append(finding)
        keep(row, in: &sink)
    }

    /// Keeps what can be sent back of a rejected row.
    private func keep(_ row: Row, in sink: inout WorkerResult) {
        readColumns.keep(
            row.record, of: row.batch, in: export.index, decoder: decoder, to: &sink.rejected)
    }
}

/// A record of a batch, by which its cells are found.
private struct Row {
    let batch: RecordBatch
    let record: RecordBatch.Record

    /// The bytes of a cell in those of the batch.
    subscript(column: Int) -> Range<Int> { batch.range(of: column, in: record) }
}
