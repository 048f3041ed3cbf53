/// An amount in the characters that cheques and vouchers use, 人民币 before it, read back.
///
/// Source: 支付结算办法, annex 1; 会计基础工作规范, article 52. What the rules leave open is read
/// either way: 正 for 整, 圆 and 圓 for 元, 貳 陸 億 萬, no 整 after 角, and 零 where a group ends in
/// zeros and thousands follow, or where the yuan end in 0 and 角 follows.
enum AmountInWords {
    /// The fen that the words name; nil where they are not as the rules have them.
    static func fen(of words: String) -> UInt128? {
        guard words.unicodeScalars.starts(with: "人民币".unicodeScalars) else { return nil }
        let text = words.unicodeScalars.dropFirst(3).map { plain[$0] ?? $0 }
        let end = text.firstIndex(of: "元")
        guard let end else { return fraction(text[...], after: []) }
        if text[...end] == ["零", "元"] {
            return text[(end + 1)...] == ["整"] ? 0 : nil
        }
        guard let digits = whole(text[..<end]) else { return nil }
        return fraction(text[(end + 1)...], after: digits)
    }

    /// A digit that is not zero, and its place: 0 for the yuan, 1 for tens of yuan.
    private struct Digit {
        let value: UInt128
        let place: Int
        /// Whether 零 stands before it.
        let followsZero: Bool
    }

    /// Places, from the highest; the yuan are under 10^13.
    private static func whole(_ text: ArraySlice<Unicode.Scalar>) -> [Digit]? {
        let yi = text.firstIndex(of: "亿")
        let upper = yi.map { text[..<$0] }
        let lower = yi.map { text[($0 + 1)...] } ?? text
        guard let high = upper.map({ groups($0, above: 8) }) ?? [],
            let low = groups(lower, above: 0), yi == nil || !high.isEmpty
        else { return nil }
        let digits = high + low
        guard let first = digits.first, !first.followsZero, first.place <= 12 else { return nil }
        for (before, digit) in zip(digits, digits.dropFirst()) {
            guard isGapRight(from: before.place, to: digit) else { return nil }
        }
        return digits
    }

    /// One 零 for zeros between two digits; none where there are none; either where thousands
    /// follow a group that ends in zeros.
    private static func isGapRight(from place: Int, to digit: Digit) -> Bool {
        let zeros = place - digit.place - 1
        guard zeros >= 0 else { return false }
        if zeros > 0, digit.place % 4 == 3, place / 4 == digit.place / 4 + 1 { return true }
        return digit.followsZero == (zeros > 0)
    }

    /// Up to eight places: a group with 万 behind it, and one without.
    private static func groups(_ text: ArraySlice<Unicode.Scalar>, above place: Int) -> [Digit]? {
        guard let wan = text.firstIndex(of: "万") else { return group(text, above: place) }
        guard let high = group(text[..<wan], above: place + 4), !high.isEmpty,
            let low = group(text[(wan + 1)...], above: place)
        else { return nil }
        return high + low
    }

    /// Up to four places: 仟, 佰, 拾 and the last one; empty where there is nothing.
    private static func group(_ text: ArraySlice<Unicode.Scalar>, above place: Int) -> [Digit]? {
        var rest = text
        var digits: [Digit] = []
        var last = 4
        while !rest.isEmpty {
            let followsZero = rest.first == "零"
            if followsZero { rest.removeFirst() }
            guard let value = rest.popFirst().flatMap(value(of:)) else { return nil }
            let unit = rest.first.flatMap { ["拾", "佰", "仟"].firstIndex(of: $0) }
            if unit != nil { rest.removeFirst() }
            let next = unit.map { $0 + 1 } ?? 0
            guard next < last else { return nil }
            digits.append(Digit(value: value, place: place + next, followsZero: followsZero))
            last = next
        }
        return digits
    }

    /// 角 and 分, or 整, behind the digits of the yuan.
    private static func fraction(
        _ text: ArraySlice<Unicode.Scalar>, after digits: [Digit]
    ) -> UInt128? {
        let yuan = digits.reduce(UInt128(0)) { sum, digit in
            sum + (0..<digit.place).reduce(digit.value) { power, _ in power * 10 }
        }
        if text == ["整"] { return digits.isEmpty ? nil : yuan * 100 }
        var rest = text
        let followsZero = rest.first == "零"
        if followsZero { rest.removeFirst() }
        if followsZero, digits.isEmpty { return nil }
        var jiao: UInt128?
        if rest.dropFirst().first == "角" {
            jiao = rest.popFirst().flatMap(value(of:))
            rest.removeFirst()
            // 零 may stand before it where the yuan end in 0.
            guard let jiao, !followsZero || digits.last?.place != 0 else { return nil }
            if rest.isEmpty || rest == ["整"] { return yuan * 100 + jiao * 10 }
        } else if !digits.isEmpty, !followsZero {
            return nil
        }
        guard rest.count == 2, rest.last == "分", let fen = rest.first.flatMap(value(of:)) else {
            return nil
        }
        return yuan * 100 + (jiao ?? 0) * 10 + fen
    }

    private static func value(of scalar: Unicode.Scalar) -> UInt128? {
        let digits: [Unicode.Scalar] = ["壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]
        return digits.firstIndex(of: scalar).map { UInt128($0 + 1) }
    }

    private static let plain: [Unicode.Scalar: Unicode.Scalar] = [
        "正": "整", "圆": "元", "圓": "元", "貳": "贰", "陸": "陆", "億": "亿", "萬": "万",
    ]
}
