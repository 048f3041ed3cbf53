import Testing

@testable import DelimitedText

struct CSVTableTests {
    @Test(arguments: [
        ("a,b\r\n1,2\r\n", [(1, ["a", "b"]), (2, ["1", "2"])]),
        ("\u{FEFF}a,b\n1,2", [(1, ["a", "b"]), (2, ["1", "2"])]),
        ("a\n\n\r\n,,\nb\n", [(1, ["a"]), (5, ["b"])]),
        ("a,\"x\r\ny\"\nb,c", [(1, ["a", "x\r\ny"]), (3, ["b", "c"])]),
        ("统一社会信用代码,企业名称\n", [(1, ["统一社会信用代码", "企业名称"])]),
        ("a,", [(1, ["a", ""])]),
        ("", []),
        ("\u{FEFF}", []),
    ])
    func recordsComeWithTheirLines(text: String, rows: [(Int, [String])]) throws {
        let found = try CSVTable.rows(of: Array(text.utf8))
        #expect(found == rows.map { CSVTable.Row(line: $0.0, cells: $0.1) })
    }

    @Test(arguments: ["  ", "\t", " \t "])
    func lineOfBlanksIsNoRow(blanks: String) throws {
        let rows = try CSVTable.rows(of: Array("a,b\n\(blanks)\nc,d\n".utf8))
        #expect(rows.map(\.line) == [1, 3])
    }

    @Test(arguments: [
        ("a,b\n\"c,d\ne,f\n", CSVTable.Fault.quote(line: 2)),
        ("a,b\nc,\"d\"x\n", .quote(line: 2)),
        ("\"a\nb\"\nc,\"", .quote(line: 3)),
    ])
    func quoteThatDoesNotFitIsNamedByItsLine(text: String, fault: CSVTable.Fault) {
        #expect(throws: fault) { try CSVTable.rows(of: Array(text.utf8)) }
    }

    @Test func bytesThatAreNoUTF8AreNamedByTheirLine() {
        let bytes = Array("a,b\nc,".utf8) + [0xD4, 0xB2, 0xCD, 0xA8, 0xFF] + Array("\n".utf8)
        #expect(throws: CSVTable.Fault.notUTF8(line: 2)) { try CSVTable.rows(of: bytes) }
    }

    @Test func recordOfMoreThanAMebibyteIsNamedByItsLine() {
        let bytes =
            Array("a\n".utf8)
            + [UInt8](repeating: 0x61, count: RecordScanner.maximumRecordBytes + 1)
        #expect(throws: CSVTable.Fault.tooLong(line: 2)) { try CSVTable.rows(of: bytes) }
    }
}
