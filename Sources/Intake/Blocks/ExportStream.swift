internal import Crypto
import DelimitedText
import Subsidy

/// A block of whole records of one export.
struct Block: Sendable {
    let export: Export
    let bytes: [UInt8]
    /// Where each record is; nil where no byte is a quote and the records are yet to be scanned.
    let records: [BlockRecord]?
    /// The line of the first record, from 1.
    let firstLine: Int
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
    private var digest = SHA256()
    private var transcoder: UTF16Transcoder?
    private var buffer: [UInt8] = []
    /// Bytes of lines before and in the header, and of a line that is too long, to be passed over.
    private var toSkip: Int
    private var isSkippingLine = false
    private var line: Int
    private var isAtEnd = false
    private(set) var byteCount = 0

    init(
        _ opened: ExportOpening.Opened, path: String, label: String, blockBytes: Int
    ) throws(InputFault) {
        export = opened.export
        expectedBytes = opened.bytes
        self.label = label
        self.blockBytes = blockBytes
        scanner = RecordScanner(believedCells: opened.export.layout.cells)
        toSkip = opened.rowsStart
        line = opened.rowsLine
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
        return digest.finalize().map { byte in
            let digits = String(byte, radix: 16)
            return byte < 16 ? "0" + digits : digits
        }.joined()
    }

    /// The next block; nil at the file's end.
    mutating func next() throws(InputFault) -> Block? {
        while true {
            if !isAtEnd { try fill() }
            if isSkippingLine { skipLine() }
            if !buffer.isEmpty, !isSkippingLine, let block = cutBlock() { return block }
            if isAtEnd, buffer.isEmpty {
                // Its header may have been read before, its rows after.
                guard byteCount == file.size, file.size == expectedBytes else {
                    throw InputFault(.changedWhileRead, file: label)
                }
                return nil
            }
        }
    }

    private mutating func fill() throws(InputFault) {
        let start = buffer.count
        do throws(ByteFile.Fault) {
            // A byte order mark is seen whole.
            try file.append(max(blockBytes, byteCount == 0 ? 4 : 1), to: &buffer)
        } catch {
            throw InputFault.reading(error, label)
        }
        isAtEnd = buffer.count == start
        byteCount += buffer.count - start
        digest.update(data: buffer[start...])
        if transcoder != nil { transcodeTail(from: start) }
        let skipped = min(toSkip, buffer.count)
        if skipped > 0 {
            buffer.removeFirst(skipped)
            toSkip -= skipped
        }
    }

    private mutating func transcodeTail(from start: Int) {
        // The byte order mark stands before the first character and is none.
        let mark = byteCount == buffer.count - start ? TextEncoding.marked(buffer)?.length ?? 0 : 0
        let text = transcoder?.transcode(buffer[(start + mark)...]) ?? []
        let rest = isAtEnd ? transcoder?.finish() ?? [] : []
        buffer.replaceSubrange(start..., with: text + rest)
    }

    /// Passes over the rest of a line that is too long to be read.
    private mutating func skipLine() {
        guard let end = ByteSearch.firstLineEnd(in: buffer.span, isLast: isAtEnd) else {
            // A CR at the very end stays: a LF may follow it.
            buffer.removeFirst(buffer.count - (buffer.last == UInt8(ascii: "\r") ? 1 : 0))
            if isAtEnd { isSkippingLine = false }
            return
        }
        buffer.removeFirst(end)
        isSkippingLine = false
        line += 1
    }

    private mutating func cutBlock() -> Block? {
        let cut = BlockCut(buffer.span, line: line, isLast: isAtEnd, scanner: scanner)
        guard let cut else { return nil }
        let rest = Array(buffer[cut.end...])
        buffer.removeLast(rest.count)
        let block = Block(export: export, bytes: buffer, records: cut.records, firstLine: line)
        buffer = rest
        line += cut.lines
        isSkippingLine = cut.isWithinLine
        return block
    }
}
