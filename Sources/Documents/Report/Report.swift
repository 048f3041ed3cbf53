import Subsidy

/// A settled year in figures: the one value from which every report takes its numbers.
///
/// Amounts and volumes are text here already, so that no two documents can round differently.
struct Report: Sendable {
    let edition: Edition
    let programme: Programme
    let rows: ClassRows
    /// By class, in the programme's unit; `ClassRows.read` has no counterpart.
    let volumes: [RowClass: String]
    let countedVolume: UInt128
    /// The months of the period, in order.
    let months: [MonthTotal]
    let files: [FileFigures]
    let skipped: [String]
    /// Who carried the steps of intake; nil where one process did all.
    let engine: String?
    let statuses: [StatusCount]
    /// In order of their lines.
    let decisions: [DecisionFigures]
    /// One for each enterprise of the roster, in order of codes.
    let awards: [AwardFigures]
    /// Those with an award, largest first, then by code.
    let paidAwards: [AwardFigures]
    /// In order of codes, district support first.
    let otherSupport: [SupportFigures]
    /// Nil where nothing is awarded.
    let totals: MoneyTotals?
    /// One for each code that occurs, in order of its text.
    let findings: [CodeFigures]
    let stops: [StopWording]
    /// Nil where nothing is awarded or no notice is to be made.
    private(set) var notice: NoticeFigures?

    init(of settlement: Settlement, edition: Edition) {
        let reading = settlement.reading
        let programme = settlement.programme
        let unit = programme.unit
        let total = reading.total
        self.edition = edition
        self.programme = programme
        rows = ClassRows(total)
        var volumes: [RowClass: String] = [:]
        for rowClass in RowClass.allCases {
            volumes[rowClass] = Figures.text(total.volume(rowClass), in: unit)
        }
        self.volumes = volumes
        countedVolume = reading.volumes.total
        months = MonthTotal.all(of: settlement)
        files = reading.files.map(FileFigures.init)
        skipped = reading.skipped
        engine = reading.engine
        let accounts = AccountMask(of: settlement)
        statuses = reading.statuses.sorted {
            $0.status.utf8.lexicographicallyPrecedes($1.status.utf8)
        }.map { status in
            StatusCount(
                status: accounts.masked(status.status), rows: status.rows, counts: status.counts)
        }
        decisions = DecisionFigures.all(of: settlement)
        awards = AwardFigures.all(of: settlement, edition: edition)
        paidAwards = Self.paid(awards)
        otherSupport = SupportFigures.all(of: settlement)
        totals = edition.state.hasAwards ? MoneyTotals(of: settlement) : nil
        findings = CodeFigures.all(of: settlement, language: edition.language)
        stops = settlement.stops.map { StopWording($0, of: settlement) }
        guard edition.state.hasAwards, let notice = programme.notice else { return }
        self.notice = NoticeFigures(
            notice, of: settlement, paid: paidAwards, support: otherSupport)
    }

    private static func paid(_ awards: [AwardFigures]) -> [AwardFigures] {
        awards.filter { ($0.award?.amount ?? .zero) > .zero }.sorted { left, right in
            let (mine, other) = (left.award?.amount ?? .zero, right.award?.amount ?? .zero)
            return mine == other ? left.uscc < right.uscc : mine > other
        }
    }
}

/// Rows by class; they sum to what was read.
struct ClassRows: Hashable, Sendable {
    let read: Int
    private let tally: ClassTally

    init(_ tally: ClassTally) {
        read = tally.total
        self.tally = tally
    }

    subscript(rowClass: RowClass) -> Int { tally.rows(rowClass) }
}

/// What counts of one month, of all enterprises together.
struct MonthTotal: Sendable {
    let month: Month
    let volume: String
    let volumeCount: UInt128
    /// Of the counted volume; empty where nothing counts.
    let share: String
    /// How many enterprises have a volume in it.
    let enterprises: Int

    static func all(of settlement: Settlement) -> [MonthTotal] {
        let total = settlement.reading.volumes.total
        return settlement.reading.volumes.byMonth.map { month, volume, enterprises in
            MonthTotal(
                month: month, volume: Figures.text(volume, in: settlement.programme.unit),
                volumeCount: volume, share: total == 0 ? "" : Figures.share(volume, of: total),
                enterprises: enterprises)
        }
    }
}

/// What the pool has become, in yuan: awards and what is to be reclaimed are what was paid before,
/// what is issued and what is held.
struct MoneyTotals: Hashable, Sendable {
    let awards: Fen
    let paidBefore: Fen
    let issued: Fen
    let held: Fen
    let toReclaim: Fen
    /// What the whole fen of the quotas leave; one each goes to the largest remainders.
    let leftOverFen: Int64

    init(of settlement: Settlement) {
        awards = (settlement.awards ?? []).map(\.amount).total
        issued = settlement.issued
        held = settlement.held
        paidBefore = (settlement.awards ?? []).map(\.position.sentBefore).total
        toReclaim = (settlement.awards ?? []).map(\.position.toReclaim).total
        leftOverFen = (settlement.awards ?? []).reduce(0) { $0 + $1.share.extraFen }
        precondition(awards == settlement.programme.pool, "the awards are the pool")
        precondition(
            awards + toReclaim == paidBefore + issued + held, "every award is issued or held")
    }
}

/// One export's figures.
struct FileFigures: Sendable {
    let name: String
    let sha256: String
    let encoding: String
    let kind: ExportKind
    let bytes: Int
    let header: Int
    let rows: ClassRows
    let controls: [ControlTotal]
    let ignoresControls: Bool

    init(_ file: ExportFile) {
        name = file.name
        sha256 = file.sha256
        encoding = file.encoding
        kind = file.kind
        bytes = file.bytes
        header = file.headerLine
        rows = ClassRows(file.tally)
        controls = file.controls
        ignoresControls = file.ignoresControls
    }
}
