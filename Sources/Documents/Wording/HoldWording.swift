package import Subsidy

/// Why an award is held, and what ends it.
package enum HoldWording {
    static func text(of reason: HoldReason) -> Text {
        switch reason {
        case .noAccountName:
            Text("名册没有户名，请补全", "the roster has no account name; fill it in")
        case .noAccount:
            Text("名册没有账号，请补全", "the roster has no account; fill it in")
        case .noCNAPS:
            Text(
                "联行号不是 12 位数字，请更正",
                "the bank's number (联行号) is not 12 digits; correct it")
        case .damagedAccount:
            Text(
                "账号已被 Excel 改动（科学计数法或尾部成零），请按开户资料重新填写",
                "Excel has damaged the account (scientific form or zeros at its end); "
                    + "type it again from the bank's papers")
        case .unreadableAccount:
            Text(
                "账号含有账号中不会有的字符或超过 34 位，请更正",
                "the account has characters that no account has or is longer than 34; correct it")
        case .formula(let field):
            Text(
                "\(field.chineseName)以公式符号开头（= + - @），请更正",
                "\(field.rawValue) begins like a formula (= + - @); correct it")
        case .character(let field, let scalar):
            Text(
                "\(field.chineseName)含有付款文件无法承载的字符 \(codePoint(scalar))，请更正",
                "\(field.rawValue) has a character that no payment file carries "
                    + "(\(codePoint(scalar))); correct it")
        case .tooLong(let field, let limit):
            Text(
                "\(field.chineseName)超过 \(limit) 个字符，请更正",
                "\(field.rawValue) is longer than \(limit) characters; correct it")
        case .awaitsReclaim:
            Text(
                "资金池已全部发出，待多付款项追回后补发",
                "the whole pool has been sent; it waits until what others got too much is reclaimed"
            )
        case .supportNotWaived(let programmes):
            SupportWording.unwaived(programmes)
        case .characterOfFile(let field, let scalar, let file):
            Text(
                "\(field.chineseName)含有 \(file) 无法承载的字符 \(codePoint(scalar))，请更正或改用其他付款文件",
                "\(field.rawValue) has a character that \(file) cannot carry "
                    + "(\(codePoint(scalar))); correct it, or ask for another payment file")
        case .tooLongForFile(let field, let limit, let file):
            Text(
                "\(field.chineseName)超过 \(file) 的 \(limit) 个字符，请更正或改用其他付款文件",
                "\(field.rawValue) is longer than the \(limit) characters of \(file); "
                    + "correct it, or ask for another payment file")
        }
    }

    /// All reasons of one award, `；` between them.
    package static func text(of reasons: [HoldReason], in language: Language) -> String {
        reasons.map { text(of: $0)[language] }.joined(separator: Text("；", "; ")[language])
    }

    static func codePoint(_ scalar: UInt32) -> String {
        let digits = String(scalar, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }
}
