/// One subsidy year as its settings say it: the rules by which volumes become awards.
package struct Programme: Sendable {
    package var title: String
    package var year: Int
    package var pool: Fen
    package var unit: VolumeUnit
    package var period: Period
    /// The days of the policy's trial; nil where the settings do not say.
    package var policyTerm: Period?
    /// Statuses that do not count, in canonical text.
    package var notCounted: [String]
    package var limits: Limits
    package var payer: Payer
    package var paymentDate: CalendarDate?
    package var approval: Approval?
    package var payments: [PaymentForm]
    package var exports: [ExportSettings]
    /// The file of the private key that signs what is published, as it was typed.
    package var signingKey: String?
    /// Where the years' payments are recorded, relative to the programme's folder; nil beside it.
    package var ledger: String?
    /// How the awards are made public for objections; nil where no notice is to be made.
    package var notice: Notice?

    package init(
        title: String, year: Int, pool: Fen, unit: VolumeUnit, period: Period,
        notCounted: [String], limits: Limits, payer: Payer, paymentDate: CalendarDate?,
        approval: Approval?, payments: [PaymentForm], exports: [ExportSettings],
        policyTerm: Period? = nil, signingKey: String? = nil,
        ledger: String? = nil, notice: Notice? = nil
    ) {
        self.signingKey = signingKey
        self.title = title
        self.year = year
        self.pool = pool
        self.unit = unit
        self.period = period
        self.policyTerm = policyTerm
        self.notCounted = notCounted
        self.limits = limits
        self.payer = payer
        self.paymentDate = paymentDate
        self.approval = approval
        self.payments = payments
        self.exports = exports
        self.ledger = ledger
        self.notice = notice
    }

    /// The profiles among the payment files.
    package var profiles: [BankProfile] { payments.compactMap(\.profile) }

    /// 用途 of every payment: the year and the title in at most 62 characters that files carry.
    package var purpose: String {
        let text = "\(year)年\(title)".unicodeScalars.filter(HoldRule.isPrintable)
        return String(String.UnicodeScalarView(text.prefix(62)))
    }
}

/// What an enterprise's volume is counted in.
package enum VolumeUnit: String, Sendable, CaseIterable {
    case pieces
    case waybills
    /// Grams inside, kilograms with three decimals where people read it.
    case weight
}

/// The days, first and last included, in which a shipment counts.
package struct Period: Hashable, Sendable {
    package let from: CalendarDate
    package let to: CalendarDate

    /// Nil where the end lies before the beginning.
    package init?(from: CalendarDate, to: CalendarDate) {
        guard from <= to else { return nil }
        self.from = from
        self.to = to
    }

    package func contains(_ other: Period) -> Bool { contains(other.from) && contains(other.to) }

    package func contains(_ date: CalendarDate) -> Bool { from <= date && date <= to }

    package func contains(_ month: Month) -> Bool { from.month <= month && month <= to.month }
}

/// Above these nothing is paid.
package struct Limits: Hashable, Sendable {
    package var rejected: Percentage
    package var contested: Percentage
    package var unknown: Percentage

    package init(rejected: Percentage, contested: Percentage, unknown: Percentage) {
        self.rejected = rejected
        self.contested = contested
        self.unknown = unknown
    }
}

/// Whose account the pool is paid from.
package struct Payer: Hashable, Sendable {
    package var name: String
    package var account: String
    package var bank: String
    package var cnaps: CNAPS

    package init(name: String, account: String, bank: String, cnaps: CNAPS) {
        self.name = name
        self.account = account
        self.bank = bank
        self.cnaps = cnaps
    }
}

/// The district's approval of the year's awards.
package struct Approval: Hashable, Sendable {
    package var reference: String
    package var date: CalendarDate

    package init(reference: String, date: CalendarDate) {
        self.reference = reference
        self.date = date
    }
}

/// What `fentan.yaml` says of the exports that fit a pattern, where they do not say it themselves.
package struct ExportSettings: Hashable, Sendable {
    package enum Control: String, Sendable, CaseIterable {
        case compare
        case ignore
    }

    package var pattern: String
    package var encoding: String?
    package var carrier: String?
    package var uscc: USCC?
    /// Field name -> the header that the file has for it.
    package var columns: [String: String]
    package var control: Control
    /// The line of `fentan.yaml`, from 1.
    package var line: Int?

    package init(
        pattern: String, encoding: String?, carrier: String?, uscc: USCC?,
        columns: [String: String], control: Control, line: Int? = nil
    ) {
        self.line = line
        self.pattern = pattern
        self.encoding = encoding
        self.carrier = carrier
        self.uscc = uscc
        self.columns = columns
        self.control = control
    }
}
