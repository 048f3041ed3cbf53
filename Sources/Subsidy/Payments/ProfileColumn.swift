/// One column of a profile's file: its title, what stands in it, how much room there is.
package struct ProfileColumn: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
        /// The same text in every row.
        case fixed(String)
        case source(ProfileSource)
        /// One text where payer and payee are with the same bank, another where they are not.
        case bankRelation(same: String, other: String)
    }

    package var title: String
    package var content: Content
    /// The most characters of a cell.
    package var width: Int?

    package init(title: String, content: Content, width: Int? = nil) {
        self.title = title
        self.content = content
        self.width = width
    }
}

/// What a column can be filled from.
package enum ProfileSource: String, Sendable, CaseIterable {
    /// The row's number within its file, from 1.
    case number
    case id
    case name
    case account
    case bank
    case cnaps
    case province
    case city
    case amount
    case purpose
    case paymentDate = "payment-date"
    case payerName = "payer-name"
    case payerAccount = "payer-account"
    case payerBank = "payer-bank"
    case payerCNAPS = "payer-cnaps"

    /// The roster's column of a payee's own text.
    package var rosterField: RosterField? {
        switch self {
        case .name: .accountName
        case .account: .account
        case .bank: .bank
        case .province: .province
        case .city: .city
        default: nil
        }
    }

    /// The characters that its longest text has, where that is known beforehand.
    package func fullWidth(in profile: BankProfile) -> Int? {
        switch self {
        case .id: 30
        case .cnaps, .payerCNAPS: 12
        case .paymentDate: profile.date.rawValue.utf8.count
        case .amount: profile.unit == .yuan ? 16 : 15
        case .number: String(profile.rows).utf8.count
        default: nil
        }
    }

    /// What every file must show, so that it can be read back.
    package static let required: [ProfileSource] = [.id, .name, .account, .amount]
}

extension Payee {
    /// The text of one of the payee's own columns.
    package subscript(field: RosterField) -> String {
        switch field {
        case .accountName: accountName
        case .account: account
        case .bank: bank
        case .cnaps: cnaps
        case .province: province
        case .city: city
        case .uscc, .name, .review, .aliases: ""
        }
    }
}
