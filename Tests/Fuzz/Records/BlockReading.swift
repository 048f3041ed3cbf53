import DelimitedText
@testable import Intake

/// A record as it comes out of its block.
struct ReadRow: Equatable {
    let line: Int
    let fault: RecordScanner.Fault?
    /// None where the record is at fault.
    let cells: [[UInt8]]
}

/// Reads blocks as intake does, from bytes in place of a file.
enum BlockReading {
    private static let export = Export(
        index: 0, name: "", encoding: .utf8, layout: Layout(names: [], line: 1, columns: [:]),
        settings: nil)

    /// The rows of one block that holds all bytes.
    static func rows(of bytes: [UInt8], records: [BlockRecord]?) -> [ReadRow] {
        rows(
            of: Block(
                export: export, bytes: BlockBytes(bytes), records: records, firstLine: 1))
    }

    /// The rows of all blocks, when each reading gives `blockBytes` more.
    static func rows(of bytes: [UInt8], blockBytes: Int, scanner: RecordScanner) -> [ReadRow] {
        var rows: [ReadRow] = []
        var buffer: [UInt8] = []
        var line = 1
        var taken = 0
        var isAtEnd = false
        while !isAtEnd || !buffer.isEmpty {
            isAtEnd = taken == bytes.count
            let end = min(taken + blockBytes, bytes.count)
            buffer += bytes[taken..<end]
            taken = end
            guard
                let cut = BlockCut(buffer.span, line: line, isLast: isAtEnd, scanner: scanner)
            else { continue }
            let block = Block(
                export: export, bytes: BlockBytes(Array(buffer[..<cut.end])),
                records: cut.records,
                firstLine: line)
            rows += Self.rows(of: block)
            buffer.removeFirst(cut.end)
            line += cut.lines
        }
        return rows
    }

    private static func rows(of block: Block) -> [ReadRow] {
        var records = BlockRecords()
        records.read(block)
        let batch = records.batch
        return batch.records.map { record in
            let cells =
                record.fault != nil
                ? []
                : (0..<record.cellCount).map {
                    Array(batch.cells.bytes[batch.range(of: $0, in: record)])
                }
            return ReadRow(line: record.line, fault: record.fault, cells: cells)
        }
    }
}
