import DelimitedText
import Intake
import Subsidy
import Testing

/// A line that is too long took the next with it where a block ended behind its CR.
struct LongLineEndTests {
    @Test(arguments: ["\r", "\r\n", "\n"])
    func lineBelowIsReadWhereverABlockEnds(lineEnd: String) throws {
        let header = IntakeSample.header + lineEnd
        let long = String(repeating: "x", count: RecordScanner.maximumRecordBytes + 2)
        let rows = "SF1,甲,2026-05-05,1" + lineEnd + "SF2,甲,2026-05-05,1" + lineEnd
        var sample = IntakeSample()
        sample.add("a.csv", header + long + lineEnd + rows)
        let behind = header.utf8.count + long.utf8.count
        for blockBytes in behind - 1...behind + 3 {
            let outcome = try sample.outcome(IntakeOptions(threads: 1, blockBytes: blockBytes))
            #expect(outcome.rows == [2, 0, 0, 0, 1], "\(blockBytes) bytes")
            #expect(outcome.findings == ["2 row.too-long"], "\(blockBytes) bytes")
        }
    }
}
