import DelimitedText
import Subsidy

/// A temporary file of shipments that memory has no room for.
///
/// Its bytes are this machine's and this run's.
final class SpillFile: Sendable {
    typealias Fault = TemporaryFile.Fault

    /// Rows that lie together in the file.
    struct Extent: Sendable {
        let offset: Int
        let rows: Int
    }

    private let file: TemporaryFile

    init(in folder: String) throws(Fault) { file = try TemporaryFile(in: folder) }

    /// Writes rows at `offset`.
    func write(_ rows: [Shipment], at offset: Int) throws(Fault) -> Extent {
        try file.write(unsafe rows.span.bytes, at: offset)
        return Extent(offset: offset, rows: rows.count)
    }

    /// Appends the rows of an extent to `rows`.
    func read(_ extent: Extent, into rows: inout [Shipment]) throws(Fault) {
        rows += try file.read(extent.rows, at: extent.offset)
    }
}
