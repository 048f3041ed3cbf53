import Subsidy

/// The settings in force under the keys of `fentan.yaml`, the payer's account masked.
struct SettingsRecord: Encodable {
    let programme: String
    let year: Int
    let pool: String
    let volume: String
    let period: PeriodRecord
    /// Left out where the settings do not say it.
    let policyTerm: PeriodRecord?
    let notCounted: [String]
    let maxRejected: String
    let maxContested: String
    let maxUnknown: String
    let payer: PayerRecord
    let paymentDate: OrNull<String>
    let approval: OrNull<ApprovalRecord>
    let payments: [String]
    let exports: [ExportRecord]
    /// Of the documents; said on the command line.
    let language: String
    /// The fingerprint of the public key; left out where nothing is signed.
    let signingKey: String?
    /// Left out where no notice is to be made.
    let notice: NoticeSettingsRecord?
    /// Said on the command line; left out where there are none.
    let letters: Bool?

    init(_ programme: Programme, edition: Edition) {
        self.programme = programme.title
        year = programme.year
        pool = programme.pool.description
        volume = programme.unit.rawValue
        period = PeriodRecord(programme.period)
        policyTerm = programme.policyTerm.map(PeriodRecord.init)
        notCounted = programme.notCounted
        maxRejected = programme.limits.rejected.description
        maxContested = programme.limits.contested.description
        maxUnknown = programme.limits.unknown.description
        payer = PayerRecord(
            name: programme.payer.name, account: Account.masked(programme.payer.account),
            accountDigest: Account.digest(programme.payer.account),
            bank: programme.payer.bank, cnaps: programme.payer.cnaps.text)
        self.paymentDate = OrNull(edition.paymentDate?.description)
        approval = OrNull(
            programme.approval.map {
                ApprovalRecord(reference: $0.reference, date: $0.date.description)
            })
        payments = programme.payments.map(\.name)
        exports = programme.exports.map(ExportRecord.init)
        language = edition.language.rawValue
        signingKey = edition.signingKey?.fingerprint
        letters = edition.letters ? true : nil
        notice = programme.notice.map(NoticeSettingsRecord.init)
    }

    private enum CodingKeys: String, CodingKey {
        case programme, year, pool, volume, period
        case policyTerm = "policy-term"
        case notCounted = "not-counted"
        case maxRejected = "max-rejected"
        case maxContested = "max-contested"
        case maxUnknown = "max-unknown"
        case payer
        case paymentDate = "payment-date"
        case approval, payments, exports, language, notice, letters
        case signingKey = "signing-key"
    }
}

struct PeriodRecord: Encodable {
    let from: String
    let to: String

    init(_ period: Period) {
        from = period.from.description
        to = period.to.description
    }
}

struct PayerRecord: Encodable {
    let name: String
    let account: String
    /// What every payment id ends in.
    let accountDigest: String
    let bank: String
    let cnaps: String
}

struct ApprovalRecord: Encodable {
    let reference: String
    let date: String
}

struct ExportRecord: Encodable {
    let file: String
    let encoding: OrNull<String>
    let carrier: OrNull<String>
    let uscc: OrNull<String>
    let columns: [String: String]
    let control: String

    init(_ settings: ExportSettings) {
        file = settings.pattern
        encoding = OrNull(settings.encoding)
        carrier = OrNull(settings.carrier)
        uscc = OrNull(settings.uscc?.text)
        columns = settings.columns
        control = settings.control.rawValue
    }
}

/// Bank accounts where people see them.
enum Account {
    /// `****1234`; of an account of four characters or fewer nothing.
    static func masked(_ account: String) -> String {
        account.count > 4 ? "****" + account.suffix(4) : "****"
    }

    /// The first six hexadecimal digits of the SHA-256, by which another account is noticed.
    static func digest(_ account: String) -> String {
        Checksums.hexDigest(of: Array(account.utf8)).prefix(6).uppercased()
    }
}
