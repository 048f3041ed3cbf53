/// One thing said about one row, file or enterprise: code, place and typed values, no wording.
///
/// A run may have millions: what is kept is in the order that leaves no gaps, and has a number of its
/// own for nothing.
package struct Finding: Sendable {
    /// The file that a finding is about.
    package enum Source: Hashable, Sendable {
        case export(UInt16)
        case roster
        case settings
    }

    /// A column of the file: one of an export by its position, or a named one of a table.
    package enum Column: Hashable, Sendable {
        case none
        case position(UInt16)
        case field(RosterField)
    }

    package var waybill: WaybillKey
    package var detail: FindingDetail
    package var code: FindingCode
    package var source: Source
    package var column: Column
    private var lineOrZero: UInt32
    private var enterpriseOrNobody: UInt32
    private var volumeOrLargest: UInt64

    /// From 1; nil where the finding is about a whole file or an enterprise.
    package var line: UInt32? { lineOrZero == 0 ? nil : lineOrZero }

    package var enterprise: EnterpriseID? {
        get { enterpriseOrNobody == Self.nobody ? nil : EnterpriseID(rawValue: enterpriseOrNobody) }
        set { enterpriseOrNobody = newValue?.rawValue ?? Self.nobody }
    }

    /// Next to the number of an enterprise that cannot be read.
    private static let nobody = UInt32.max - 1

    /// Pieces, waybills or grams, where they are readable.
    package var volume: UInt64? { volumeOrLargest == .max ? nil : volumeOrLargest }

    package init(
        _ code: FindingCode, source: Source, line: UInt32? = nil, column: Column = .none,
        enterprise: EnterpriseID? = nil, waybill: WaybillKey = .none, volume: UInt64? = nil,
        detail: FindingDetail = .none
    ) {
        self.code = code
        self.source = source
        lineOrZero = line ?? 0
        self.column = column
        enterpriseOrNobody = enterprise?.rawValue ?? Self.nobody
        self.waybill = waybill
        volumeOrLargest = volume ?? .max
        self.detail = detail
    }
}

/// The values of a finding, by which its text explains it.
///
/// Rare and large ones are boxed: a run may have millions of findings.
package enum FindingDetail: Sendable, Equatable {
    case none
    /// The excerpt: the cell as it stands in the file.
    case cell(String)
    /// Bytes that the file's encoding does not have.
    case bytes([UInt8])
    case cellCount(found: Int, expected: Int)
    /// The row that counts in this one's place.
    case countedAt(Place, DuplicateDifference)
    /// Another enterprise that claims the waybill, and where.
    case claimedBy(EnterpriseID, Place)
    /// The row whose status says that the parcel came back.
    case reportedAt(Place)
    /// Another row with which this one cannot stand.
    case besides(Place)
    /// The decision that took the row out of the count.
    case decided(AdjudicationID)
    /// A date, and the row that has it where it is another.
    case date(CalendarDate, Place?)
    indirect case codeFault(USCC.Fault, excerpt: String)
    indirect case status(String, rows: UInt64)
    case month(Month)
    indirect case control(ControlTotal)
    /// The other file that has the same bytes.
    case sameAs(UInt16)
    /// What the enterprise has elsewhere; of the city's also the quota here, in whole fen.
    indirect case otherSupport(SupportGrant.Level, amountFen: UInt128, quotaFen: UInt128?)
}

/// In what a duplicate differs from the row that counts.
package struct DuplicateDifference: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let volume = DuplicateDifference(rawValue: 1)
    package static let carrier = DuplicateDifference(rawValue: 2)
    /// The dates lie more than three days apart.
    package static let date = DuplicateDifference(rawValue: 4)
}
