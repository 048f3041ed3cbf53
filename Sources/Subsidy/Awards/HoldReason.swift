/// Why an award cannot be issued yet.
package enum HoldReason: Hashable, Sendable {
    case noAccountName
    case noAccount
    case noCNAPS
    /// Scientific form, or 18 digits and more that end in three zeros or more.
    case damagedAccount
    /// Characters that no account has.
    case unreadableAccount
    /// A payee's name or bank that a spreadsheet would run as a formula.
    case formula(RosterField)
    /// A character that a payment file cannot carry, by its code point.
    case character(RosterField, UInt32)
    /// More characters than a payment file has room for.
    case tooLong(RosterField, limit: Int)
    /// The pool is spent until others have given back what they got too much.
    case awaitsReclaim
    /// City support that is lower and not yet given up, by its programmes: not both.
    case supportNotWaived([String])
    /// A character that one of the files asked for cannot carry.
    case characterOfFile(RosterField, UInt32, file: String)
    /// More characters than one of the files asked for has room for.
    case tooLongForFile(RosterField, limit: Int, file: String)

    /// Whether another payment format would not have it.
    package var isOfOneFile: Bool {
        switch self {
        case .characterOfFile, .tooLongForFile: true
        default: false
        }
    }
}

/// The rule for payees: what keeps an award from being issued.
package enum HoldRule {
    /// The reasons that hold a payment to `payee`: those of every file in the order of the
    /// roster's columns, then those of the files asked for, in their order.
    package static func reasons(
        _ payee: Payee, in profiles: [BankProfile] = []
    ) -> [HoldReason] {
        let general =
            name(payee.accountName) + account(payee.account)
            + text(payee.bank, .bank, limit: 140)
            + (CNAPS(payee.cnaps) == nil ? [.noCNAPS] : [])
            + places(payee, in: profiles)
        return general + profiles.flatMap { reasons(payee, of: $0, beside: general) }
    }

    /// Province and city, where a file shows them.
    private static func places(_ payee: Payee, in profiles: [BankProfile]) -> [HoldReason] {
        [ProfileSource.province, .city].flatMap { source -> [HoldReason] in
            guard let field = source.rosterField,
                profiles.contains(where: { $0.columns.contains { $0.content == .source(source) } })
            else { return [] }
            return text(payee[field], field, limit: 140)
        }
    }

    /// What a profile's file cannot carry and another could.
    private static func reasons(
        _ payee: Payee, of profile: BankProfile, beside general: [HoldReason]
    ) -> [HoldReason] {
        var reasons: [HoldReason] = []
        for column in profile.columns {
            guard case .source(let source) = column.content, let field = source.rosterField else {
                continue
            }
            let text = payee[field]
            if let stray = profile.stray(in: text),
                !general.contains(.character(field, stray.value))
            {
                reasons.append(.characterOfFile(field, stray.value, file: profile.file))
            }
            if let width = column.width, text.unicodeScalars.count > width {
                reasons.append(.tooLongForFile(field, limit: width, file: profile.file))
            }
        }
        // Two columns may show one text.
        return reasons.enumerated().filter { !reasons[..<$0.offset].contains($0.element) }
            .map(\.element)
    }

    /// The reason that holds an award beside city support, while one grant of it is not waived.
    package static func reasons(unwaived programmes: [String]) -> [HoldReason] {
        programmes.isEmpty ? [] : [.supportNotWaived(programmes)]
    }

    /// An account of 16 or 17 digits that ends in zeros: as Excel leaves them, but possible.
    package static func isSuspicious(account: String) -> Bool {
        let digits = account.utf8
        return (16...17).contains(digits.count) && digits.allSatisfy { (0x30...0x39) ~= $0 }
            && digits.suffix(max(1, digits.count - 15)).allSatisfy { $0 == 0x30 }
    }

    private static func name(_ name: String) -> [HoldReason] {
        name.isEmpty ? [.noAccountName] : text(name, .accountName, limit: 140)
    }

    private static func account(_ account: String) -> [HoldReason] {
        if account.isEmpty { return [.noAccount] }
        let bytes = Array(account.utf8)
        if isDamaged(bytes) { return [.damagedAccount] }
        let isPlain =
            bytes.count <= 34
            && bytes.allSatisfy { (0x30...0x39) ~= $0 || (0x41...0x5A) ~= $0 || $0 == 0x2D }
        return isPlain && bytes.first != 0x2D ? [] : [.unreadableAccount]
    }

    private static func isDamaged(_ account: [UInt8]) -> Bool {
        if Waybill.isScientific(account.span) { return true }
        return account.count >= 18 && account.allSatisfy { (0x30...0x39) ~= $0 }
            && account.suffix(3).allSatisfy { $0 == 0x30 }
    }

    private static func text(_ text: String, _ field: RosterField, limit: Int) -> [HoldReason] {
        var reasons: [HoldReason] = []
        let first = text.unicodeScalars.first { $0 != " " && $0 != "\u{3000}" }
        if let first, "=+-@＝＋－＠".unicodeScalars.contains(first) {
            reasons.append(.formula(field))
        }
        let scalars = text.unicodeScalars
        if let stray = scalars.first(where: { !isPrintable($0) }) {
            reasons.append(.character(field, stray.value))
        }
        if scalars.count > limit { reasons.append(.tooLong(field, limit: limit)) }
        return reasons
    }

    /// XML 1.0, production 2, without the controls that it lets through, without what is not seen
    /// or turns the direction of text, and without U+FFFD.
    package static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: false
        case 0x20..<0x7F, 0xA0..<0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }
}
