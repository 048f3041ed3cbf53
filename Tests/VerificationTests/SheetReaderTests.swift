import DelimitedText
import Testing

@testable import Verification

/// A sheet is read alike, whether its lines are plain or one of them has a quote.
struct SheetReaderTests {
    private struct Outcome: Equatable {
        var lines: [String] = []
        var failures: [String] = []
    }

    private static func outcome(_ text: String) -> Outcome {
        var outcome = Outcome()
        var proof = Proof(.findings)
        SheetReader(header: "甲,乙,丙").read(
            TextEncoding.utf8Mark + Array(text.utf8), proof: &proof
        ) { line, cells, _ in
            outcome.lines.append(
                "\(line): \((0..<cells.count).map { cells.text($0) }.joined(separator: "|"))")
        }
        outcome.failures = proof.failures.map { "\($0.check) \($0.line ?? 0)" }
        return outcome
    }

    /// Lines, and what is wrong with each.
    @Test(arguments: [
        ("1,2,3\r\n", []), (" 1,2\t, 3 \r\n", []), (",,\r\n", []), ("一,,'=三\r\n", []),
        ("1,2\r\n", ["cellCount 2"]), ("\r\n", ["cellCount 2"]), ("1,2,3\n", ["lineEnd 2"]),
        ("1,2,3\r", ["lineEnd 2"]), ("1,=2,3\r\n", ["formula 2"]), ("1,2,3", ["lineEnd 2"]),
    ])
    func plainLinesSayWhatLibcsvSays(line: String, failures: [String]) {
        let plain = Self.outcome("甲,乙,丙\r\n" + line)
        #expect(plain.failures == failures)
        // A quote anywhere in the piece has each of its records taken apart by libcsv.
        guard line.hasSuffix("\r\n") else { return }
        var quoted = Self.outcome("甲,乙,丙\r\n" + line + "7,\"8\",9\r\n")
        #expect(quoted.lines.popLast() == "3: 7|8|9")
        #expect(quoted == plain)
    }

    @Test func linesAreCountedAcrossPieces() throws {
        // Some 600 KB: plain pieces, then one with a quote and a line break in it, then plain ones.
        var text = "甲,乙,丙\r\n"
        for number in 2...40_000 {
            text += number == 25_000 ? "\(number),\"x\r\ny\",z\r\n" : "\(number),样例,z\r\n"
        }
        let outcome = Self.outcome(text)
        #expect(outcome.failures == [])
        try #require(outcome.lines.count == 39_999)
        #expect(outcome.lines[0] == "2: 2|样例|z")
        #expect(outcome.lines[24_998] == "25000: 25000|x\r\ny|z")
        #expect(outcome.lines[24_999] == "25002: 25001|样例|z")
        #expect(outcome.lines.last == "40001: 40000|样例|z")
    }

    @Test func fileThatIsNotInMemoryIsReadAlike() throws {
        // Some 9 MB: pieces of 4 MB, with a fault in each and quotes around line ends.
        var text = "甲,乙,丙\r\n"
        for number in 2...300_000 {
            switch number % 50_000 {
            case 0: text += "\(number),=1+1,z\r\n"
            case 1: text += "\(number),z\n"
            default:
                text += number % 9 == 0 ? "\(number),\"x\n样例\"\"\",z\r\n" : "\(number),样例,样例样例\r\n"
            }
        }
        let bytes = TextEncoding.utf8Mark + Array(text.utf8)
        var writer = FileBytesWriter(in: FileBytes.Room(limit: 0, folder: "/tmp"))
        try writer.append(bytes)
        let contents = [FileBytes.memory(bytes), try writer.finish()]
        let outcomes = contents.map { content in
            var proof = Proof(.findings)
            var (lines, sum) = (0, 0)
            SheetReader(header: "甲,乙,丙").read(content, proof: &proof) { line, cells, _ in
                lines += 1
                sum = sum &* 31 &+ line &* 7 &+ cells.bytes(1).count
            }
            return (lines: lines, sum: sum, failures: proof.failures)
        }
        #expect(outcomes[0].lines == 299_994)
        #expect(outcomes[0].failures.count == 16)
        #expect(outcomes[0] == outcomes[1])
    }
}
