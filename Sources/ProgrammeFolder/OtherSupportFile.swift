package import Subsidy

/// Reads `other-support.csv`: what other programmes grant enterprises of the roster, a row each.
package enum OtherSupportFile {
    package static func support(
        of bytes: [UInt8], roster: Roster
    ) throws(InputFault) -> OtherSupport {
        let table = try InputTable(
            bytes, file: ProgrammeInputs.otherSupportName, required: SupportField.allCases)
        var grants: [SupportGrant] = []
        for row in table.rows { grants.append(try grant(row, roster)) }
        return OtherSupport(grants)
    }

    private typealias Row = InputRow<SupportField>

    private static func grant(_ row: Row, _ roster: Roster) throws(InputFault) -> SupportGrant {
        let uscc = try row.uscc(.uscc)
        guard let enterprise = roster.enterprise(code: uscc) else {
            throw row.fault(.notOnRoster, .uscc, excerpt: uscc.text)
        }
        return SupportGrant(
            enterprise: enterprise, level: try level(row),
            programme: try row.requiredAsTyped(.programme), amount: try amount(row),
            waiver: try waiver(row))
    }

    private static func level(_ row: Row) throws(InputFault) -> SupportGrant.Level {
        let text = try row.required(.level)
        switch text.lowercased() {
        case "区", "district": return .district
        case "市", "city": return .city
        default:
            throw row.fault(
                .invalidValue(expected: .oneOf(["区/district", "市/city"])), .level, excerpt: text)
        }
    }

    private static func amount(_ row: Row) throws(InputFault) -> Fen {
        let text = try row.required(.amount)
        guard let amount = Fen(yuan: text) else {
            throw row.fault(.invalidValue(expected: .amount), .amount, excerpt: text)
        }
        return amount
    }

    /// The reference of a waiver; nil where the cell is empty.
    ///
    /// The column's name invites an answer. 否 is no waiver, and 是 is none that can be looked up.
    private static func waiver(_ row: Row) throws(InputFault) -> String? {
        let text = row.asTyped(.waived)
        let answer = row.text(.waived).lowercased()
        if answers.contains(answer) {
            throw row.fault(.invalidValue(expected: .reference), .waived, excerpt: text)
        }
        return text.isEmpty ? nil : text
    }

    private static let answers: Set<String> = [
        "是", "否", "有", "无", "未", "没有", "已放弃", "未放弃", "放弃", "待定", "y", "n", "yes", "no", "true",
        "false", "none", "null", "n/a", "na", "0", "1", "√", "✓", "×", "x", "/", "--", "—", "——",
        "?",
    ]
}

/// The columns of `other-support.csv`.
private enum SupportField: String, TableField {
    case uscc
    case level
    case programme
    case amount
    case waived

    var chineseName: String {
        switch self {
        case .uscc: "统一社会信用代码"
        case .level: "级别"
        case .programme: "项目"
        case .amount: "金额"
        case .waived: "已放弃"
        }
    }
}
