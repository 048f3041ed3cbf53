/// A cell with a month's volume, read.
package enum VolumeReading: Sendable, Equatable {
    case unreadable
    case negative
    /// Pieces, waybills or grams; 0 is a volume.
    case stated(UInt64)
}

extension Quantity {
    /// Reads 出货量: the forms of pieces, or in a programme by weight those of kilograms.
    package static func volume(_ text: String, unit: VolumeUnit) -> VolumeReading {
        let text = CanonicalText.value(text)
        let decimals = unit == .weight ? 3 : 0
        switch reading(text, decimals: decimals) {
        case .unstated, .unreadable: return .unreadable
        case .stated(let volume): return .stated(volume)
        case .notPositive:
            let size = reading(String(text.drop { $0 == "-" }), decimals: decimals)
            if case .stated = size { return .negative }
            return .stated(0)
        }
    }
}

/// A row of an export of volumes by month, read.
package struct VolumeRow: Sendable, Equatable {
    package let enterprise: EnterpriseID
    package let month: Month
    /// One number for each carrier of the run; 0 where the row names none.
    package let carrier: Int
    /// Pieces, waybills or grams.
    package let volume: UInt64
    package let place: Place

    package init(
        enterprise: EnterpriseID, month: Month, carrier: Int, volume: UInt64, place: Place
    ) {
        self.enterprise = enterprise
        self.month = month
        self.carrier = carrier
        self.volume = volume
        self.place = place
    }
}

/// The cells of a row of volumes as their rules read them, before it is judged.
package struct VolumeRowReading: Sendable {
    package var enterprise: EnterpriseReading = .missing
    package var volume: VolumeReading = .unreadable
    package var month: Month?

    package init() {}

    /// Step 3 of the order of judging: the first fault, in the order of the codes.
    package var fault: FindingCode? {
        enterprise.fault ?? volumeFault ?? (month == nil ? .monthUnreadable : nil)
    }

    /// The volume, if it is valid.
    package var stated: UInt64? {
        if case .stated(let volume) = volume { return volume }
        return nil
    }

    private var volumeFault: FindingCode? {
        switch volume {
        case .unreadable: .volumeUnreadable
        case .negative: .volumeNegative
        case .stated: nil
        }
    }
}
