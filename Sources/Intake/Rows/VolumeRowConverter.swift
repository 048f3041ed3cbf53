import DelimitedText
import Subsidy

/// Turns the rows of one export of volumes by month into rows to be judged, findings and figures.
///
/// One worker's share of one file; it has few rows, so every cell goes through a String.
struct VolumeRowConverter: ~Copyable {
    private let export: Export
    private let programme: Programme
    private let registers: Registers
    private let columns: FieldColumns
    private let readColumns: ReadColumns
    private let decoder: CellDecoder
    private let settingsEnterprise: EnterpriseID?
    private let settingsCarrier: Int

    private(set) var figures = FileFigures()

    init(_ export: Export, programme: Programme, registers: Registers) {
        self.export = export
        self.programme = programme
        self.registers = registers
        columns = FieldColumns(export.layout.columns)
        readColumns = ReadColumns(export.layout, fields: FieldColumns.fieldsOfVolumes)
        decoder = CellDecoder(export.encoding)
        settingsEnterprise = export.settings?.uscc.map(registers.enterprise)
        settingsCarrier = registers.carrier(named: export.settings?.carrier ?? "")
    }

    var file: UInt16 { export.index }

    /// Judges each row as far as it can be judged alone; those that remain go to `sink`.
    mutating func convert(_ batch: RecordBatch, into sink: inout WorkerResult) {
        for record in batch.records {
            let row = TextRow(record, of: batch, decoder: decoder)
            if let fault = record.fault {
                reject(row, fault == .quote ? .rowQuote : .rowTooLong, into: &sink)
                continue
            }
            if isNoRow(row) { continue }
            guard hasExpectedCells(row) else {
                let expected = export.layout.cells.lowerBound
                reject(
                    row, .rowColumns,
                    detail: .cellCount(found: row.texts.count, expected: expected), into: &sink)
                continue
            }
            convert(row, into: &sink)
        }
    }

    /// Blank records and footers are no rows; a footer's totals are kept.
    private mutating func isNoRow(_ row: TextRow) -> Bool {
        let cells = row.texts.map(CanonicalText.cell)
        if cells.allSatisfy(\.isEmpty) { return true }
        guard FooterRule.isFooter(cells[0]) else { return false }
        figures.footers += FooterRule.totals(
            cells, columns: export.layout.columns, line: row.line, volumesIn: programme.unit)
        return true
    }

    /// As many cells as the header has; beyond its names only blank ones.
    private func hasExpectedCells(_ row: TextRow) -> Bool {
        let expected = export.layout.cells
        return expected.contains(row.texts.count)
            && row.texts.dropFirst(expected.lowerBound).allSatisfy {
                CanonicalText.cell($0).isEmpty
            }
    }

    private mutating func convert(_ row: TextRow, into sink: inout WorkerResult) {
        let used = [
            columns.uscc, columns.enterprise, columns.month, columns.volume, columns.carrier,
        ]
        if let column = used.filter({ row.faulty[$0] != nil }).min() {
            keep(row, in: &sink)
            reject(
                row, .encodingInvalid, column: .position(UInt16(column)),
                detail: .bytes(row.faulty[column] ?? []), into: &sink)
            return
        }
        var reading = VolumeRowReading()
        reading.enterprise = enterprise(of: row)
        reading.volume = Quantity.volume(row[columns.volume], unit: programme.unit)
        reading.month = ShipmentMonth.reading(row[columns.month])
        count(reading)
        sink.noteEnterprise(reading.enterprise)
        if let code = reading.fault {
            reject(row, code, reading, into: &sink)
            return
        }
        guard case .known(let enterprise) = reading.enterprise, let month = reading.month,
            let volume = reading.stated
        else { preconditionFailure("a row without a fault has all its values") }
        guard programme.period.contains(month) else {
            exclude(row, enterprise, month, volume, into: &sink)
            return
        }
        sink.volumeRows.append(
            VolumeRow(
                enterprise: enterprise, month: month, carrier: carrier(of: row), volume: volume,
                place: Place(file: export.index, line: row.line)))
    }

    private func enterprise(of row: TextRow) -> EnterpriseReading {
        EnterpriseReading(
            columns.uscc < 0 ? .missing : CodeReading(row[columns.uscc], registers: registers),
            columns.enterprise < 0
                ? .missing : NameReading(row[columns.enterprise], registers: registers),
            settings: settingsEnterprise, registers: registers)
    }

    private func carrier(of row: TextRow) -> Int {
        let own = columns.carrier < 0 ? 0 : registers.carrier(named: row[columns.carrier])
        return own == 0 ? settingsCarrier : own
    }

    /// The figures of a row that could be taken apart, whatever becomes of it.
    private mutating func count(_ reading: VolumeRowReading) {
        if let volume = reading.stated {
            figures.volume += UInt128(volume)
            if programme.unit == .pieces { figures.pieces += UInt128(volume) }
        }
        if let month = reading.month, programme.period.contains(month) {
            figures.note(month: programme.period.from.month.distance(to: month))
        }
    }
}

// Findings.
extension VolumeRowConverter {
    /// A row that cannot be taken apart.
    private mutating func reject(
        _ row: TextRow, _ code: FindingCode, column: Finding.Column = .none,
        detail: FindingDetail = .none, into sink: inout WorkerResult
    ) {
        figures.tally.add(.rejected, volume: nil)
        sink.findings.append(
            Finding(
                code, source: .export(export.index), line: row.line, column: column,
                detail: detail))
    }

    /// A row with a cell that is not valid, with that cell as the excerpt.
    private mutating func reject(
        _ row: TextRow, _ code: FindingCode, _ reading: VolumeRowReading,
        into sink: inout WorkerResult
    ) {
        figures.tally.add(.rejected, volume: reading.stated)
        let column = columns.column(of: code)
        let excerpt = column >= 0 ? row[column] : ""
        var finding = Finding(
            code, source: .export(export.index), line: row.line,
            column: column >= 0 ? .position(UInt16(column)) : .none, volume: reading.stated,
            detail: .cell(excerpt))
        switch reading.enterprise {
        case .known(let id), .contradiction(let id): finding.enterprise = id
        case .invalidCode(let fault) where code == .enterpriseCheckDigit:
            finding.detail = .codeFault(fault, excerpt: excerpt)
        case .invalidCode, .missing: break
        }
        sink.findings.append(finding)
        keep(row, in: &sink)
    }

    /// Keeps what can be sent back of a rejected row.
    private func keep(_ row: TextRow, in sink: inout WorkerResult) {
        readColumns.keep(
            row.record, of: row.batch, in: export.index, decoder: decoder, to: &sink.rejected)
    }

    /// Step 4: the month lies outside the period.
    private mutating func exclude(
        _ row: TextRow, _ enterprise: EnterpriseID, _ month: Month, _ volume: UInt64,
        into sink: inout WorkerResult
    ) {
        figures.tally.add(.excluded, volume: volume)
        sink.findings.append(
            Finding(
                .dateOutsidePeriod, source: .export(export.index), line: row.line,
                column: .position(UInt16(columns.month)), enterprise: enterprise, volume: volume,
                detail: .month(month)))
    }
}

/// A record with its cells as text.
private struct TextRow {
    let record: RecordBatch.Record
    let batch: RecordBatch
    /// As the file has them, U+FFFD for what is no text.
    let texts: [String]
    /// By column, the first bytes that are no text.
    let faulty: [Int: [UInt8]]

    init(_ record: RecordBatch.Record, of batch: RecordBatch, decoder: borrowing CellDecoder) {
        let bytes = batch.cells.bytes.span
        var texts: [String] = []
        var faulty: [Int: [UInt8]] = [:]
        for column in 0..<(record.fault == nil ? record.cellCount : 0) {
            let cell = bytes.extracting(batch.range(of: column, in: record))
            texts.append(decoder.excerpt(cell))
            if case .failure(let fault) = decoder.decode(cell) { faulty[column] = fault.bytes }
        }
        self.record = record
        self.batch = batch
        self.texts = texts
        self.faulty = faulty
    }

    var line: UInt32 { UInt32(record.line) }

    subscript(column: Int) -> String { texts[column] }
}
