import Subsidy

/// Amounts in the characters that no one can alter, 人民币大写.
///
/// By 支付结算办法, annex 1 (正确填写票据和结算凭证的基本规定), and 会计基础工作规范, article 52.
enum AmountInWords {
    /// `人民币伍拾万元整`; under 10^13 yuan.
    static func text(of amount: Fen) -> String {
        precondition(amount <= .maximum, "amounts in words end below 10^13 yuan")
        let fen = Int(amount.count % 10)
        let jiao = Int(amount.count / 10 % 10)
        let yuan = amount.count / 100
        if amount == .zero { return "人民币零元整" }
        return "人民币" + (yuan > 0 ? whole(yuan) + "元" : "")
            + fraction(jiao: jiao, fen: fen, yuan: yuan)
    }

    private static func fraction(jiao: Int, fen: Int, yuan: Int64) -> String {
        switch (jiao, fen) {
        case (0, 0): return "整"
        case (0, _): return (yuan > 0 ? "零" : "") + digits[fen] + "分"
        default:
            let gap = yuan > 0 && yuan % 10 == 0 ? "零" : ""
            return gap + digits[jiao] + "角" + (fen == 0 ? "整" : digits[fen] + "分")
        }
    }

    /// Four digits a group: 万亿, 亿, 万 and the yuan themselves.
    private static func whole(_ yuan: Int64) -> String {
        var text = ""
        var skipped = false
        for (index, size) in groupSizes.enumerated() {
            let group = Int(yuan / size % 10_000)
            if group > 0 {
                if !text.isEmpty, skipped || group < 1000 { text += "零" }
                text += digitsAndPlaces(group)
            }
            // 亿 stands also where only the 万 above it are there: 壹万亿.
            if group > 0 || (index == 1 && !text.isEmpty) { text += groupNames[index] }
            skipped = group == 0
        }
        return text
    }

    private static func digitsAndPlaces(_ group: Int) -> String {
        var text = ""
        var skipped = false
        for (size, place) in zip([1000, 100, 10, 1], ["仟", "佰", "拾", ""]) {
            let digit = group / size % 10
            if digit > 0 {
                text += (skipped && !text.isEmpty ? "零" : "") + digits[digit] + place
            }
            skipped = digit == 0
        }
        return text
    }

    private static let digits = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]
    private static let groupSizes: [Int64] = [1_000_000_000_000, 100_000_000, 10_000, 1]
    private static let groupNames = ["万", "亿", "万", ""]
}
