import DelimitedText
import Subsidy

/// A block of whole records of one export.
struct Block: Sendable {
    let export: Export
    /// What the records are in, from the first byte on.
    let bytes: BlockBytes
    /// Where each record is; nil where no byte is a quote and the records are yet to be scanned.
    let records: [BlockRecord]?
    /// The line of the first record, from 1.
    let firstLine: Int

    init(export: Export, bytes: BlockBytes, records: [BlockRecord]?, firstLine: Int) {
        self.export = export
        self.bytes = bytes
        self.records = records
        self.firstLine = firstLine
    }
}

/// A record's bytes within its block.
struct BlockRecord: Sendable {
    let range: Range<Int>
    let line: Int
    let fault: RecordScanner.Fault?
}

/// Reads an export once, from its first byte to its last, and cuts it into blocks at record ends.
///
/// The digest is of the very bytes that are parsed. A file is never held whole.
struct ExportStream: ~Copyable {
    let export: Export
    private let file: ByteFile
    private let label: String
    private let blockBytes: Int
    private let expectedBytes: Int
    private let scanner: RecordScanner
    private let room: BlockRoom
    private let progress: IntakeProgress
    /// Of the very bytes that leave `buffer`, one way or another.
    let digest = RollingDigest()
    private var transcoder: UTF16Transcoder?
    /// The bytes that are in no block yet, `filled` of them, and room for more.
    private var buffer: [UInt8] = []
    private var filled = 0
    /// Bytes of lines before and in the header, and of a line that is too long, to be passed over.
    private var toSkip: Int
    private var isSkippingLine = false
    private var line: Int
    private var isAtEnd = false
    private(set) var byteCount = 0

    /// How far into the file what came before the next block reaches, where it was not transcoded.
    var position: Int { byteCount - filled }

    init(
        _ opened: ExportOpening.Opened, path: String, label: String, blockBytes: Int,
        room: BlockRoom = BlockRoom(), progress: IntakeProgress = IntakeProgress()
    ) throws(InputFault) {
        self.progress = progress
        export = opened.export
        expectedBytes = opened.bytes
        self.room = room
        self.label = label
        self.blockBytes = blockBytes
        scanner = RecordScanner(believedCells: opened.export.layout.cells)
        toSkip = opened.rowsStart
        line = opened.rowsLine
        buffer = room.take()
        switch export.encoding {
        case .utf16LittleEndian: transcoder = UTF16Transcoder(isLittleEndian: true)
        case .utf16BigEndian: transcoder = UTF16Transcoder(isLittleEndian: false)
        case .utf8, .gb18030: transcoder = nil
        }
        do throws(ByteFile.Fault) {
            file = try ByteFile(path: path)
        } catch {
            throw InputFault.reading(error, label)
        }
    }

    /// The SHA-256 of all bytes, in hexadecimal digits; only once there is no further block.
    consuming func finalDigest() -> String {
        precondition(isAtEnd, "the digest is of a whole file")
        return digest.final()
    }

    /// The next block; nil at the file's end.
    mutating func next() throws(InputFault) -> Block? {
        while true {
            if !isAtEnd { try fill() }
            if isSkippingLine { skipLine() }
            if filled > 0, !isSkippingLine, let block = cutBlock() { return block }
            if isAtEnd, filled == 0 {
                // Its header may have been read before, its rows after.
                guard byteCount == file.size, file.size == expectedBytes else {
                    throw InputFault(.changedWhileRead, file: label)
                }
                return nil
            }
        }
    }

    private mutating func fill() throws(InputFault) {
        let start = filled
        do throws(ByteFile.Fault) {
            // A byte order mark is seen whole.
            makeRoom(max(blockBytes, byteCount == 0 ? 4 : 1))
            filled += try file.read(into: &buffer, from: start)
        } catch {
            throw InputFault.reading(error, label)
        }
        isAtEnd = filled == start
        byteCount += filled - start
        progress.add(filled - start)
        if transcoder != nil {
            digest.add(BlockBytes(Array(buffer[start..<filled])))
            transcodeTail(from: start)
        }
        let skipped = min(toSkip, filled)
        if skipped > 0 {
            passOver(skipped)
            toSkip -= skipped
        }
    }

    /// Room for `count` bytes behind those that are there, and for no more than a few others: it
    /// decides how much of the file is read.
    private mutating func makeRoom(_ count: Int) {
        let missing = filled + count - buffer.count
        if missing > 0 {
            buffer.append(contentsOf: repeatElement(0, count: missing))
        } else if missing < 0 {
            buffer.removeLast(-missing)
        }
    }

    /// Takes bytes away that are in no block.
    private mutating func passOver(_ count: Int) {
        if transcoder == nil { digest.add(BlockBytes(Array(buffer[..<count]))) }
        buffer.removeFirst(count)
        filled -= count
    }

    private mutating func transcodeTail(from start: Int) {
        // The byte order mark stands before the first character and is none.
        let isFirst = byteCount == filled - start
        let mark =
            isFirst ? TextEncoding.marked(Array(buffer[..<min(4, filled)]))?.length ?? 0 : 0
        let text = transcoder?.transcode(buffer[(start + mark)..<filled]) ?? []
        let rest = isAtEnd ? transcoder?.finish() ?? [] : []
        buffer.replaceSubrange(start..., with: text + rest)
        filled = buffer.count
    }

    /// Passes over the rest of a line that is too long to be read.
    private mutating func skipLine() {
        let end = ByteSearch.firstLineEnd(in: buffer.span.extracting(0..<filled), isLast: isAtEnd)
        guard let end else {
            // A CR at the very end stays: a LF may follow it.
            passOver(filled - (filled > 0 && buffer[filled - 1] == UInt8(ascii: "\r") ? 1 : 0))
            if isAtEnd { isSkippingLine = false }
            return
        }
        passOver(end)
        isSkippingLine = false
        line += 1
    }

    private mutating func cutBlock() -> Block? {
        let cut = BlockCut(
            buffer.span.extracting(0..<filled), line: line, isLast: isAtEnd, scanner: scanner)
        guard let cut else { return nil }
        // What is left goes to the front of another room; this one goes with the block.
        let rest = filled - cut.end
        var next = room.take()
        if next.count < rest { next.append(contentsOf: repeatElement(0, count: rest)) }
        next.replaceSubrange(0..<rest, with: buffer[cut.end..<filled])
        swap(&next, &buffer)
        let bytes = BlockBytes(next, count: cut.end, from: room)
        filled = rest
        if transcoder == nil { digest.add(bytes) }
        let block = Block(export: export, bytes: bytes, records: cut.records, firstLine: line)
        line += cut.lines
        isSkippingLine = cut.isWithinLine
        return block
    }
}
