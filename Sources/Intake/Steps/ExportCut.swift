private import Crypto
private import DelimitedText
package import Subsidy

/// A large export in ranges that begin at rows, each of which can be mapped alone.
///
/// Cutting reads the file from its first byte to its last, as intake does, so that quoted line ends
/// and lines are right; mapping takes longer, and is done side by side.
package struct ExportCut: Codable, Sendable, Equatable {
    package struct Range: Codable, Sendable, Equatable {
        /// Its first byte in the file.
        package let start: Int
        package let bytes: Int
        /// The line of its first byte, from 1.
        package let line: Int
        /// Of its bytes.
        package let sha256: String

        /// Whether a file can have such a range.
        var isSound: Bool { start >= 0 && bytes >= 0 && line > 0 && line <= Int(UInt32.max) }
    }

    /// The bare name.
    package let export: String
    /// In order; none where the file must be mapped whole, as it is not in an encoding of bytes.
    package let ranges: [Range]
    /// What is known of the file, as a record has it.
    private let record: [UInt8]

    /// Cuts the file at `path` so that a range has `rangeBytes` or little more.
    package init(
        _ index: Int, at path: String, rangeBytes: Int, blockBytes: Int, plan: IntakePlan,
        rules: IntakeRules
    ) throws(InputFault) {
        export = plan.exports[index]
        let label = "exports/" + export
        let opened = try ExportOpening.open(
            path, index: UInt16(index), name: export, label: label,
            settings: rules.programme.exports)
        var stream = try ExportStream(opened, path: path, label: label, blockBytes: blockBytes)
        var starts = [Start(byte: opened.rowsStart, line: opened.rowsLine)]
        while let block = try stream.next() {
            stream.digest.work()
            let start = stream.position - block.bytes.count
            if start - (starts.last?.byte ?? 0) >= rangeBytes {
                starts.append(Start(byte: start, line: block.firstLine))
            }
        }
        let bytes = stream.byteCount
        record =
            ExportRecord(
                export: opened.export, sha256: stream.finalDigest(), bytes: bytes,
                rowsStart: opened.rowsStart
            ).frame.payload
        switch opened.export.encoding {
        case .utf16LittleEndian, .utf16BigEndian: ranges = []
        case .utf8, .gb18030:
            do throws(ByteFile.Fault) {
                ranges = try Self.ranges(from: starts, to: bytes, of: ByteFile(path: path))
            } catch {
                throw InputFault.reading(error, label)
            }
        }
    }

    private struct Start {
        let byte: Int
        let line: Int
    }

    private static func ranges(
        from starts: [Start], to end: Int, of file: borrowing ByteFile
    ) throws(ByteFile.Fault) -> [Range] {
        _ = try digest(of: starts[0].byte, file)
        var ranges: [Range] = []
        for (index, start) in starts.enumerated() {
            let next = index + 1 < starts.count ? starts[index + 1].byte : end
            ranges.append(
                Range(
                    start: start.byte, bytes: next - start.byte, line: start.line,
                    sha256: try digest(of: next - start.byte, file)))
        }
        return ranges
    }

    /// The SHA-256 of the next bytes.
    private static func digest(
        of count: Int, _ file: borrowing ByteFile
    ) throws(ByteFile.Fault) -> String {
        var digest = SHA256()
        var rest = count
        while rest > 0 {
            let bytes = try file.read(min(rest, 1 << 20))
            if bytes.isEmpty { break }
            digest.update(data: bytes)
            rest -= bytes.count
        }
        return Hexadecimal.text(of: digest.finalize())
    }

    /// The file as the record of it says.
    func exportRecord(of plan: IntakePlan, _ rules: IntakeRules) throws(RecordFault) -> ExportRecord
    {
        let frame = RecordFrame(
            .export, partition: RecordFrame.everywhere, count: 1, payload: record)
        let known = try ExportRecord(
            frame, names: plan.exports, settings: rules.programme.exports)
        guard known.export.name == export else { throw .damaged }
        return known
    }
}
