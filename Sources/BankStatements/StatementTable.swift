import ProgrammeFolder
import Subsidy

/// A column of a statement: its English name is the raw value.
enum StatementField: String, TableField {
    case reference
    case status
    case amount
    case reason
    case date

    var chineseName: String {
        switch self {
        case .reference: "业务参考号"
        case .status: "状态"
        case .amount: "金额"
        case .reason: "原因"
        case .date: "日期"
        }
    }
}

/// A statement as a table: a payment a row, columns in any order, found by name.
enum StatementTable {
    private typealias Row = InputRow<StatementField>

    static func statement(of bytes: [UInt8], file: String) throws(InputFault) -> BankStatement {
        let table = try InputTable<StatementField>(
            bytes, file: file, required: StatementField.allCases)
        var entries: [BankStatement.Entry] = []
        for row in table.rows { entries.append(try entry(row)) }
        return BankStatement(kind: .csv, entries: entries, undecided: [], unanswered: 0)
    }

    private static func entry(_ row: Row) throws(InputFault) -> BankStatement.Entry {
        let reference = try row.required(.reference)
        guard let payment = PaymentID(reference.uppercased()) else {
            throw row.fault(.statement(.paymentID), .reference, excerpt: reference)
        }
        let state = try state(row)
        let amount = try amount(row)
        if state == .reclaimed, amount == nil { throw row.fault(.missingValue, .amount) }
        return BankStatement.Entry(
            subject: .payment(payment), state: state, amount: amount, date: try date(row),
            reason: row.asTyped(.reason), line: row.line)
    }

    private static func state(_ row: Row) throws(InputFault) -> BankAnswer.State {
        let text = try row.required(.status)
        switch text.lowercased() {
        case "已付", "paid": return .paid
        case "退回", "returned": return .returned
        case "已追回", "reclaimed": return .reclaimed
        default: throw row.fault(.statement(.state), .status, excerpt: text)
        }
    }

    private static func amount(_ row: Row) throws(InputFault) -> Fen? {
        let text = row.text(.amount)
        if text.isEmpty { return nil }
        guard let amount = StatedAmount.fen(text) else {
            throw row.fault(.statement(.amount), .amount, excerpt: text)
        }
        return amount
    }

    private static func date(_ row: Row) throws(InputFault) -> CalendarDate {
        let text = try row.required(.date)
        guard case .day(let date) = ShipmentDate.reading(Array(text.utf8).span) else {
            throw row.fault(.statement(.date), .date, excerpt: text)
        }
        return date
    }
}

/// Amounts as banks print them.
enum StatedAmount {
    /// Yuan above zero with at most two decimals, `1234.5` or `1,234.50`; else nil.
    static func fen(_ text: String) -> Fen? {
        guard let plain = withoutThousands(text), let amount = Fen(yuan: plain), amount > .zero
        else { return nil }
        return amount
    }

    /// `1,234.50` without its commas; nil where they do not stand between groups of three digits.
    private static func withoutThousands(_ text: String) -> String? {
        guard text.contains(",") else { return text }
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
        guard let first = groups.first, (1...3).contains(first.utf8.count),
            groups.dropFirst().allSatisfy({ $0.utf8.count == 3 })
        else { return nil }
        return groups.joined() + (parts.count == 2 ? "." + parts[1] : "")
    }
}
