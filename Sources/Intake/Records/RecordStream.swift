private import CZlib
import Subsidy

/// Records from one step to another: a head, frames, and an end that says how many there were.
///
/// The head has 42 bytes: `FENTANIR`, the form in two, and the 32 of a digest of the rules. Behind
/// each frame stand four bytes of a CRC-32 of it. The last frame counts the others and adds up their
/// checksums, eight bytes each: their order is of no matter, and what is missing shows.
package enum RecordStream {
    static let magic = Array("FENTANIR".utf8)
    static let form: UInt16 = 2
    package static let digestLength = 32
    static let headLength = 42

    static func head(rules: [UInt8]) -> [UInt8] {
        precondition(rules.count == digestLength, "the digest of the rules is a SHA-256")
        return magic + BigEndian.bytes(form) + rules
    }

    static func checksum(_ head: [UInt8], _ payload: [UInt8]) -> UInt32 {
        let first = unsafe crc32(0, head, UInt32(head.count))
        return UInt32(truncatingIfNeeded: unsafe crc32(first, payload, UInt32(payload.count)))
    }
}

/// Writes records, frame by frame.
package struct RecordWriter {
    private let sink: ([UInt8]) throws -> Void
    private var frames: UInt64 = 0
    private var checksums: UInt64 = 0

    /// `rules` is the digest of the plan.
    package init(rules: [UInt8], to sink: @escaping ([UInt8]) throws -> Void) throws {
        self.sink = sink
        try sink(RecordStream.head(rules: rules))
    }

    package mutating func write(_ frame: RecordFrame) throws {
        precondition(frame.payload.count <= RecordFrame.maximumBytes, "frames are small")
        let head = frame.head
        let checksum = RecordStream.checksum(head, frame.payload)
        frames += 1
        checksums &+= UInt64(checksum)
        try sink(head + frame.payload + BigEndian.bytes(checksum))
    }

    /// Writes the end; without it the records are truncated.
    package consuming func finish() throws {
        let payload = BigEndian.bytes(frames) + BigEndian.bytes(checksums)
        try write(RecordFrame(.end, count: 0, payload: payload))
    }
}

/// Reads records, frame by frame, and believes them only when their end has been seen.
package struct RecordReader {
    /// The next bytes, as many as are asked for; fewer at the end alone.
    private let source: (Int) throws -> [UInt8]
    private var frames: UInt64 = 0
    private var checksums: UInt64 = 0
    private var isFinished = false

    package init(rules: [UInt8], from source: @escaping (Int) throws -> [UInt8]) throws {
        self.source = source
        let head = try source(RecordStream.headLength)
        let known = RecordStream.magic.count
        guard head.prefix(known).elementsEqual(RecordStream.magic.prefix(head.count)) else {
            throw RecordFault.foreign
        }
        guard head.count == RecordStream.headLength else {
            throw head.isEmpty ? RecordFault.foreign : RecordFault.truncated
        }
        let form: UInt16 = BigEndian.number(head[known..<known + 2])
        guard form == RecordStream.form else { throw RecordFault.otherForm(Int(form)) }
        guard head[(known + 2)...].elementsEqual(rules) else { throw RecordFault.otherRules }
    }

    /// The records of bytes at hand.
    package init(rules: [UInt8], _ bytes: [UInt8]) throws {
        var rest = bytes[...]
        try self.init(rules: rules) { count in
            defer { rest = rest.dropFirst(count) }
            return Array(rest.prefix(count))
        }
    }

    /// The next frame; nil once the end has been seen, and nothing stands behind it.
    package mutating func next() throws -> RecordFrame? {
        if isFinished { return nil }
        let head = try take(RecordFrame.headLength)
        guard let kind = RecordFrame.Kind(rawValue: head[0]) else { throw RecordFault.damaged }
        let length = Int(BigEndian.number(head[9..<13], UInt32.self))
        guard length <= RecordFrame.maximumBytes else { throw RecordFault.damaged }
        let payload = try take(length)
        let checksum: UInt32 = BigEndian.number(try take(4)[...])
        guard checksum == RecordStream.checksum(head, payload) else { throw RecordFault.damaged }
        if kind == .end {
            try end(payload)
            return nil
        }
        frames += 1
        checksums &+= UInt64(checksum)
        return RecordFrame(
            kind, partition: BigEndian.number(head[1..<5]),
            count: Int(BigEndian.number(head[5..<9], UInt32.self)), payload: payload)
    }

    private mutating func end(_ payload: [UInt8]) throws {
        let expected = BigEndian.bytes(frames) + BigEndian.bytes(checksums)
        guard payload == expected else { throw RecordFault.truncated }
        guard try source(1).isEmpty else { throw RecordFault.unexpected }
        isFinished = true
    }

    private func take(_ count: Int) throws -> [UInt8] {
        let bytes = try source(count)
        guard bytes.count == count else { throw RecordFault.truncated }
        return bytes
    }
}
