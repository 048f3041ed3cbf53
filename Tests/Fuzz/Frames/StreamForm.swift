import FuzzInput
@testable import Intake

/// How the bytes of a run become a stream of records.
enum StreamForm {
    static let digest = [UInt8](repeating: 7, count: RecordStream.digestLength)
    private static let checksumLength = 4

    /// The digest of the rules that a stream bears, so that its own is not in the way.
    static func digest(of stream: [UInt8]) -> [UInt8] {
        let digest = stream.prefix(RecordStream.headLength).suffix(RecordStream.digestLength)
        return digest.count == RecordStream.digestLength ? Array(digest) : Self.digest
    }

    /// The frames that bytes come to, whatever their checksums: none of those would be right.
    static func frames(of stream: [UInt8]) -> [RecordFrame] {
        var frames: [RecordFrame] = []
        var rest = stream.dropFirst(RecordStream.headLength)
        while rest.count >= RecordFrame.headLength {
            let head = Array(rest.prefix(RecordFrame.headLength))
            rest = rest.dropFirst(RecordFrame.headLength)
            let length = min(Int(BigEndian.number(head[9..<13], UInt32.self)), rest.count)
            let payload = Array(rest.prefix(length))
            rest = rest.dropFirst(length + checksumLength)
            guard let kind = RecordFrame.Kind(rawValue: head[0]), kind != .end else { continue }
            frames.append(
                RecordFrame(
                    kind, partition: BigEndian.number(head[1..<5]),
                    count: Int(BigEndian.number(head[5..<9], UInt32.self)), payload: payload))
        }
        return frames
    }

    static func bytes(of frames: [RecordFrame]) -> [UInt8] {
        do {
            return try bytes { writer in for frame in frames { try writer.write(frame) } }
        } catch {
            fatalError("does not hold: any frame can be written: \(error)")
        }
    }

    static func bytes(_ write: (inout RecordWriter) throws -> Void) throws -> [UInt8] {
        let written = Written()
        var writer = try RecordWriter(rules: digest) { written.bytes += $0 }
        try write(&writer)
        try writer.finish()
        return written.bytes
    }
}

private final class Written {
    var bytes: [UInt8] = []
}
