/// Finds where records end, by RFC 4180 as exports bend it: a quote opens a quoted cell only at
/// the cell's beginning; CR, LF and CRLF end a record outside of quotes.
///
/// It never believes a quote that does not fit, so that one unclosed quote cannot swallow the rest
/// of a file: such a record is a fault of its first line alone, and reading goes on below it.
package struct RecordScanner: Sendable {
    /// The longest record that is read, in bytes without its line end.
    package static let maximumRecordBytes = 1 << 20

    /// The most lines of a record that is believed: no address has more, and a file of quotes that
    /// do not fit would be gone through again for each of its lines.
    package static let maximumRecordLines = 100

    /// Numbers of cells that a record of several lines must have to be believed.
    package var believedCells: ClosedRange<Int>

    package init(believedCells: ClosedRange<Int> = 1...Int.max) {
        self.believedCells = believedCells
    }

    package enum Fault: UInt8, Sendable {
        /// A quote that is not closed, or is followed by something else than a comma.
        case quote
        /// Longer than `maximumRecordBytes`.
        case tooLong
    }

    /// One record: its bytes without the line end, where the next begins, the line breaks it spans.
    package struct Record: Sendable, Equatable {
        package var end: Int
        package var next: Int
        package var lines: Int
        package var fault: Fault?

        package init(end: Int, next: Int, lines: Int, fault: Fault?) {
            self.end = end
            self.next = next
            self.lines = lines
            self.fault = fault
        }
    }

    /// The record that begins at `start`; nil if more bytes are needed to tell.
    package func record(in bytes: Span<UInt8>, from start: Int, isLast: Bool) -> Record? {
        if let plain = PlainRecord.record(in: bytes, from: start) { return plain }
        return anyRecord(in: bytes, from: start, isLast: isLast)
    }

    /// The same, a byte at a time.
    func anyRecord(in bytes: Span<UInt8>, from start: Int, isLast: Bool) -> Record? {
        var state = State.cellStart
        var position = start
        var lines = 0
        var cells = 1
        while position < bytes.count {
            if position - start > Self.maximumRecordBytes { break }
            let byte = bytes[position]
            if byte == lineFeed || byte == carriageReturn, state != .quoted {
                guard lines == 0 || believedCells.contains(cells) else {
                    return firstLine(in: bytes, from: start, isLast: isLast, fault: .quote)
                }
                guard let next = pastLineEnd(at: position, in: bytes, isLast: isLast) else {
                    return nil
                }
                return Record(end: position, next: next, lines: lines + 1, fault: nil)
            }
            switch state.step(byte) {
            case .fault: return firstLine(in: bytes, from: start, isLast: isLast, fault: .quote)
            case .cell: cells += 1
            case .none:
                if state == .quoted { lines += lineBreak(at: position, in: bytes) }
                if lines >= Self.maximumRecordLines {
                    return firstLine(in: bytes, from: start, isLast: isLast, fault: .quote)
                }
            }
            position += 1
        }
        if position - start > Self.maximumRecordBytes {
            let fault: Fault = state == .quoted && lines > 0 ? .quote : .tooLong
            return firstLine(in: bytes, from: start, isLast: isLast, fault: fault)
        }
        guard isLast else { return nil }
        if state == .quoted || (lines > 0 && !believedCells.contains(cells)) {
            return firstLine(in: bytes, from: start, isLast: true, fault: .quote)
        }
        return Record(end: position, next: position, lines: lines + 1, fault: nil)
    }

    /// The line at `start` as a faulty record; nil if its end is not in the bytes yet.
    private func firstLine(
        in bytes: Span<UInt8>, from start: Int, isLast: Bool, fault: Fault
    ) -> Record? {
        guard let next = ByteSearch.firstLineEnd(in: bytes, from: start, isLast: isLast) else {
            let length = bytes.count - start
            let fault: Fault = length > Self.maximumRecordBytes ? .tooLong : fault
            if isLast { return Record(end: bytes.count, next: bytes.count, lines: 1, fault: fault) }
            // A line that does not end within the bytes at hand, and is too long whatever follows.
            guard length > Self.maximumRecordBytes + 1 else { return nil }
            // A CR at the very end stays: it ends the line, or a LF does that follows it.
            let end = bytes.count - (bytes[bytes.count - 1] == carriageReturn ? 1 : 0)
            return Record(end: end, next: end, lines: 0, fault: fault)
        }
        let isPair =
            next - start >= 2 && bytes[next - 2] == carriageReturn
            && bytes[next - 1] == lineFeed
        let end = next - (isPair ? 2 : 1)
        let kind: Fault = end - start > Self.maximumRecordBytes ? .tooLong : fault
        return Record(end: end, next: next, lines: 1, fault: kind)
    }

    /// The index behind CR, LF or CRLF at `position`; nil if a LF may still come.
    private func pastLineEnd(at position: Int, in bytes: Span<UInt8>, isLast: Bool) -> Int? {
        guard bytes[position] == carriageReturn else { return position + 1 }
        guard position + 1 < bytes.count else { return isLast ? position + 1 : nil }
        return bytes[position + 1] == lineFeed ? position + 2 : position + 1
    }

    /// 1 where a line break ends at `position`, so that CRLF counts once.
    private func lineBreak(at position: Int, in bytes: Span<UInt8>) -> Int {
        switch bytes[position] {
        case lineFeed: 1
        case carriageReturn:
            position + 1 < bytes.count && bytes[position + 1] == lineFeed ? 0 : 1
        default: 0
        }
    }
}

private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")

/// Where in a record the scan stands.
private enum State {
    case cellStart
    case bare
    case quoted
    case quoteInQuoted
    case blankAfterQuote

    enum Step {
        case none
        case cell
        case fault
    }

    /// Takes one byte that ends no record.
    mutating func step(_ byte: UInt8) -> Step {
        let comma = UInt8(ascii: ",")
        let quote = UInt8(ascii: "\"")
        let isBlank = byte == 0x20 || byte == 0x09
        switch self {
        case .quoted:
            if byte == quote { self = .quoteInQuoted }
            return .none
        case .cellStart where byte == quote:
            self = .quoted
        case .cellStart where isBlank: break
        case .quoteInQuoted where byte == quote:
            self = .quoted
        case _ where byte == comma:
            self = .cellStart
            return .cell
        case .quoteInQuoted where isBlank, .blankAfterQuote where isBlank:
            self = .blankAfterQuote
        case .quoteInQuoted, .blankAfterQuote: return .fault
        case .cellStart, .bare: self = .bare
        }
        return .none
    }
}
