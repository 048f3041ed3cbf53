/// A row's cells as its rules read them, before it is judged.
package struct RowReading: Sendable {
    package var waybill: WaybillReading = .missing
    package var enterprise: EnterpriseReading = .missing
    package var date: DateReading = .missing
    package var pieces: QuantityReading = .unstated
    package var weight: QuantityReading = .unstated
    package var statusCounts = true

    package init() {}
}

/// An enterprise named by code, by name or by both.
package enum EnterpriseReading: Sendable, Equatable {
    case missing
    /// The code is none, by its check characters or its form.
    case invalidCode(USCC.Fault)
    /// The code is this enterprise's, the name another's.
    case contradiction(EnterpriseID)
    case known(EnterpriseID)
}

extension EnterpriseReading {
    /// The code of a row whose enterprise cannot be told; nil where it can.
    var fault: FindingCode? {
        switch self {
        case .missing: .enterpriseMissing
        case .invalidCode: .enterpriseCheckDigit
        case .contradiction: .enterpriseContradiction
        case .known: nil
        }
    }
}

/// What the first three steps of judging say of a row.
package enum RowVerdict: Sendable, Equatable {
    case rejected(FindingCode)
    /// Its own status does not count: excluded, but its waybill and enterprise are reported.
    case reported
    /// Goes on to the rows of the same waybill.
    case shipment
}

extension RowReading {
    /// Steps 2 and 3 of the order of judging; step 1 is that the row could be taken apart.
    package func verdict(unit: VolumeUnit) -> RowVerdict {
        if !statusCounts { return .reported }
        if let code = waybillFault ?? enterprise.fault ?? dateFault ?? volumeFault(unit: unit) {
            return .rejected(code)
        }
        return .shipment
    }

    /// The volume that the row states in the programme's unit, if it is valid.
    package func statedVolume(unit: VolumeUnit) -> UInt64? {
        let quantity: QuantityReading =
            switch unit {
            case .pieces: pieces
            case .weight: weight
            case .waybills: .unstated
            }
        if case .stated(let volume) = quantity { return volume }
        return nil
    }

    private var waybillFault: FindingCode? {
        switch waybill {
        case .missing: .waybillMissing
        case .damaged: .waybillExcelDamaged
        case .packed, .long: nil
        }
    }

    private var dateFault: FindingCode? {
        switch date {
        case .missing: .dateMissing
        case .unreadable: .dateUnreadable
        case .day: nil
        }
    }

    private func volumeFault(unit: VolumeUnit) -> FindingCode? {
        switch (unit, unit == .weight ? weight : pieces) {
        case (.waybills, _), (_, .stated), (.pieces, .unstated): nil
        case (.pieces, .unreadable): .piecesUnreadable
        case (.pieces, .notPositive): .piecesNotPositive
        case (.weight, .unstated): .weightMissing
        case (.weight, .unreadable): .weightUnreadable
        case (.weight, .notPositive): .weightNotPositive
        }
    }
}
