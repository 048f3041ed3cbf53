import DelimitedText
private import Dispatch
import Subsidy
private import Synchronization

/// `findings.csv`: every row that was not counted and whatever else was found, a line each.
struct FindingsCSV: Sendable {
    private let cells: FindingCells
    private let sentence: FindingSentence

    /// - Throws: `InputFault` where a temporary file cannot be written.
    static func content(
        of settlement: Settlement, language: Language, in room: FileBytes.Room
    ) throws(InputFault) -> FileBytes {
        let table = FindingsCSV(
            cells: FindingCells(of: settlement),
            sentence: FindingSentence(of: settlement, language: language))
        var header = CSVWriter()
        header.row(["文件", "行号", "列", "代码", "统一社会信用代码", "运单号", "说明"])
        do throws(TemporaryFile.Fault) {
            let findings = settlement.findings
            var writer = FileBytesWriter(
                in: room, expecting: findings.count * bytesOfFinding + header.bytes.count)
            try writer.append(header.bytes)
            for start in stride(from: 0, to: findings.count, by: partsAtOnce * findingsOfPart) {
                for part in table.parts(of: findings[start...].prefix(partsAtOnce * findingsOfPart))
                { try writer.append(part) }
            }
            return try writer.finish()
        } catch {
            throw InputFault(.cannotSpill(error.text), file: room.folder)
        }
    }

    private static let findingsOfPart = 5000
    private static let partsAtOnce = 16
    /// A line has some 210.
    private static let bytesOfFinding = 256

    /// A line for each finding; there may be millions, so parts of them are made side by side.
    private func parts(of findings: Slice<OrderedFindings>) -> [[UInt8]] {
        let count = (findings.count + Self.findingsOfPart - 1) / Self.findingsOfPart
        let parts = Mutex([[UInt8]](repeating: [], count: count))
        DispatchQueue.concurrentPerform(iterations: count) { index in
            let first = findings.startIndex + index * Self.findingsOfPart
            let part = lines(of: findings[first...].prefix(Self.findingsOfPart))
            parts.withLock { $0[index] = part }
        }
        return parts.withLock { $0 }
    }

    private func lines(of findings: Slice<OrderedFindings>) -> [UInt8] {
        var buffer = SentenceBuffer()
        buffer.bytes.reserveCapacity(Self.bytesOfFinding * findings.count)
        for finding in findings {
            appendCells(of: finding, to: &buffer.bytes)
            sentence.appendCell(finding, to: &buffer)
            buffer.bytes.append(contentsOf: lineEnd)
        }
        return buffer.bytes
    }

    private func appendCells(of finding: Finding, to bytes: inout [UInt8]) {
        cells.appendFile(of: finding, to: &bytes)
        bytes.append(comma)
        if let line = finding.line { Digits.append(line, to: &bytes) }
        bytes.append(comma)
        cells.appendColumn(of: finding, to: &bytes)
        bytes.append(comma)
        bytes.append(contentsOf: finding.code.rawValue.utf8)
        bytes.append(comma)
        cells.appendCode(of: finding.enterprise, to: &bytes)
        bytes.append(comma)
        cells.append(finding.waybill, hiding: sentence.accounts, to: &bytes)
        bytes.append(comma)
    }
}

private let comma = UInt8(ascii: ",")
private let lineEnd: [UInt8] = [0x0D, 0x0A]

/// The cells that repeat from line to line, guarded and quoted once.
private struct FindingCells: Sendable {
    private let files: [[UInt8]]
    private let columns: [[[UInt8]]]
    private let codes: [[UInt8]]
    private let reading: Reading

    init(of settlement: Settlement) {
        reading = settlement.reading
        files = reading.files.map { Self.cell($0.name) }
        columns = reading.files.map { file in
            file.columns.map { Self.cell(CanonicalText.cell($0)) }
        }
        codes =
            settlement.roster.enterprises.map { Self.cell($0.uscc.text) }
            + reading.strangers.map { stranger in
                switch stranger {
                case .code(let uscc): Self.cell(uscc.text)
                // Whoever has no code keeps the cell empty; the sentence has the name.
                case .name: []
                }
            }
    }

    func appendFile(of finding: Finding, to bytes: inout [UInt8]) {
        switch finding.source {
        case .export(let file): bytes.append(contentsOf: files[Int(file)])
        case .roster: bytes.append(contentsOf: "roster.csv".utf8)
        case .settings: bytes.append(contentsOf: "fentan.yaml".utf8)
        }
    }

    func appendColumn(of finding: Finding, to bytes: inout [UInt8]) {
        switch (finding.column, finding.source) {
        case (.none, _): break
        case (.position(let position), .export(let file)):
            let names = columns[Int(file)]
            if names.indices.contains(Int(position)) {
                bytes.append(contentsOf: names[Int(position)])
            }
        case (.position, _): break
        case (.field(let field), .settings):
            bytes.append(contentsOf: "payer.\(field.rawValue)".utf8)
        case (.field(let field), _): bytes.append(contentsOf: field.chineseName.utf8)
        }
    }

    func appendCode(of enterprise: EnterpriseID?, to bytes: inout [UInt8]) {
        guard let enterprise, codes.indices.contains(enterprise.index) else { return }
        bytes.append(contentsOf: codes[enterprise.index])
    }

    /// Packed waybills are letters, digits, `-`, `_` and `/`: only a `-` in front asks for a guard.
    func append(
        _ waybill: WaybillKey, hiding accounts: AccountMask, to bytes: inout [UInt8]
    ) {
        if waybill.longNumber != nil {
            bytes.append(contentsOf: Self.cell(accounts.masked(reading.text(of: waybill))))
            return
        }
        let characters = waybill.characters
        if accounts.hides(characters) {
            bytes.append(contentsOf: "****".utf8)
            bytes.append(contentsOf: characters.suffix(4))
            return
        }
        if characters.first == UInt8(ascii: "-") { bytes.append(UInt8(ascii: "'")) }
        bytes.append(contentsOf: characters)
    }

    private static func cell(_ text: String) -> [UInt8] {
        var cell = CSVWriter(marked: false)
        cell.cell(SpreadsheetText.guarded(text))
        return cell.bytes
    }
}
