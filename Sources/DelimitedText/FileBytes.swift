/// The bytes of a file that is made: in memory, or where they are many in a temporary file.
package enum FileBytes: Sendable {
    case memory([UInt8])
    case temporary(TemporaryFile, count: Int)

    /// How many are kept in memory, and where the temporary file is made.
    package struct Room: Sendable {
        package var limit: Int
        package var folder: String

        package init(limit: Int, folder: String) {
            self.limit = limit
            self.folder = folder
        }

        /// All of it in memory.
        package static let memory = Room(limit: .max, folder: "/")
    }

    package var count: Int {
        switch self {
        case .memory(let bytes): bytes.count
        case .temporary(_, let count): count
        }
    }

    /// All of them at once.
    package func whole() throws(TemporaryFile.Fault) -> [UInt8] {
        switch self {
        case .memory(let bytes): bytes
        case .temporary(let file, let count): try file.read(count, at: 0)
        }
    }

    private static let pieceCount = 4 << 20

    /// Calls `body` with piece after piece, none of them empty.
    ///
    /// What is in memory is one. Else a piece ends behind a line feed that no quote is around, if
    /// quotes come in pairs in front of it: a reader of CSV may take each by itself.
    package func forEachPiece(
        _ body: ([UInt8]) throws(TemporaryFile.Fault) -> Void
    ) throws(TemporaryFile.Fault) {
        switch self {
        case .memory(let bytes):
            if !bytes.isEmpty { try body(bytes) }
        case .temporary(let file, let count):
            var piece: [UInt8] = []
            var position = 0
            while position < count {
                let end = min(position + Self.pieceCount, count)
                piece += try file.read(end - position, at: position)
                position = end
                let whole = position == count ? piece.count : Self.lineEnd(in: piece)
                guard whole > 0 else { continue }
                let rest = Array(piece[whole...])
                piece.removeLast(rest.count)
                try body(piece)
                piece = rest
            }
        }
    }

    /// Behind the last line feed with no quote around it; 0 where there is none.
    private static func lineEnd(in piece: [UInt8]) -> Int {
        var isQuoted = false
        var end = 0
        for (index, byte) in piece.enumerated() {
            if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
            } else if byte == UInt8(ascii: "\n"), !isQuoted {
                end = index + 1
            }
        }
        return end
    }
}

extension FileBytes: Equatable {
    /// What cannot be read is equal to nothing.
    package static func == (left: FileBytes, right: FileBytes) -> Bool {
        guard left.count == right.count else { return false }
        switch (left, right) {
        case (.memory(let left), .memory(let right)): return left == right
        case (.memory(let bytes), let other), (let other, .memory(let bytes)):
            return other.begins(with: bytes)
        case (.temporary, .temporary): return (try? right.whole()).map(left.begins) ?? false
        }
    }

    private func begins(with bytes: [UInt8]) -> Bool {
        var position = 0
        var isSame = true
        do {
            try forEachPiece { piece in
                isSame = isSame && bytes[position...].starts(with: piece)
                position += piece.count
            }
        } catch {
            return false
        }
        return isSame
    }
}

/// Bytes in the order of their coming, for a file that is made.
package struct FileBytesWriter {
    private let room: FileBytes.Room
    private var bytes: [UInt8] = []
    private var file: TemporaryFile?
    private var written = 0

    /// `expected` is about how many will come.
    package init(in room: FileBytes.Room, expecting expected: Int = 0) {
        self.room = room
        bytes.reserveCapacity(min(expected, room.limit))
    }

    package mutating func append(_ more: [UInt8]) throws(TemporaryFile.Fault) {
        if file == nil, bytes.count + more.count <= room.limit {
            bytes += more
            return
        }
        if file == nil { file = try TemporaryFile(in: room.folder) }
        // First what had room till now.
        for part in [bytes, more] where !part.isEmpty {
            try file?.write(unsafe part.span.bytes, at: written)
            written += part.count
        }
        bytes = []
    }

    package consuming func finish() throws(TemporaryFile.Fault) -> FileBytes {
        guard let file else { return .memory(bytes) }
        return .temporary(file, count: written)
    }
}
