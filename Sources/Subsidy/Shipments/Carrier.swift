/// The rule for carriers: one company's names and short forms compare equal.
package enum Carrier {
    /// The canonical name of a carrier as an export writes it; an unknown name stands for itself.
    package static func canonicalName(_ text: String) -> String {
        let name = CanonicalText.name(CanonicalText.value(text)).uppercased()
        return aliases[name] ?? name
    }

    private static let aliases: [String: String] = {
        let groups: [[String]] = [
            ["顺丰", "顺丰速运", "顺丰快递", "SF", "SFEXPRESS"],
            ["圆通", "圆通速递", "圆通快递", "YTO", "YT"],
            ["中通", "中通快递", "中通速递", "ZTO"],
            ["申通", "申通快递", "申通速递", "STO"],
            ["韵达", "韵达快递", "韵达速递", "YUNDA", "YD"],
            ["极兔", "极兔速递", "极兔快递", "J&T", "JT", "JTEXPRESS"],
            ["京东", "京东物流", "京东快递", "JD", "JDL"],
            ["邮政", "中国邮政", "邮政快递包裹", "邮政快递", "CHINAPOST"],
            ["EMS", "邮政EMS", "邮政速递"],
            ["德邦", "德邦快递", "德邦物流", "DEPPON", "DBL"],
            ["百世", "百世快递", "百世汇通", "HTKY"],
        ]
        var table: [String: String] = [:]
        for group in groups {
            for name in group { table[name] = group[0] }
        }
        return table
    }()
}
