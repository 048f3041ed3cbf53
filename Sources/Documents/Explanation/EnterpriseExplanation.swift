import Subsidy

/// One enterprise's way from rows to fen.
struct EnterpriseExplanation: Sendable {
    /// Nil for one that exports name without a code.
    let uscc: String?
    let name: String
    /// Nil where it is not on the roster.
    let review: Review?
    let outcome: Outcome
    /// The files that have a row of it, in order of names.
    let files: [FileRows]
    /// Its rows that do not count, in the order of classes and codes.
    let codes: [CodeFigures]
    /// What else was found of it.
    let notes: [CodeFigures]
    /// Rows of all files that are rejected and name no enterprise readably: they are nobody's.
    let namelessRows: Int
    /// Volume, months and award; nil where it is not on the roster.
    let figures: AwardFigures?
    /// Nil where nothing is awarded to anybody, or it is not on the roster.
    let split: Split?
    let countedVolume: UInt128

    /// What the enterprise gets, and if nothing, why.
    enum Outcome: String, Sendable {
        case stopped
        case notOnRoster = "not-on-roster"
        case refused
        case noRows = "no-rows"
        case nothingCounted = "nothing-counted"
        case belowOneFen = "below-one-fen"
        case awarded
    }

    /// One file's rows of the enterprise.
    struct FileRows: Sendable {
        let name: String
        /// Without a class of which there are none.
        let rows: [RowClass: Int]
        /// Counted.
        let volume: String

        var total: Int { rows.values.reduce(0, +) }
    }

    /// How the fen that the quotas' whole parts leave were given out.
    struct Split: Sendable {
        let leftOverFen: Int64
        /// How many remainders were ranked.
        let remainders: Int
        /// Whether an equal remainder got what this one did not, or the other way round.
        let isTied: Bool
    }

    init(_ subject: ExplainedSubject, from source: ExplanationSource) {
        let settlement = source.settlement
        let reading = settlement.reading
        let roster = settlement.roster
        let member = roster[subject.id]
        let own = source.findings(of: subject.id)
        let codes = CodeFigures.all(
            of: own, in: settlement, language: source.language, examples: source.listedRows,
            saying: source.sentence)
        let cells = reading.volumes.files.byEnterprise[subject.id] ?? []
        (uscc, name) = Self.name(of: subject, in: settlement)
        review = member?.review
        files = Self.files(own, cells, in: settlement)
        self.codes = Self.ordered(codes.filter { $0.code.rowClass != nil })
        notes = codes.filter { $0.code.rowClass == nil }
        namelessRows = source.namelessRows
        figures = member == nil ? nil : source.figures[subject.id.index]
        split = settlement.awards.flatMap { Self.split($0, subject) }
        countedVolume = reading.volumes.total
        outcome = Self.outcome(
            review, hasRows: !files.isEmpty, figures: figures,
            isStopped: !settlement.stops.isEmpty)
    }

    private static func name(
        of subject: ExplainedSubject, in settlement: Settlement
    ) -> (uscc: String?, name: String) {
        if let member = settlement.roster[subject.id] { return (member.uscc.text, member.name) }
        let place = subject.id.index - settlement.roster.enterprises.count
        switch settlement.reading.strangers[place] {
        case .code(let uscc): return (uscc.text, uscc.text)
        case .name(let name):
            return (
                nil, AccountMask(of: settlement).masked(Excerpt.withoutPersonalNumbers(name))
            )
        }
    }

    private static func files(
        _ findings: [Finding], _ cells: [FileVolumes.Cell], in settlement: Settlement
    ) -> [FileRows] {
        var rows: [UInt16: [RowClass: Int]] = [:]
        var volumes: [UInt16: UInt128] = [:]
        for finding in findings {
            guard case .export(let file) = finding.source, let rowClass = finding.code.rowClass
            else { continue }
            rows[file, default: [:]][rowClass, default: 0] += 1
        }
        for cell in cells {
            rows[cell.file, default: [:]][.counted] = cell.rows
            volumes[cell.file] = cell.volume
        }
        return rows.sorted { $0.key < $1.key }.map { file, rows in
            FileRows(
                name: settlement.reading.files[Int(file)].name, rows: rows,
                volume: Figures.text(volumes[file] ?? 0, in: settlement.programme.unit))
        }
    }

    /// Rejected rows first, then in the order of judging, as an enterprise asks.
    private static func ordered(_ codes: [CodeFigures]) -> [CodeFigures] {
        let classes: [RowClass] = [.rejected, .excluded, .contested, .duplicate]
        return classes.flatMap { rowClass in codes.filter { $0.code.rowClass == rowClass } }
    }

    private static func split(_ awards: [Award], _ subject: ExplainedSubject) -> Split? {
        guard awards.indices.contains(subject.id.index) else { return nil }
        let own = awards[subject.id.index].share
        return Split(
            leftOverFen: awards.reduce(0) { $0 + $1.share.extraFen },
            remainders: awards.count,
            isTied: awards.contains {
                $0.share.remainder == own.remainder && $0.share.extraFen != own.extraFen
            })
    }

    private static func outcome(
        _ review: Review?, hasRows: Bool, figures: AwardFigures?, isStopped: Bool
    ) -> Outcome {
        if isStopped { return .stopped }
        guard let figures else { return .notOnRoster }
        if figures.award?.amount ?? .zero > .zero { return .awarded }
        if review == .refused { return .refused }
        if !hasRows { return .noRows }
        return figures.volumeCount == 0 ? .nothingCounted : .belowOneFen
    }
}
