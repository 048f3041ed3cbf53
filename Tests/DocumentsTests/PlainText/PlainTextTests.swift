import Testing

@testable import Documents

struct PlainTextTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("补贴", 4), ("（元）", 6), ("e\u{301}", 1), ("ｱ", 1), ("ＡＢ", 4),
        ("a\u{200B}b", 2), ("𠮷", 2), ("× ÷ −", 5), ("가", 2),
    ])
    func widthIsThatOfATerminal(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    @Test func columnsLineUpWhateverTheScript() {
        var table = PlainTable([.left, .right, .left])
        table.row(["文件", "行数", "说明"])
        table.row(["a.csv", "1,234", ""])
        #expect(table.lines == ["文件    行数  说明", "a.csv  1,234"])
        #expect(Set(table.lines.map { DisplayWidth.of(String($0.prefix(11))) }).count <= 2)
    }

    @Test(arguments: [
        ("one two three", 7, ["one two", "three"]),
        ("一二三四五。六", 10, ["一二三四", "五。六"]),
        ("甲（乙丙）丁", 8, ["甲（乙", "丙）丁"]),
        ("见 alliance.csv:12 的行", 12, ["见", "alliance.csv:12", "的行"]),
        ("", 10, []),
    ])
    func linesBreakWhereTheyMay(text: String, width: Int, lines: [String]) {
        #expect(PlainParagraph.lines(text, width: width) == lines)
    }

    @Test func nothingButBlanksIsLost() {
        let text = "余数最大的 20 家各补 1 分；余数相同的，出货量大的在前 (see findings.csv)，再按代码。"
        for width in 8...60 {
            let joined = PlainParagraph.lines(text, width: width).joined()
            #expect(joined.filter { $0 != " " } == text.filter { $0 != " " }, "\(width)")
        }
    }

    @Test func linesAreIndented() {
        #expect(PlainParagraph.lines("one two", indent: 2, width: 6) == ["  one", "  two"])
    }
}
