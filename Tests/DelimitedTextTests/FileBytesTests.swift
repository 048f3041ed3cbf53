import Testing

@testable import DelimitedText

/// What does not fit into memory is the same from a temporary file.
struct FileBytesTests {
    private static func text(lines: Int) -> [UInt8] {
        var text: [UInt8] = []
        for line in 0..<lines {
            text += "\(line),\"a\nb \"\"c\"\"\n\",运单\r\n".utf8
        }
        return text
    }

    private static func written(
        _ bytes: [UInt8], in parts: Int, limit: Int
    ) throws -> FileBytes {
        var writer = FileBytesWriter(in: FileBytes.Room(limit: limit, folder: "/tmp"))
        for start in stride(from: 0, to: bytes.count, by: parts) {
            try writer.append(Array(bytes[start..<min(start + parts, bytes.count)]))
        }
        return try writer.finish()
    }

    @Test(arguments: [0, 1, 999, 1000, 1001])
    func limitDecidesWhereBytesAreAndNothingElse(limit: Int) throws {
        let bytes = Array(Self.text(lines: 100).prefix(1000))
        let content = try Self.written(bytes, in: 7, limit: limit)
        let isInMemory = if case .memory = content { true } else { false }
        #expect(isInMemory == (limit >= 1000))
        #expect(content.count == 1000)
        #expect(try content.whole() == bytes)
        #expect(content == .memory(bytes))
        #expect(try content == Self.written(bytes, in: 400, limit: 0))
        var other = bytes
        other[999] ^= 1
        #expect(content != .memory(other))
        #expect(try Self.written(other, in: 400, limit: 0) != content)
        #expect(content != .memory(bytes + [0]))
    }

    @Test func nothingAtAllHasNoPiece() throws {
        for limit in [0, 10] {
            let content = try Self.written([], in: 1, limit: limit)
            #expect(content.count == 0)
            try content.forEachPiece { _ in Issue.record("there is no piece") }
        }
    }

    @Test func piecesEndWithALineOutsideOfQuotes() throws {
        let bytes = Self.text(lines: 300_000)
        let content = try Self.written(bytes, in: 1_000_000, limit: 2_000_000)
        var pieces: [[UInt8]] = []
        try content.forEachPiece { pieces.append($0) }
        #expect(pieces.count == bytes.count / (4 << 20) + 1)
        #expect(Array(pieces.joined()) == bytes)
        for piece in pieces {
            #expect(piece.suffix(2).elementsEqual("\r\n".utf8))
            #expect(piece.count { $0 == UInt8(ascii: "\"") } % 2 == 0)
        }
    }

    @Test func aLineLongerThanAPieceIsOne() throws {
        let bytes = [UInt8](repeating: UInt8(ascii: "x"), count: 9 << 20) + "\nend".utf8
        let content = try Self.written(bytes, in: 1 << 20, limit: 0)
        var pieces: [Int] = []
        try content.forEachPiece { pieces.append($0.count) }
        #expect(pieces == [bytes.count])
    }

    @Test func folderThatTakesNoFileIsToldByTheSystem() {
        #expect(throws: TemporaryFile.Fault(code: 2)) {
            var writer = FileBytesWriter(in: FileBytes.Room(limit: 0, folder: "/nowhere"))
            try writer.append([1])
        }
    }
}
