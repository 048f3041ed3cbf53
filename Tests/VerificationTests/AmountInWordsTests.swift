import Foundation
import Testing

@testable import Verification

/// By 支付结算办法, annex 1, and 会计基础工作规范, article 52.
struct AmountInWordsTests {
    @Test(arguments: [
        ("500000.00", "伍拾万元整"), ("499999.99", "肆拾玖万玖仟玖佰玖拾玖元玖角玖分"),
        ("166666.67", "壹拾陆万陆仟陆佰陆拾陆元陆角柒分"), ("166666.60", "壹拾陆万陆仟陆佰陆拾陆元陆角整"),
        ("0.01", "壹分"), ("0.10", "壹角整"), ("0.11", "壹角壹分"), ("0.00", "零元整"), ("1.00", "壹元整"),
        ("1.01", "壹元零壹分"), ("1.10", "壹元壹角整"), ("101.00", "壹佰零壹元整"),
        ("110.00", "壹佰壹拾元整"), ("10020.00", "壹万零贰拾元整"), ("103004.00", "壹拾万叁仟零肆元整"),
        ("12050403.00", "壹仟贰佰零伍万零肆佰零叁元整"), ("900005678.00", "玖亿零伍仟陆佰柒拾捌元整"),
        ("1409.50", "壹仟肆佰零玖元伍角整"), ("6007.14", "陆仟零柒元壹角肆分"),
        ("1680.32", "壹仟陆佰捌拾元零叁角贰分"), ("107000.53", "壹拾万柒仟元零伍角叁分"),
        ("16409.02", "壹万陆仟肆佰零玖元零贰分"), ("325.04", "叁佰贰拾伍元零肆分"), ("10.00", "壹拾元整"),
        ("15.00", "壹拾伍元整"), ("10.05", "壹拾元零伍分"), ("10.50", "壹拾元零伍角整"),
        ("100.05", "壹佰元零伍分"), ("1001.00", "壹仟零壹元整"), ("10000.00", "壹万元整"),
        ("100304.00", "壹拾万零叁佰零肆元整"), ("1000000.00", "壹佰万元整"),
        ("100000001.00", "壹亿零壹元整"), ("1050000000.00", "壹拾亿伍仟万元整"),
        ("100500000.00", "壹亿零伍拾万元整"), ("1000000000000.00", "壹万亿元整"),
        ("1000000001000.00", "壹万亿零壹仟元整"),
        ("999999999999.99", "玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
    ])
    func amountIsReadAsOnAVoucher(yuan: String, words: String) throws {
        let fen = try #require(Figures.fen(yuan))
        #expect(AmountInWords.fen(of: "人民币" + words) == fen)
    }

    @Test(arguments: [
        ("1680.32", "壹仟陆佰捌拾元叁角贰分"), ("107000.53", "壹拾万零柒仟元伍角叁分"),
        ("107000.53", "壹拾万零柒仟元零伍角叁分"), ("107000.53", "壹拾万柒仟元伍角叁分"),
        ("103004.00", "壹拾万零叁仟零肆元整"), ("10.50", "壹拾元伍角整"), ("10.50", "壹拾元零伍角"),
        ("166666.60", "壹拾陆万陆仟陆佰陆拾陆元陆角"), ("0.10", "壹角"), ("0.10", "壹角正"),
        ("500000.00", "伍拾萬圆正"), ("500000.00", "伍拾萬圓正"), ("0.00", "零圆正"),
        ("260020000.26", "贰亿陸仟零贰萬元貳角陸分"), ("260020000.26", "貳億陆仟零貳万圆零贰角陆分"),
    ])
    func whatTheRulesLeaveOpenIsReadEitherWay(yuan: String, words: String) throws {
        let fen = try #require(Figures.fen(yuan))
        #expect(AmountInWords.fen(of: "人民币" + words) == fen)
    }

    @Test(arguments: [
        "", "人民币", "人民币元整", "人民币整", "伍拾万元整", "人民币 伍拾万元整", "人民币：伍拾万元整", "人民币伍拾万元",
        "人民币五十万元整", "人民币拾元整", "人民币零壹元整", "人民币壹零元整", "人民币壹佰壹元整", "人民币壹佰零壹拾元整",
        "人民币壹佰零零壹元整", "人民币壹万零壹仟元整", "人民币玖亿伍仟陆佰柒拾捌元整", "人民币壹拾万肆佰元整",
        "人民币壹拾佰元整", "人民币壹拾壹拾元整", "人民币壹万万元整", "人民币万元整", "人民币亿元整", "人民币壹亿亿元整",
        "人民币壹元壹分", "人民币壹元零壹角", "人民币零壹分", "人民币壹分整", "人民币壹角零壹分", "人民币零角壹分",
        "人民币壹元零角整", "人民币零元伍角整", "人民币壹元整整", "人民币负壹元整", "人民币壹拾万亿元整", "人民币壹元元整",
    ])
    func otherWordsAreRefused(words: String) {
        #expect(AmountInWords.fen(of: words) == nil)
    }

    private static let oracle = ProcessInfo.processInfo.environment["FENTAN_ORACLES"].map {
        URL(filePath: $0).appending(path: "amounts.csv")
    }

    @Test(.enabled(if: oracle != nil, "FENTAN_ORACLES is unset; scripts/test sets it"))
    func anotherLibrarysWordsAreReadAsItsAmounts() throws {
        let file = try #require(Self.oracle)
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        for line in lines.dropFirst() {
            let cells = line.split(separator: ",")
            #expect(AmountInWords.fen(of: String(cells[1])) == UInt128(cells[0]), "\(line)")
        }
        #expect(lines.count > 10_000)
    }
}
