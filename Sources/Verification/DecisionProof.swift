internal import DelimitedText

/// What report.json says of decisions, against findings.csv and the enterprises' volumes.
///
/// A row that a decision takes out has a line in findings.csv that names the decision's line.
enum DecisionProof {
    static func failures(in folder: FolderContents, against report: ReportFile) -> [Failure] {
        var proof = Proof(.report)
        inputs(of: report, proof: &proof)
        for (decision, next) in zip(report.adjudications, report.adjudications.dropFirst()) {
            proof.require(
                decision.line < next.line, .decision, place: "adjudications",
                found: String(next.line))
        }
        for decision in report.adjudications { form(of: decision, report, proof: &proof) }
        volumes(of: report, proof: &proof)
        rows(of: report, in: folder, proof: &proof)
        return proof.failures
    }

    private static func inputs(of report: ReportFile, proof: inout Proof) {
        proof.require(
            report.adjudications.isEmpty
                || report.inputs.contains { $0.name == "adjudications.csv" },
            .inputs, place: "inputs", expected: "adjudications.csv")
    }

    /// One subject, a reference, and what it gives worth pool / counted volume.
    private static func form(
        of decision: ReportFile.Decision, _ report: ReportFile, proof: inout Proof
    ) {
        let place = "adjudications:\(decision.line)"
        let unit = report.settings.volume
        let isOfVolumes = decision.month != nil && decision.stated != nil
        proof.require(
            (decision.waybill != nil) != isOfVolumes && !decision.reference.isEmpty, .decision,
            place: place)
        if let stated = decision.stated {
            proof.require(
                Figures.volume(stated, in: unit) != nil, .form, place: place, found: stated)
        }
        guard let volume = Figures.volume(decision.volume, in: unit) else {
            proof.fail(.form, place: place, found: decision.volume)
            return
        }
        if decision.uscc == nil || decision.rows.won == 0 {
            proof.require(volume == 0, .decision, place: place, found: decision.volume)
        }
        if decision.uscc == nil {
            proof.equal(UInt128(decision.rows.won), 0, .decision, place: place)
        }
        let worth = worth(volume, report)
        // A run without awards may say that it has no rate.
        if decision.yuan == nil, !report.state.hasAwards { return }
        proof.equal(decision.yuan, worth, .findingYuan, place: place)
    }

    private static func worth(_ volume: UInt128, _ report: ReportFile) -> String? {
        guard let pool = Figures.fen(report.pool),
            let counted = Figures.volume(report.volume.counted, in: report.settings.volume)
        else { return nil }
        return Figures.roundedHalfUp(volume, times: pool, over: counted).map(Figures.yuan)
    }

    /// What the decisions give to an enterprise is a part of its volume.
    private static func volumes(of report: ReportFile, proof: inout Proof) {
        let unit = report.settings.volume
        var given: [String: UInt128] = [:]
        for decision in report.adjudications {
            guard let uscc = decision.uscc else { continue }
            given[uscc, default: 0] += Figures.volume(decision.volume, in: unit) ?? 0
        }
        for award in report.awards {
            let sum = given.removeValue(forKey: award.uscc) ?? 0
            proof.require(
                sum <= Figures.volume(award.volume, in: unit) ?? 0, .decision, place: award.uscc,
                expected: award.volume, found: Figures.volumeText(sum, in: unit))
        }
        for (uscc, sum) in given.sorted(by: { isBefore($0.key, $1.key) }) where sum > 0 {
            proof.fail(.decision, place: uscc, found: Figures.volumeText(sum, in: unit))
        }
    }

    /// Each decision has taken out as many rows as findings.csv has lines that name it.
    private static func rows(
        of report: ReportFile, in folder: FolderContents, proof: inout Proof
    ) {
        guard !report.adjudications.isEmpty else {
            // The codes of report.json are those of findings.csv.
            for finding in report.findings where finding.code.hasPrefix("adjudicated.") {
                proof.fail(.decision, place: finding.code)
            }
            return
        }
        guard let content = folder.files[Document.findings.rawValue] else { return }
        var lines = LostRows()
        var ignored = Proof(.findings)
        SheetReader(header: FindingsFile.header).read(content, proof: &ignored) { line, cells, _ in
            lines.take(cells)
        }
        for decision in report.adjudications {
            let code = decision.uscc == nil ? "adjudicated.none" : "adjudicated.other"
            let found = lines.counts.removeValue(
                forKey: LostRows.Decision(line: decision.line, code: code))
            proof.equal(
                UInt128(decision.rows.lost), UInt128(found ?? 0), .decision,
                place: "adjudications:\(decision.line)")
        }
        for (decision, count) in lines.counts.sorted(by: { $0.key.line < $1.key.line }) {
            proof.fail(
                .decision, place: "adjudications:\(decision.line)", expected: "0",
                found: "\(count) \(decision.code)")
        }
    }
}

/// The lines of findings.csv on rows that a decision took out, by decision.
private struct LostRows {
    struct Decision: Hashable {
        let line: UInt64
        let code: String
    }

    private static let prefix = Array("adjudicated.".utf8)
    private static let name = Array("adjudications.csv:".utf8)

    var counts: [Decision: UInt64] = [:]

    mutating func take(_ cells: SheetReader.Cells) {
        let code = cells.bytes(3)
        guard code.starts(with: Self.prefix) else { return }
        let decision = Decision(
            line: Self.line(in: cells.bytes(6)), code: String(decoding: code, as: UTF8.self))
        counts[decision, default: 0] += 1
    }

    /// The line behind the table's name, where it stands first with one; 0 where it does not.
    private static func line(in sentence: ArraySlice<UInt8>) -> UInt64 {
        var rest = sentence
        while !rest.isEmpty {
            if rest.starts(with: name) {
                let digits = rest.dropFirst(name.count).prefix { (0x30...0x39).contains($0) }
                return UInt64(String(decoding: digits, as: UTF8.self)) ?? 0
            }
            rest = rest.dropFirst()
        }
        return 0
    }
}
