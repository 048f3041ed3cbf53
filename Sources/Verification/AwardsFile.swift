internal import DelimitedText

/// awards.csv against report.json: who, in which order, how much, in figures and in words.
struct AwardsFile {
    private static let header = "序号,统一社会信用代码,企业名称,核定出货量,占比,补贴金额,金额大写,状态"

    private let unit: VolumeUnit
    private let counted: UInt128
    private let due: [ReportFile.Award]
    private var rows = 0
    private var hasTotal = false
    private var volume: UInt128 = 0
    private var fen: UInt128 = 0

    static func failures(in folder: FolderContents, against report: ReportFile) -> [Failure] {
        guard let bytes = folder[.awards] else { return [] }
        var proof = Proof(.awards)
        var file = AwardsFile(of: report)
        SheetReader(header: header).read(bytes, proof: &proof) { line, cells, proof in
            file.take((0..<8).map { cells.text($0) }, line: line, proof: &proof)
        }
        file.finish(proof: &proof)
        return proof.failures
    }

    private init(of report: ReportFile) {
        unit = report.settings.volume
        counted = Figures.volume(report.volume.counted, in: unit) ?? 0
        due = Self.due(of: report)
    }

    /// Those with an award, largest first, then by code.
    static func due(of report: ReportFile) -> [ReportFile.Award] {
        report.awards.filter { Self.fen($0) > 0 }.sorted { left, right in
            Self.fen(left) != Self.fen(right)
                ? Self.fen(left) > Self.fen(right) : isBefore(left.uscc, right.uscc)
        }
    }

    private static func fen(_ award: ReportFile.Award) -> UInt128 {
        award.amount.flatMap(Figures.fen) ?? 0
    }

    private mutating func take(_ cells: [String], line: Int, proof: inout Proof) {
        guard !hasTotal else {
            proof.fail(.totalLine, line: line, found: cells[0])
            return
        }
        hasTotal = cells[0] == "合计"
        if hasTotal {
            proveTotal(cells, line: line, proof: &proof)
        } else {
            prove(cells, line: line, proof: &proof)
            rows += 1
            volume += Figures.volume(cells[3], in: unit) ?? 0
            fen += Figures.fen(cells[5]) ?? 0
        }
    }

    /// One enterprise's line against the award that is due at its place.
    private func prove(_ cells: [String], line: Int, proof: inout Proof) {
        proof.equal(cells[0], String(rows + 1), .serial, line: line)
        proveFigures(cells, line: line, proof: &proof)
        guard rows < due.count else {
            proof.fail(.awardSet, line: line, found: cells[1])
            return
        }
        let award = due[rows]
        guard cells[1] == award.uscc else {
            proof.fail(.awardOrder, line: line, expected: award.uscc, found: cells[1])
            return
        }
        proof.equal(
            cells[2], SpreadsheetText.guarded(award.name), .awardCell, line: line, place: "企业名称")
        proof.equal(cells[3], award.volume, .awardCell, line: line, place: "核定出货量")
        proof.equal(cells[5], award.amount, .awardCell, line: line, place: "补贴金额")
        proof.equal(
            cells[7], award.payment == .held ? "暂缓" : "已出具", .awardStatus, line: line)
    }

    /// Share and words of a line, from its own volume and amount.
    private func proveFigures(_ cells: [String], line: Int, proof: inout Proof) {
        let volume = Figures.volume(cells[3], in: unit)
        let share = volume.flatMap { Figures.percentage($0, of: counted) }
        proof.equal(cells[4], share, .share, line: line)
        let fen = Figures.fen(cells[5])
        proof.require(
            fen != nil && AmountInWords.fen(of: cells[6]) == fen, .amountInWords, line: line,
            expected: cells[5], found: cells[6])
    }

    private func proveTotal(_ cells: [String], line: Int, proof: inout Proof) {
        proveFigures(cells, line: line, proof: &proof)
        for index in [1, 2, 7] { proof.equal(cells[index], "", .totalLine, line: line) }
        proof.equal(
            cells[3], Figures.volumeText(volume, in: unit), .totalLine, line: line, place: "核定出货量")
        proof.equal(cells[5], Figures.yuan(fen: fen), .totalLine, line: line, place: "补贴金额")
    }

    private func finish(proof: inout Proof) {
        proof.require(hasTotal, .totalLine, expected: "合计")
        for award in due.dropFirst(rows) {
            proof.fail(.awardSet, expected: award.uscc)
        }
    }
}
