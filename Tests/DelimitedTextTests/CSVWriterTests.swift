import DelimitedText
import Testing

struct CSVWriterTests {
    @Test func fileForPeopleHasAMarkAndLinesThatEndInCRLF() {
        var writer = CSVWriter()
        writer.row(["序号", "a"])
        writer.row(["1", ""])
        #expect(writer.bytes == [0xEF, 0xBB, 0xBF] + Array("序号,a\r\n1,\r\n".utf8))
    }

    @Test func unmarkedFileBeginsWithItsFirstCell() {
        var writer = CSVWriter(marked: false)
        #expect(writer.bytes.isEmpty)
        writer.cell("a")
        writer.cell(Array("b".utf8).span)
        writer.endRow()
        #expect(writer.bytes == Array("a,b\r\n".utf8))
    }

    @Test(arguments: [
        ("a", "a"), ("a b", "a b"), ("", ""), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""),
        ("a\nb", "\"a\nb\""), ("a\rb", "\"a\rb\""), (" a", "\" a\""), ("a ", "\"a \""),
        ("\ta", "\"\ta\""), ("a\tb", "a\tb"), ("=1", "=1"), ("'", "'"), ("\u{3000}a", "\u{3000}a"),
    ])
    func cellIsQuotedWhereItNeedsToBe(text: String, written: String) {
        var writer = CSVWriter(marked: false)
        writer.cell(text)
        #expect(writer.bytes == Array(written.utf8))
    }

    @Test func whatIsWrittenIsReadBack() throws {
        let rows = [
            ["统一社会信用代码", " 名称 ", "a\"b"], ["x\r\ny", "", "1,234"], ["\"", ",", "="],
        ]
        var writer = CSVWriter()
        for row in rows { writer.row(row) }
        #expect(try CSVTable.rows(of: writer.bytes).map(\.cells) == rows)
    }
}
