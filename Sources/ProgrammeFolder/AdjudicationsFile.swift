package import Subsidy

extension AdjudicationField: TableField {}

/// Reads `adjudications.csv`: one decision a row, on a waybill or on a month's volume.
package enum AdjudicationsFile {
    /// The decisions, in order of lines; `unit` is what 出货量 is counted in.
    package static func adjudications(
        of bytes: [UInt8], unit: VolumeUnit
    ) throws(InputFault) -> [Adjudication] {
        let table = try InputTable<AdjudicationField>(
            bytes, file: Adjudication.fileName, required: [.uscc, .reference, .date])
        var adjudications: [Adjudication] = []
        var lines: [[UInt8]: Int] = [:]
        for row in table.rows {
            let adjudication = try adjudication(row, unit: unit)
            if case .waybill(let number) = adjudication.subject,
                let firstLine = lines.updateValue(row.line, forKey: number)
            {
                throw adjudication.fault(.repeatedDecision(firstLine: firstLine))
            }
            adjudications.append(adjudication)
        }
        return adjudications
    }

    private typealias Row = InputRow<AdjudicationField>

    private static func adjudication(
        _ row: Row, unit: VolumeUnit
    ) throws(InputFault) -> Adjudication {
        Adjudication(
            subject: try subject(row, unit: unit), winner: try winner(row),
            reference: try row.requiredAsTyped(.reference), date: try date(row), line: row.line)
    }

    private static func subject(
        _ row: Row, unit: VolumeUnit
    ) throws(InputFault) -> Adjudication.Subject {
        let month = row.text(.month)
        let volume = row.text(.volume)
        let waybill = try waybill(row)
        // A waybill may have its carrier beside it.
        guard let waybill else {
            if month.isEmpty, volume.isEmpty { throw row.fault(.decisionOnTwoThings, .waybill) }
            return .volumes(
                StatedVolume(
                    month: try self.month(row), carrier: row.asTyped(.carrier),
                    volume: try self.volume(row, unit: unit)))
        }
        guard month.isEmpty, volume.isEmpty else {
            throw row.fault(
                .decisionOnTwoThings, .waybill,
                excerpt: String(decoding: waybill, as: UTF8.self))
        }
        return .waybill(waybill)
    }

    /// In canonical form, as those of exports; nil where the cell is empty.
    private static func waybill(_ row: Row) throws(InputFault) -> [UInt8]? {
        let cell = row.cell(.waybill)
        switch Waybill.reading(Array(cell.utf8).span) {
        case .missing: return nil
        case .packed(let key, _): return key.characters
        case .long(let number, _): return number
        case .damaged:
            throw row.fault(.invalidValue(expected: .waybill), .waybill, excerpt: cell)
        }
    }

    private static func month(_ row: Row) throws(InputFault) -> Month {
        let text = try row.required(.month)
        guard let month = ShipmentMonth.reading(text) else {
            throw row.fault(.invalidValue(expected: .month), .month, excerpt: text)
        }
        return month
    }

    private static func volume(_ row: Row, unit: VolumeUnit) throws(InputFault) -> UInt64 {
        let text = try row.required(.volume)
        guard case .stated(let volume) = Quantity.volume(text, unit: unit) else {
            throw row.fault(.invalidValue(expected: .volume(unit)), .volume, excerpt: text)
        }
        return volume
    }

    /// Nil where the decision gives to nobody.
    private static func winner(_ row: Row) throws(InputFault) -> USCC? {
        let text = try row.required(.uscc)
        return text == "无" || text.lowercased() == "none" ? nil : try row.uscc(.uscc)
    }

    private static func date(_ row: Row) throws(InputFault) -> CalendarDate {
        let text = try row.required(.date)
        guard case .day(let date) = ShipmentDate.reading(Array(text.utf8).span) else {
            throw row.fault(.invalidValue(expected: .date), .date, excerpt: text)
        }
        return date
    }
}
