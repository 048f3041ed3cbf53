import Subsidy

/// What a setting or a cell should be.
enum ExpectationWording {
    static func text(of expectation: Expectation) -> Text {
        switch expectation {
        case .oneOf(let names):
            Text(
                "下列之一：\(names.joined(separator: "、"))", "one of \(names.joined(separator: ", "))")
        case .text: Text("一个值", "one value")
        case .list: Text("列表，如 [a, b]", "a list, such as [a, b]")
        case .keys(let names):
            names.isEmpty
                ? Text("若干“名称: 值”", "names with values, such as {name: value}")
                : Text(
                    "含下列设置项的一组：\(names.joined(separator: "、"))",
                    "settings of these names: \(names.joined(separator: ", "))")
        case .year: Text("四位年份，如 2026", "a year of four digits, such as 2026")
        case .yuan:
            Text(
                "大于零、至多两位小数的元，如 \"500000.00\"",
                "yuan above zero with at most two decimals, such as \"500000.00\"")
        case .amount:
            Text(
                "不小于零、至多两位小数、不带千位分隔的元，如 30000.00",
                "yuan, zero or more, with at most two decimals and no separators, such as 30000.00")
        case .reference:
            Text("放弃文件的文号；尚未放弃的留空", "the reference of the waiver, or nothing while there is none")
        case .percentage: Text("百分比，如 1% 或 0.5%", "a percentage, such as 1% or 0.5%")
        case .date: Text("日期，如 2026-01-31", "a date, such as 2026-01-31")
        case .notBefore(let date): Text("不早于 \(date) 的日期", "a date not before \(date)")
        case .within(let term):
            Text(
                "\(term.from) 至 \(term.to)（policy-term）之内",
                "within \(term.from) to \(term.to) (policy-term)")
        case .title: Text("一行文字，1 至 60 字", "one line of 1 to 60 characters")
        case .cnaps: Text("加引号的 12 位数字", "12 digits in quotes")
        case .account:
            Text(
                "加引号的账号，1 至 34 位，未被 Excel 改动",
                "an account in quotes, 1 to 34 characters, not changed by Excel")
        case .waybill:
            Text(
                "未被 Excel 改成科学计数法的运单号", "a waybill that Excel has not put into scientific form")
        case .month: Text("月份，如 2026-03", "a month, such as 2026-03")
        case .volume(.weight): Text("千克，至多三位小数", "kilograms with at most three decimals")
        case .volume(.pieces), .volume(.waybills): Text("不小于零的整数", "a whole number, 0 or more")
        case .nameOrBank:
            Text(
                "一行文字，1 至 140 字，不以 = + - @ 开头",
                "one line of 1 to 140 characters that does not begin with = + - @")
        case .wholeNumber(let from, let to):
            Text("\(from) 至 \(to) 的整数", "a whole number from \(from) to \(to)")
        case .separator:
            Text(
                "一个符号，如 \",\"、\"|\"、\";\" 或 \"\\t\"",
                "one sign, such as \",\", \"|\", \";\" or \"\\t\"")
        case .paymentFileName(let ending):
            Text(
                "以 \(ending) 结尾的文件名，由字母、数字、- _ . 组成，不以 -数字、-same、-other 结尾",
                "a file name that ends in \(ending), of letters, digits, - _ and ., "
                    + "without -2, -same or -other at its end")
        case .sheetName:
            Text(
                "工作表名，1 至 31 字，不含 [ ] : * ? / \\",
                "a sheet's name of 1 to 31 characters without [ ] : * ? / \\")
        case .template(let places):
            Text(
                "一行文字，花括号内只能是：\(places.joined(separator: "、"))",
                "a line in which braces stand only in \(places.joined(separator: ", "))")
        case .line(let limit):
            Text("一行文字，1 至 \(limit) 字", "one line of 1 to \(limit) characters")
        case .noFormula:
            Text("不以 = + - @ 开头的文字", "text that does not begin with = + - @")
        }
    }
}
