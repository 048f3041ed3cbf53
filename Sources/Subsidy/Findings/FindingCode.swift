/// What became of a row.
package enum RowClass: String, Sendable, CaseIterable {
    case counted
    case duplicate
    case contested
    case excluded
    case rejected
}

/// The codes of findings, as programs read them.
package enum FindingCode: String, Sendable, CaseIterable {
    // Rejected, in the order in which the first fault of a row is its code.
    case rowColumns = "row.columns"
    case rowQuote = "row.quote"
    case rowTooLong = "row.too-long"
    case encodingInvalid = "encoding.invalid"
    case waybillMissing = "waybill.missing"
    case waybillExcelDamaged = "waybill.excel-damaged"
    case enterpriseMissing = "enterprise.missing"
    case enterpriseCheckDigit = "enterprise.check-digit"
    case enterpriseContradiction = "enterprise.contradiction"
    case dateMissing = "date.missing"
    case dateUnreadable = "date.unreadable"
    case piecesUnreadable = "pieces.unreadable"
    case piecesNotPositive = "pieces.not-positive"
    case weightMissing = "weight.missing"
    case weightUnreadable = "weight.unreadable"
    case weightNotPositive = "weight.not-positive"
    case volumeUnreadable = "volume.unreadable"
    case volumeNegative = "volume.negative"
    case monthUnreadable = "month.unreadable"
    // Excluded.
    case statusNotCounted = "status.not-counted"
    case statusReturnedElsewhere = "status.returned-elsewhere"
    case dateOutsidePeriod = "date.outside-period"
    case enterpriseNotOnRoster = "enterprise.not-on-roster"
    case enterpriseRefused = "enterprise.refused"
    case enterpriseOtherSupport = "enterprise.other-support"
    case adjudicatedOther = "adjudicated.other"
    case adjudicatedNone = "adjudicated.none"
    // Contested.
    case contestedEnterprises = "contested.enterprises"
    case contestedVolumes = "contested.volumes"
    case contestedOverlap = "contested.overlap"
    // Duplicate.
    case duplicateSame = "duplicate.same"
    case duplicateDiffers = "duplicate.differs"
    case duplicateLastYear = "duplicate.last-year"
    // No row's class.
    case statusUnlisted = "status.unlisted"
    case waybillSuspicious = "waybill.suspicious"
    case coverageNoRows = "coverage.no-rows"
    case coverageMonth = "coverage.month"
    case controlDiffers = "control.differs"
    case cnapsCheckDigit = "cnaps.check-digit"
    case accountSuspicious = "account.suspicious"
    case fileRepeated = "file.repeated"

    /// The class of the row that the finding is about; nil where it decides no row's class.
    package var rowClass: RowClass? {
        switch self {
        case .rowColumns, .rowQuote, .rowTooLong, .encodingInvalid, .waybillMissing,
            .waybillExcelDamaged, .enterpriseMissing, .enterpriseCheckDigit,
            .enterpriseContradiction, .dateMissing, .dateUnreadable, .piecesUnreadable,
            .piecesNotPositive, .weightMissing, .weightUnreadable, .weightNotPositive,
            .volumeUnreadable, .volumeNegative, .monthUnreadable:
            .rejected
        case .statusNotCounted, .statusReturnedElsewhere, .dateOutsidePeriod,
            .enterpriseNotOnRoster, .enterpriseRefused, .enterpriseOtherSupport, .adjudicatedOther,
            .adjudicatedNone:
            .excluded
        case .contestedEnterprises, .contestedVolumes, .contestedOverlap: .contested
        case .duplicateSame, .duplicateDiffers, .duplicateLastYear: .duplicate
        case .statusUnlisted, .waybillSuspicious, .coverageNoRows, .coverageMonth,
            .controlDiffers, .cnapsCheckDigit, .accountSuspicious, .fileRepeated:
            nil
        }
    }
}
