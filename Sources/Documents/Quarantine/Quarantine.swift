import Subsidy

/// `quarantine/`: the rejected rows of each export, to be sent back to whoever made it.
enum Quarantine {
    /// A file for each export that has rejected rows, in the exports' order.
    static func documents(of settlement: Settlement, language: Language) -> [Document] {
        let files = settlement.reading.files
        let names = QuarantineNames.names(of: files.map(\.name))
        let sentence = FindingSentence(of: settlement, language: language)
        var cells = RejectedCells(settlement.reading.rejected)
        var sheets = files.map { $0.tally.rows(.rejected) > 0 ? QuarantineSheet(of: $0) : nil }
        for finding in settlement.findings where finding.code.rowClass == .rejected {
            guard case .export(let file) = finding.source, let line = finding.line else {
                preconditionFailure("a rejected row stands in an export")
            }
            sheets[Int(file)]?.append(
                finding, sentence, cells: cells.take(at: Place(file: file, line: line)))
        }
        return zip(names, sheets).compactMap { name, sheet in
            sheet.map { Document(path: "quarantine/" + name, bytes: $0.bytes) }
        }
    }
}

/// The kept cells of all workers, taken in the order of files and lines.
private struct RejectedCells {
    private let stores: [RejectedRows]
    private let rows: [(place: Place, store: Int, row: Int)]
    private var next = 0

    init(_ stores: [RejectedRows]) {
        self.stores = stores
        rows = stores.enumerated().flatMap { store, rejected in
            rejected.places.enumerated().map { ($1, store, $0) }
        }.sorted { $0.0 < $1.0 }
    }

    /// The cells of the row at `place`; none where the row could not be taken apart.
    mutating func take(at place: Place) -> [RejectedRows.Cell] {
        while next < rows.count, rows[next].place < place { next += 1 }
        guard next < rows.count, rows[next].place == place else { return [] }
        return stores[rows[next].store].cells(ofRow: rows[next].row)
    }
}
