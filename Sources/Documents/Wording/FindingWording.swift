import Subsidy

/// What a finding's code says is wrong, and what to do about it: a sentence each, without its stop.
///
/// The values of one finding are facts in brackets behind the problem: see `FindingSentence`.
struct FindingWording {
    let problem: Text
    let remedy: Text

    init(_ problem: Text, do remedy: Text) {
        self.problem = problem
        self.remedy = remedy
    }

    init(of code: FindingCode) {
        switch code {
        case .rowColumns: self = .rowColumns
        case .rowQuote: self = .rowQuote
        case .rowTooLong: self = .rowTooLong
        case .encodingInvalid: self = .encodingInvalid
        case .waybillMissing: self = .waybillMissing
        case .waybillExcelDamaged: self = .waybillExcelDamaged
        case .waybillSuspicious: self = .waybillSuspicious
        case .enterpriseMissing: self = .enterpriseMissing
        case .enterpriseCheckDigit: self = .enterpriseCheckDigit
        case .enterpriseContradiction: self = .enterpriseContradiction
        case .enterpriseNotOnRoster: self = .enterpriseNotOnRoster
        case .enterpriseRefused: self = .enterpriseRefused
        case .enterpriseOtherSupport: self = .enterpriseOtherSupport
        case .dateMissing: self = .dateMissing
        case .dateUnreadable: self = .dateUnreadable
        case .dateOutsidePeriod: self = .dateOutsidePeriod
        case .piecesUnreadable: self = .piecesUnreadable
        case .piecesNotPositive: self = .piecesNotPositive
        case .weightMissing: self = .weightMissing
        case .weightUnreadable: self = .weightUnreadable
        case .weightNotPositive: self = .weightNotPositive
        case .volumeUnreadable: self = .volumeUnreadable
        case .volumeNegative: self = .volumeNegative
        case .monthUnreadable: self = .monthUnreadable
        case .adjudicatedOther: self = .adjudicatedOther
        case .adjudicatedNone: self = .adjudicatedNone
        case .contestedVolumes: self = .contestedVolumes
        case .contestedOverlap: self = .contestedOverlap
        case .statusNotCounted: self = .statusNotCounted
        case .statusReturnedElsewhere: self = .statusReturnedElsewhere
        case .statusUnlisted: self = .statusUnlisted
        case .contestedEnterprises: self = .contestedEnterprises
        case .duplicateSame: self = .duplicateSame
        case .duplicateDiffers: self = .duplicateDiffers
        case .duplicateLastYear: self = .duplicateLastYear
        case .coverageNoRows: self = .coverageNoRows
        case .coverageMonth: self = .coverageMonth
        case .controlDiffers: self = .controlDiffers
        case .fileRepeated: self = .fileRepeated
        case .cnapsCheckDigit: self = .cnapsCheckDigit
        case .accountSuspicious: self = .accountSuspicious
        }
    }

    /// What it says of a row of this kind of export.
    init(of code: FindingCode, in kind: ExportKind) {
        switch (code, kind) {
        case (.duplicateSame, .volumes): self = .duplicateVolume
        case (.dateOutsidePeriod, .volumes): self = .monthOutsidePeriod
        default: self.init(of: code)
        }
    }

    /// Whether the sentence is to name the enterprise of the finding.
    static func namesEnterprise(_ code: FindingCode) -> Bool {
        switch code {
        case .enterpriseNotOnRoster, .enterpriseRefused, .enterpriseOtherSupport, .coverageNoRows,
            .cnapsCheckDigit, .accountSuspicious:
            true
        default: false
        }
    }
}
