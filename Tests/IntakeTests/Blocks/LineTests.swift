import DelimitedText
import Intake
import Subsidy
import Testing

/// Lines as editors count them, whatever ends them and whatever stands between.
struct LineTests {
    private static let lines = [
        IntakeSample.header, "SF1,甲,2026-05-05,1", "SF2,乙,2026-05-05,2", ",乙,2026-05-05,4",
    ]

    private func outcome(_ text: String, blockBytes: Int = 1 << 20) throws -> ReadingOutcome {
        var sample = IntakeSample()
        sample.add("a.csv", text)
        return try sample.outcome(IntakeOptions(threads: 2, blockBytes: blockBytes))
    }

    @Test(arguments: ["\n", "\r\n", "\r"], ["", "end"])
    func everyLineEndIsOne(lineEnd: String, last: String) throws {
        let text = Self.lines.joined(separator: lineEnd) + (last == "end" ? lineEnd : "")
        for blockBytes in [1, 2, 30, 1 << 20] {
            let outcome = try outcome(text, blockBytes: blockBytes)
            #expect(outcome.volumes == ["甲": 1, "乙": 2])
            #expect(outcome.findings == ["4 waybill.missing"])
        }
    }

    @Test func lineEndsMayBeMixed() throws {
        let text = "\(Self.lines[0])\r\n\(Self.lines[1])\r\(Self.lines[2])\n\(Self.lines[3])"
        #expect(try outcome(text).findings == ["4 waybill.missing"])
    }

    @Test func blankLinesAreNoRowsButLines() throws {
        let text = "\n\(Self.lines[0])\n\r\n\r\(Self.lines[1])\n\n\(Self.lines[3])\n\n\n"
        let outcome = try outcome(text)
        #expect(outcome.findings == ["7 waybill.missing"])
        #expect(outcome.rows == [1, 0, 0, 0, 1])
    }

    @Test(arguments: ["   ", "\t", ",,,", " , ,\t,", ",", "\"\",\" \",,", ",,,,"])
    func recordOfBlanksIsNoRow(blanks: String) throws {
        let text = [Self.lines[0], Self.lines[1], blanks, Self.lines[3]].joined(separator: "\n")
        let outcome = try outcome(text)
        #expect(outcome.findings == ["4 waybill.missing"])
        #expect(outcome.rows == [1, 0, 0, 0, 1])
    }

    @Test(arguments: ["   ", "\t"])
    func lineOfBlanksIsNoRowBesideQuotesEither(blanks: String) throws {
        let text = [Self.lines[0], "\"SF1\",甲,2026-05-05,1", blanks, Self.lines[3]]
            .joined(separator: "\n")
        let outcome = try outcome(text)
        #expect(outcome.findings == ["4 waybill.missing"])
    }

    @Test(arguments: ["SF1,甲,2026-05-05,1,", "SF1,甲,2026-05-05,1, "])
    func commaAtTheEndOfRowsIsLetPass(row: String) throws {
        #expect(try outcome(Self.lines[0] + "\n" + row).volumes == ["甲": 1])
        #expect(try outcome(Self.lines[0] + ",\n" + row).volumes == ["甲": 1])
    }

    @Test(arguments: ["SF1,甲,2026-05-05,1,,", "SF1,甲,2026-05-05", "SF1,甲,2026-05-05,1,x", "SF1"])
    func raggedRowIsRejected(row: String) throws {
        #expect(try outcome(Self.lines[0] + "\n" + row).findings == ["2 row.columns"])
    }

    @Test func headerThatEndsInCommasHasAsManyCells() throws {
        let text =
            Self.lines[0]
            + ",,,\nSF1,甲,2026-05-05,1\nSF2,甲,2026-05-05,1,,,\nSF3,甲,2026-05-05,1,,,,\n"
        let outcome = try outcome(text)
        #expect(outcome.volumes == ["甲": 2])
        #expect(outcome.findings == ["4 row.columns"])
    }

    @Test func linesBelowQuotedLineBreaksKeepTheirNumbers() throws {
        let text = """
            运单号,企业名称,发货日期,备注
            SF1,甲,2026-05-05,"a
            b\r\nc\rd"
            SF2,甲,2026-05-05,"x""y"
            ,甲,2026-05-05,
            """
        for blockBytes in [1, 7, 1 << 20] {
            let outcome = try outcome(text, blockBytes: blockBytes)
            #expect(outcome.findings == ["7 waybill.missing"])
            #expect(outcome.volumes == ["甲": 2])
        }
    }

    @Test(arguments: [
        "\"SF2,乙,2026-05-05,2", "SF2,\"乙,2026-05-05,2", "SF2,乙,2026-05-05,\"2",
        "SF2,\"乙\"x,2026-05-05,2", "\"",
    ])
    func quoteThatDoesNotFitSwallowsNothing(row: String) throws {
        let text = [
            Self.lines[0], Self.lines[1], row, "SF3,甲,2026-05-05,2", Self.lines[3],
            "SF4,甲,2026-05-05,3",
        ]
        .joined(separator: "\n")
        for blockBytes in [1, 42, 1 << 20] {
            let outcome = try outcome(text, blockBytes: blockBytes)
            #expect(outcome.findings == ["3 row.quote", "5 waybill.missing"])
            #expect(outcome.volumes == ["甲": 6])
        }
        // The last of the file.
        #expect(
            try outcome(Self.lines[0] + "\n" + Self.lines[1] + "\n" + row).findings
                == ["3 row.quote"])
    }

    @Test func rowsBetweenTwoQuotesThatDoNotFitAreNotOneRecord() throws {
        let text = [
            Self.lines[0], "SF1,甲,2026-05-05,\"1", "SF2,甲,2026-05-05,1", "SF3,甲,2026-05-05,\"1",
            "SF4,甲,2026-05-05,1",
        ].joined(separator: "\n")
        let outcome = try outcome(text)
        #expect(outcome.findings == ["2 row.quote", "4 row.quote"])
        #expect(outcome.volumes == ["甲": 2])
    }

    private static let mebibyte = RecordScanner.maximumRecordBytes

    /// Blocks in which a long line stands whole, and blocks in which it does not.
    private static let blocks = [1 << 18, 8 << 20]

    @Test(arguments: [mebibyte + 1, 3 * mebibyte], blocks)
    func lineOfMoreThanAMebibyteIsRejectedAndCountsAsOne(length: Int, blockBytes: Int) throws {
        let long = String(repeating: "9", count: length)
        let text = [Self.lines[0], Self.lines[1], long, Self.lines[3], "SF3,甲,2026-05-05,5"]
            .joined(separator: "\r\n")
        let outcome = try outcome(text, blockBytes: blockBytes)
        #expect(outcome.findings == ["3 row.too-long", "4 waybill.missing"])
        #expect(outcome.volumes == ["甲": 6])
    }

    @Test(arguments: ["", "\r"], blocks)
    func lineOfMoreThanAMebibyteMayBeTheLast(end: String, blockBytes: Int) throws {
        let long = String(repeating: "9", count: Self.mebibyte * 2)
        let text = Self.lines[0] + "\n" + Self.lines[1] + "\n" + long + end
        #expect(try outcome(text, blockBytes: blockBytes).findings == ["3 row.too-long"])
    }

    @Test(arguments: [0, 1], blocks)
    func rowOfExactlyAMebibyteIsRead(excess: Int, blockBytes: Int) throws {
        let row = "SF1,甲,2026-05-05,"
        let rest = String(repeating: "x", count: Self.mebibyte + excess - row.utf8.count)
        let text = "运单号,企业名称,发货日期,备注\n" + row + rest + "\n"
        let findings = try outcome(text, blockBytes: blockBytes).findings
        #expect(findings == (excess == 0 ? [] : ["2 row.too-long"]))
    }

    @Test func longLineWithAQuoteThatDoesNotFitHasOneCodeWhateverTheBlocks() throws {
        let long = "\"a\"b" + String(repeating: "9", count: Self.mebibyte + 10)
        var codes: Set<[String]> = []
        for end in ["", "\n"] {
            for blockBytes in Self.blocks {
                let text = Self.lines[0] + "\n" + Self.lines[1] + "\n" + long + end
                codes.insert(try outcome(text, blockBytes: blockBytes).findings)
            }
        }
        #expect(codes == [["3 row.too-long"]])
    }
}
