internal import DelimitedText

/// `quarantine/` against findings.csv: a file for each export with rejected rows, a line for each
/// of them, in order, with the same code and the same reason.
struct QuarantineFiles {
    private static let folder = "quarantine/"
    private static let opening = "行号,代码,原因"

    /// The file's path in the folder, by the export's position in report.json; only of exports that
    /// have rejected rows.
    let paths: [Int: String]

    init(of report: ReportFile) {
        var paths: [Int: String] = [:]
        let names = Self.names(of: report.files.map(\.name))
        for (index, file) in report.files.enumerated() where file.rows.rejected > 0 {
            paths[index] = Self.folder + names[index]
        }
        self.paths = paths
    }

    func failures(
        in folder: FolderContents, against report: ReportFile, findings: FindingsFile.RejectedRows
    ) -> [Failure] {
        var failures: [Failure] = []
        for (index, path) in paths.sorted(by: { $0.key < $1.key }) {
            guard let bytes = folder[path] else { continue }
            let file = report.files[index]
            failures += Self.failures(
                of: bytes, at: path, count: file.rows.rejected,
                rows: findings[Array(file.name.utf8)] ?? [])
        }
        return failures
    }

    private static func failures(
        of bytes: [UInt8], at path: String, count: UInt64, rows: [FindingsFile.RejectedRow]
    ) -> [Failure] {
        var proof = Proof(file: path)
        var position = 0
        SheetReader(opening: opening).read(bytes, proof: &proof) { line, cells, proof in
            let row = FindingsFile.RejectedRow(
                line: cells.bytes(0), code: cells.bytes(1), reason: cells.bytes(2))
            proof.require(
                position < rows.count && rows[position] == row, .quarantineRow, line: line,
                expected: position < rows.count ? String(rows[position].line) : nil,
                found: cells.text(0) + " " + cells.text(1))
            position += 1
        }
        proof.equal(UInt128(position), UInt128(count), .quarantineCount)
        return proof.failures
    }

    /// Names of exports as files that end in .csv, each once; the third export's is export-3.csv
    /// where its own cannot be used.
    static func names(of exports: [String]) -> [String] {
        var names = exports.map { name in isUsable(name) && name.hasSuffix(".csv") ? name : "" }
        var known: Set<String> = []
        for (index, name) in names.enumerated() where !name.isEmpty {
            if !known.insert(name.lowercased()).inserted { names[index] = "" }
        }
        for index in exports.indices where names[index].isEmpty {
            let whole = exports[index]
            let numbered = (0...exports.count).lazy.map { repeats in
                "export-\(index + 1)\(repeats == 0 ? "" : "-\(repeats + 1)").csv"
            }
            let own = isUsable(whole) && !whole.hasSuffix(".csv") ? [whole + ".csv"] : []
            let isFree = { (name: String) in !known.contains(name.lowercased()) }
            guard let name = own.first(where: isFree) ?? numbered.first(where: isFree) else {
                preconditionFailure("there are more choices than names")
            }
            known.insert(name.lowercased())
            names[index] = name
        }
        return names
    }

    /// Not too long, and without controls, what is not seen, quotes and backslashes.
    private static func isUsable(_ name: String) -> Bool {
        guard name.utf8.count <= 200 else { return false }
        return !name.unicodeScalars.contains { scalar in
            let category = scalar.properties.generalCategory
            return category == .control || category == .format || category == .lineSeparator
                || category == .paragraphSeparator || category == .unassigned
                || scalar == "\"" || scalar == "'" || scalar == "\\"
        }
    }
}
