import Foundation
import Subsidy
import Testing

@testable import Intake

/// Records are what was written, or they are refused.
struct RecordStreamTests {
    private static let rules = [UInt8](repeating: 0x5A, count: 32)

    private static let frames = [
        RecordFrame(.shipments, partition: 3, count: 2, payload: [1, 2, 3]),
        RecordFrame(.figures, count: 0, payload: []),
        RecordFrame(
            .export, partition: RecordFrame.everywhere, count: 1,
            payload: [UInt8](repeating: 7, count: 300)),
    ]

    private static func bytes(_ frames: [RecordFrame] = frames) throws -> [UInt8] {
        final class Collected { var bytes: [UInt8] = [] }
        let written = Collected()
        var writer = try RecordWriter(rules: rules) { written.bytes += $0 }
        for frame in frames { try writer.write(frame) }
        try writer.finish()
        return written.bytes
    }

    private static func read(_ bytes: [UInt8], rules: [UInt8] = rules) throws -> [RecordFrame] {
        var reader = try RecordReader(rules: rules, bytes)
        var frames: [RecordFrame] = []
        while let frame = try reader.next() { frames.append(frame) }
        return frames
    }

    private static func fault(_ bytes: [UInt8], rules: [UInt8] = rules) -> RecordFault? {
        do {
            _ = try read(bytes, rules: rules)
            return nil
        } catch {
            return error as? RecordFault
        }
    }

    @Test func framesComeBackAsTheyWere() throws {
        let read = try Self.read(Self.bytes())
        #expect(read.map(\.kind) == Self.frames.map(\.kind))
        #expect(read.map(\.partition) == Self.frames.map(\.partition))
        #expect(read.map(\.count) == Self.frames.map(\.count))
        #expect(read.map(\.payload) == Self.frames.map(\.payload))
        #expect(try Self.read(Self.bytes([])).isEmpty)
    }

    /// The form is public: who carries records in another language counts on these bytes.
    @Test func bytesAreThoseOfTheForm() throws {
        let bytes = try Self.bytes([RecordFrame(.late, partition: 258, count: 1, payload: [9])])
        let head = Array("FENTANIR".utf8) + [0, 2] + Self.rules
        let frame: [UInt8] = [10, 0, 0, 1, 2, 0, 0, 0, 1, 0, 0, 0, 1, 9]
        #expect(Array(bytes[..<42]) == head)
        #expect(Array(bytes[42..<56]) == frame)
        // By Python's zlib.
        let checksum: UInt32 = BigEndian.number(bytes[56..<60])
        #expect(checksum == 0x6D6C_F6E1)
        let end: [UInt8] = [0, 255, 255, 255, 254, 0, 0, 0, 0, 0, 0, 0, 16]
        #expect(Array(bytes[60..<73]) == end)
        #expect(BigEndian.number(bytes[73..<81], UInt64.self) == 1)
        #expect(BigEndian.number(bytes[81..<89], UInt64.self) == UInt64(checksum))
        #expect(bytes.count == 93)
    }

    @Test func everyTruncationIsRefused() throws {
        let bytes = try Self.bytes()
        for count in bytes.indices {
            let fault = Self.fault(Array(bytes[..<count]))
            #expect(fault == (count == 0 ? .foreign : .truncated), "\(count) bytes")
        }
    }

    @Test func everyFlippedBitIsRefused() throws {
        let bytes = try Self.bytes()
        for index in bytes.indices {
            for bit in 0..<8 {
                var flipped = bytes
                flipped[index] ^= 1 << UInt8(bit)
                #expect(Self.fault(flipped) != nil, "byte \(index), bit \(bit)")
            }
        }
    }

    @Test func whatIsForeignIsNamedAsSuch() throws {
        let bytes = try Self.bytes()
        #expect(Self.fault(Array("运单号,企业名称\n".utf8)) == .foreign)
        #expect(Self.fault(bytes + [0]) == .unexpected)
        #expect(Self.fault(bytes + bytes) == .unexpected)
        #expect(Self.fault(bytes, rules: [UInt8](repeating: 1, count: 32)) == .otherRules)
        var newer = bytes
        newer[9] = 3
        #expect(Self.fault(newer) == .otherForm(3))
    }

    @Test func aFrameThatIsLeftOutOrThereTwiceIsRefused() throws {
        let bytes = try Self.bytes()
        let first = 42..<(42 + 13 + 3 + 4)
        var without = bytes
        without.removeSubrange(first)
        #expect(Self.fault(without) == .truncated)
        let twice = Array(bytes[..<62]) + Array(bytes[first]) + Array(bytes[62...])
        #expect(Self.fault(twice) == .truncated)
    }

    @Test func theOrderOfFramesIsOfNoMatter() throws {
        let bytes = try Self.bytes()
        let parts = [0..<42, 62..<79, 42..<62, 79..<bytes.count]
        #expect(Self.fault(parts.flatMap { Array(bytes[$0]) }) == nil)
    }

    /// Spark's side reads and writes heads itself.
    @Test func sparkKnowsTheForm() throws {
        let tests = URL(filePath: #filePath).deletingLastPathComponent()
        let script = tests.appending(path: "../../../scripts/spark/records.py")
        let text = try String(contentsOf: script, encoding: .utf8)
        #expect(text.contains("MAGIC, FORM = b\"FENTANIR\", \(RecordStream.form)\n"))
    }
}
