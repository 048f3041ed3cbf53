/// An amount in the characters that cheques and vouchers use, 人民币 before it.
///
/// Source: 支付结算办法, annex 1; 会计基础工作规范, article 52.
enum AmountInWords {
    /// The words for `fen`; nil from 10,000,000,000,000 yuan on, which no pool has.
    static func text(fen: UInt128) -> String? {
        let yuan = fen / 100
        guard yuan < 10_000_000_000_000 else { return nil }
        let jiao = Int(fen / 10 % 10)
        let cents = Int(fen % 10)
        if fen == 0 { return "人民币零元整" }
        return "人民币" + whole(Int(yuan)) + tail(jiao: jiao, cents: cents, afterYuan: Int(yuan))
    }

    private static let digits = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]

    /// Whole yuan with 元; nothing where there are none.
    private static func whole(_ yuan: Int) -> String {
        guard yuan > 0 else { return "" }
        let (trillions, rest) = yuan.quotientAndRemainder(dividingBy: 1_000_000_000_000)
        var words = trillions > 0 ? thousands(trillions) + "万" : ""
        var groupIsMissing = false
        for (size, unit) in [(100_000_000, "亿"), (10_000, "万"), (1, "元")] {
            let group = rest / size % 10_000
            if group > 0 {
                if !words.isEmpty, groupIsMissing || group < 1000 { words += "零" }
                words += thousands(group) + unit
            } else if unit == "亿", trillions > 0 {
                words += unit
            }
            groupIsMissing = group == 0
        }
        return words.hasSuffix("元") ? words : words + "元"
    }

    /// 1 to 9999, inner zeros as one 零.
    private static func thousands(_ group: Int) -> String {
        var words = ""
        var zeroIsOwed = false
        for (place, unit) in [(1000, "仟"), (100, "佰"), (10, "拾"), (1, "")] {
            let digit = group / place % 10
            if digit == 0 {
                zeroIsOwed = !words.isEmpty
            } else {
                if zeroIsOwed { words += digits[0] }
                words += digits[digit] + unit
                zeroIsOwed = false
            }
        }
        return words
    }

    /// 角 and 分, or 整.
    private static func tail(jiao: Int, cents: Int, afterYuan yuan: Int) -> String {
        switch (jiao, cents) {
        case (0, 0): "整"
        case (0, _): (yuan > 0 ? digits[0] : "") + digits[cents] + "分"
        default:
            (yuan > 0 && yuan % 10 == 0 ? digits[0] : "") + digits[jiao] + "角"
                + (cents == 0 ? "整" : digits[cents] + "分")
        }
    }
}
