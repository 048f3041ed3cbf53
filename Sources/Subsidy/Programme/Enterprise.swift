/// A member company as the roster names it.
package struct Enterprise: Hashable, Sendable {
    package var uscc: USCC
    package var name: String
    package var review: Review
    package var payee: Payee
    package var aliases: [String]
    /// The line of the roster, from 1.
    package var line: Int

    package init(
        uscc: USCC, name: String, review: Review, payee: Payee, aliases: [String], line: Int
    ) {
        self.uscc = uscc
        self.name = name
        self.review = review
        self.payee = payee
        self.aliases = aliases
        self.line = line
    }
}

/// What the review group said of an application (section 3 of the policy).
package enum Review: String, Sendable, CaseIterable {
    case approved
    case refused
    case pending
}

/// Where an enterprise wants its money: the roster's cells, trimmed, otherwise as typed.
package struct Payee: Hashable, Sendable {
    package var accountName: String
    package var account: String
    package var bank: String
    package var cnaps: String
    /// 省份 and 地市, which some banks' files ask for; empty where the roster has none.
    package var province: String
    package var city: String

    package init(
        accountName: String, account: String, bank: String, cnaps: String, province: String = "",
        city: String = ""
    ) {
        self.accountName = accountName
        self.account = account
        self.bank = bank
        self.cnaps = cnaps
        self.province = province
        self.city = city
    }
}
