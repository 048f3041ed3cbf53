import Subsidy

/// The columns of an export's fields; -1 where it has none.
struct FieldColumns: Sendable {
    let waybill: Int
    let uscc: Int
    let enterprise: Int
    let shipped: Int
    let pieces: Int
    let weight: Int
    let status: Int
    let carrier: Int
    let month: Int
    let volume: Int

    /// The fields that an export of waybills is read for.
    static let fields: [ShipmentField] = [
        .waybill, .uscc, .enterprise, .shipped, .pieces, .weight, .status, .carrier,
    ]

    /// The fields that an export of volumes by month is read for.
    static let fieldsOfVolumes: [ShipmentField] = [.uscc, .enterprise, .month, .volume, .carrier]

    init(_ columns: [ShipmentField: Int]) {
        waybill = columns[.waybill] ?? -1
        uscc = columns[.uscc] ?? -1
        enterprise = columns[.enterprise] ?? -1
        shipped = columns[.shipped] ?? -1
        pieces = columns[.pieces] ?? -1
        weight = columns[.weight] ?? -1
        status = columns[.status] ?? -1
        carrier = columns[.carrier] ?? -1
        month = columns[.month] ?? -1
        volume = columns[.volume] ?? -1
    }

    /// The column that a row's finding is about.
    func column(of code: FindingCode) -> Int {
        switch code {
        case .waybillMissing, .waybillExcelDamaged, .waybillSuspicious: waybill
        case .enterpriseMissing, .enterpriseCheckDigit: uscc >= 0 ? uscc : enterprise
        case .enterpriseContradiction: enterprise
        case .dateMissing, .dateUnreadable: shipped
        case .dateOutsidePeriod: shipped >= 0 ? shipped : month
        case .piecesUnreadable, .piecesNotPositive: pieces
        case .weightMissing, .weightUnreadable, .weightNotPositive: weight
        case .statusNotCounted, .statusUnlisted: status
        case .duplicateDiffers, .duplicateLastYear, .contestedEnterprises,
            .statusReturnedElsewhere:
            waybill
        // Of a row of volumes, which has no waybill, it is about its volume.
        case .duplicateSame, .adjudicatedOther, .adjudicatedNone: waybill >= 0 ? waybill : volume
        case .volumeUnreadable, .volumeNegative, .contestedVolumes, .contestedOverlap: volume
        case .monthUnreadable: month
        case .enterpriseNotOnRoster, .enterpriseRefused, .enterpriseOtherSupport:
            uscc >= 0 ? uscc : enterprise
        default: -1
        }
    }
}

/// One row's cells, read: what its rules say, and what goes into its shipment.
struct RowCells {
    var reading = RowReading()
    var key = WaybillKey.none
    var isSuspicious = false
    var carrier = 0
    var status: StatusReading?
    /// The leftmost cell whose bytes are no text.
    private(set) var undecodable: (column: Int, bytes: [UInt8])?

    mutating func noteUndecodable(_ bytes: [UInt8], column: Int) {
        if let first = undecodable, first.column < column { return }
        undecodable = (column, bytes)
    }

    mutating func value<Value>(_ lookup: CellLookup<Value>, column: Int) -> Value? {
        switch lookup {
        case .value(let value): return value
        case .undecodable(let bytes):
            noteUndecodable(bytes, column: column)
            return nil
        }
    }

    mutating func setEnterprise(
        _ code: CodeReading, _ name: NameReading, settings: EnterpriseID?, registers: Registers
    ) {
        reading.enterprise = EnterpriseReading(
            code, name, settings: settings, registers: registers)
    }

    var enterprise: EnterpriseID? {
        if case .known(let id) = reading.enterprise { return id }
        return nil
    }

    /// The row's volume where it is readable; a row that states no pieces is one.
    func volume(unit: VolumeUnit) -> UInt64? {
        switch unit {
        case .waybills: 1
        case .pieces: reading.pieces == .unstated ? 1 : reading.statedVolume(unit: unit)
        case .weight: reading.statedVolume(unit: unit)
        }
    }
}
