import Subsidy
import Testing

@testable import Intake

struct ExportStreamTests {
    private struct Part {
        var line: Int
        var text: String
        var isScanned: Bool
    }

    /// The blocks of one export, and the digest and size of its bytes.
    private func blocks(
        of bytes: [UInt8], blockBytes: Int
    ) throws -> (parts: [Part], digest: String, bytes: Int) {
        var sample = IntakeSample()
        sample.add("a.csv", bytes: bytes)
        return try sample.withFolder { path in
            let folder = try ExportFolder(path: path, name: "exports")
            let opened = try ExportOpening.open(
                path + "/a.csv", index: 0, folder: folder, settings: [])
            var stream = try ExportStream(
                opened, path: path + "/a.csv", label: "exports/a.csv", blockBytes: blockBytes)
            var parts: [Part] = []
            while let block = try stream.next() {
                parts.append(
                    Part(
                        line: block.firstLine,
                        text: String(decoding: block.bytes.bytes, as: UTF8.self),
                        isScanned: block.records != nil))
            }
            let count = stream.byteCount
            return (parts, stream.finalDigest(), count)
        }
    }

    private static let rows = "a,甲\r\nb,\"x\ny\"\r\n\r\nc\rd,\"\"\ne"

    @Test(arguments: [1, 2, 3, 7, 42, 4096])
    func blocksAreTheRowsAndEachKnowsItsLine(blockBytes: Int) throws {
        let head = "报表\n\n运单号,企业名称,发货日期\r\n"
        let bytes = Array((head + Self.rows).utf8)
        let (parts, digest, count) = try blocks(of: bytes, blockBytes: blockBytes)
        #expect(parts.map(\.text).joined() == Self.rows)
        #expect(count == bytes.count)
        #expect(digest.utf8.count == 64)
        var line = 4
        for part in parts {
            #expect(part.line == line)
            line += Self.lineBreaks(part.text)
        }
        #expect(line == 10)
    }

    private static func lineBreaks(_ text: String) -> Int {
        text.replacing("\r\n", with: "\n").unicodeScalars.count { $0 == "\n" || $0 == "\r" }
    }

    @Test func recordsAreLookedForOnlyWhereThereIsAQuote() throws {
        let head = "运单号,企业名称,发货日期\n"
        let plain = try blocks(of: Array((head + "a\nb\n").utf8), blockBytes: 4096)
        #expect(plain.parts.map(\.isScanned) == [false])
        let quoted = try blocks(of: Array((head + "a\n\"b\"\n").utf8), blockBytes: 4096)
        #expect(quoted.parts.map(\.isScanned) == [true])
    }

    @Test(arguments: [1, 2, 3, 5, 4096])
    func blocksOfUTF16AreUTF8(blockBytes: Int) throws {
        let text = "\u{FEFF}运单号,企业名称,发货日期\r\n" + Self.rows + "💩"
        let bytes = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        let (parts, _, count) = try blocks(of: bytes, blockBytes: blockBytes)
        #expect(parts.map(\.text).joined() == Self.rows + "💩")
        #expect(parts.first?.line == 2)
        #expect(count == bytes.count)
    }
}
