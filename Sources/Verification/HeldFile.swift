internal import DelimitedText

/// held.csv against the held awards of report.json: each once, with its amount and a reason.
enum HeldFile {
    private static let header = "统一社会信用代码,企业名称,金额,原因"

    static func failures(in folder: FolderContents, against report: ReportFile) -> [Failure] {
        guard let bytes = folder[.held] else { return [] }
        var proof = Proof(.held)
        var due = Dictionary(
            report.awards.filter { $0.payment == .held }.map { ($0.uscc, $0) },
            uniquingKeysWith: { first, _ in first })
        var sum: UInt128 = 0
        SheetReader(header: header).read(bytes, proof: &proof) { line, cells, proof in
            sum += Figures.fen(cells.text(2)) ?? 0
            let uscc = cells.text(0)
            guard let award = due.removeValue(forKey: uscc) else {
                proof.fail(.held, line: line, found: uscc)
                return
            }
            proof.equal(
                cells.text(1), SpreadsheetText.guarded(award.name), .held, line: line,
                place: "企业名称")
            proof.equal(cells.text(2), award.held, .held, line: line, place: "金额")
            proof.require(!cells.text(3).isEmpty, .held, line: line, place: "原因")
        }
        for uscc in due.keys.sorted(by: isBefore) { proof.fail(.held, expected: uscc) }
        proof.equal(Figures.yuan(fen: sum), report.totals.held, .totals, place: "totals.held")
        return proof.failures
    }
}
