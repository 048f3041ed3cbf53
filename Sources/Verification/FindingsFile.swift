internal import DelimitedText

/// findings.csv against report.json: order, places, counts by code, by class and by export.
struct FindingsFile {
    static let header = "文件,行号,列,代码,统一社会信用代码,运单号,说明"

    /// An export's rows as report.json counts them, and those of findings.csv.
    private struct Export {
        let name: String
        let header: UInt64
        var counts: [RowClass: UInt64] = [:]
        var rejected: [RejectedRow] = []
    }

    /// How many lines a code has, and what it says of each.
    private struct CodeTally {
        let code: String
        let rowClass: RowClass?
        var count: UInt64 = 0

        var isOfSupport: Bool { code == "enterprise.other-support" }
    }

    /// A rejected row: its line, and a hash of line, code and reason as they stand in their cells.
    struct RejectedRow: Equatable {
        let line: UInt64
        private let hash: Int

        init(line: ArraySlice<UInt8>, code: ArraySlice<UInt8>, reason: ArraySlice<UInt8>) {
            self.line = FindingsFile.number(line) ?? 0
            var hasher = Hasher()
            hasher.combine(line)
            hasher.combine(code)
            hasher.combine(reason)
            hash = hasher.finalize()
        }
    }

    /// By the bytes of the export's name, in the order of lines.
    typealias RejectedRows = [[UInt8]: [RejectedRow]]

    /// By the bytes of the name as a cell shows it.
    private var exports: [ArraySlice<UInt8>: Export] = [:]
    private var codes = ByteTable()
    /// By number of the code in `codes`.
    private var tallies: [CodeTally] = []
    private var file: ArraySlice<UInt8> = []
    private var shownName = ""
    private var name = ""
    private var export: Export?
    private var lastLine: UInt64 = 0
    private var lastRow: UInt64 = 0
    /// The codes whose rows other support may exclude.
    private let supported: Set<String>

    /// What does not hold of findings.csv, and the rejected rows that it names.
    static func proof(
        in folder: FolderContents, against report: ReportFile
    ) -> ([Failure], RejectedRows) {
        guard let content = folder.files[Document.findings.rawValue] else { return ([], [:]) }
        var proof = Proof(.findings)
        var findings = FindingsFile(of: report)
        SheetReader(header: header).read(content, proof: &proof) { line, cells, proof in
            findings.take(cells, line: line, proof: &proof)
        }
        findings.closeFile()
        findings.compareCodes(with: report, proof: &proof)
        findings.compareClasses(with: report, proof: &proof)
        let rejected = findings.exports.values.map { (Array($0.name.utf8), $0.rejected) }
        return (proof.failures, Dictionary(rejected, uniquingKeysWith: { first, _ in first }))
    }

    private init(of report: ReportFile) {
        supported = SupportProof.excluded(in: report)
        for file in report.files {
            exports[Self.shown(file.name)] = Export(
                name: file.name, header: file.header)
        }
    }

    private mutating func take(_ cells: SheetReader.Cells, line: Int, proof: inout Proof) {
        enter(cells.bytes(0), line: line, proof: &proof)
        let code = number(ofCode: cells.bytes(3))
        tallies[code].count += 1
        let rowClass = tallies[code].rowClass
        if rowClass == .excluded, tallies[code].isOfSupport {
            proof.require(
                supported.contains(cells.text(4)), .supportRows, line: line, found: cells.text(4))
        }
        let text = cells.bytes(1)
        guard let row = Self.number(text) else {
            proof.require(
                text.isEmpty && rowClass == nil, .findingPlace, line: line, place: "行号",
                found: cells.text(1))
            return
        }
        proof.require(
            row >= lastLine || isSharedName, .findingOrder, line: line, place: "行号",
            found: String(row))
        lastLine = max(row, lastLine)
        guard let rowClass else { return }
        guard let header = export?.header, row > header else {
            proof.fail(.findingPlace, line: line, place: "行号", found: String(row))
            return
        }
        proof.require(row != lastRow, .findingRepeated, line: line, found: String(row))
        lastRow = row
        export?.counts[rowClass, default: 0] += 1
        if rowClass == .rejected {
            export?.rejected.append(
                RejectedRow(line: text, code: cells.bytes(3), reason: cells.bytes(6)))
        }
    }

    /// Goes on to the file of the line, whose name must not come before the last one.
    private mutating func enter(_ next: ArraySlice<UInt8>, line: Int, proof: inout Proof) {
        guard next != file else { return }
        closeFile()
        let last = name
        file = Array(next)[...]
        shownName = String(decoding: next, as: UTF8.self)
        export = exports[next]
        name = export?.name ?? shownName
        proof.require(
            isBefore(last, name), .findingOrder, line: line, place: "文件", found: shownName)
        lastLine = 0
        lastRow = 0
    }

    private static func shown(_ name: String) -> ArraySlice<UInt8> {
        Array(SpreadsheetText.guarded(name).utf8)[...]
    }

    private mutating func closeFile() {
        if let export { exports[file] = export }
    }

    /// An export may be named like a file of the programme; the findings of both then mix.
    private var isSharedName: Bool {
        export != nil && ["roster.csv", "fentan.yaml"].contains(name)
    }

    private mutating func number(ofCode cell: ArraySlice<UInt8>) -> Int {
        if let number = codes.number(of: cell.span) { return number }
        codes.insert(cell.span)
        let code = String(decoding: cell, as: UTF8.self)
        tallies.append(CodeTally(code: code, rowClass: RowClass(code: code)))
        return tallies.count - 1
    }

    /// A line number; nil where the cell has another form.
    fileprivate static func number(_ digits: ArraySlice<UInt8>) -> UInt64? {
        guard let first = digits.first, first != UInt8(ascii: "0"), digits.count <= 18 else {
            return nil
        }
        var value: UInt64 = 0
        for byte in digits {
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            value = value * 10 + UInt64(byte - UInt8(ascii: "0"))
        }
        return value
    }

    private func compareCodes(with report: ReportFile, proof: inout Proof) {
        var left = Dictionary(
            tallies.map { ($0.code, $0.count) }, uniquingKeysWith: { first, _ in first })
        for finding in report.findings {
            let count = left.removeValue(forKey: finding.code) ?? 0
            proof.equal(
                UInt128(count), UInt128(finding.count), .findingCount, place: finding.code)
        }
        for (code, count) in left.sorted(by: { isBefore($0.key, $1.key) }) {
            proof.fail(.findingCount, place: code, expected: "0", found: String(count))
        }
    }

    private func compareClasses(with report: ReportFile, proof: inout Proof) {
        for rowClass in RowClass.allCases {
            var sum: UInt128 = 0
            for file in report.files {
                let count = UInt128(
                    exports[Self.shown(file.name)]?.counts[rowClass] ?? 0)
                sum += count
                proof.equal(
                    count, UInt128(file.rows[rowClass]), .classCount,
                    place: "\(file.name) \(rowClass.rawValue)")
            }
            proof.equal(
                sum, UInt128(report.rows[rowClass]), .classCount, place: rowClass.rawValue)
        }
    }
}
