import Subsidy

/// What a worker has seen of one file; the workers' figures of a file add up.
struct FileFigures: Sendable {
    var tally = ClassTally()
    var pieces: UInt128 = 0
    var grams: UInt128 = 0
    var footers: [FooterRule.Stated] = []
    /// The months of the period with a row that has a readable date.
    private(set) var months: Set<Month> = []
    /// The same as a bit each for the months of the year, so that a row costs no hashing.
    private var seen: (year: Int, months: UInt16) = (0, 0)
    /// By number of the status: rows, and the first of them.
    private(set) var statuses: [StatusFigures] = []

    struct StatusFigures: Sendable {
        var rows = 0
        var firstLine = UInt32.max
        var volume: UInt64 = 0
        var isUnlisted = false
    }

    mutating func add(_ other: FileFigures) {
        tally.add(other.tally)
        pieces += other.pieces
        grams += other.grams
        footers += other.footers
        months.formUnion(other.months)
        for (number, figures) in other.statuses.enumerated() { note(number, figures) }
    }

    mutating func note(_ status: Int, _ figures: StatusFigures) {
        if statuses.count <= status {
            statuses += repeatElement(StatusFigures(), count: status + 1 - statuses.count)
        }
        statuses[status].add(figures)
    }

    mutating func note(_ month: Month) {
        let (year, offset) = month.number.quotientAndRemainder(dividingBy: 12)
        let bit: UInt16 = 1 << offset
        if seen.year == year, seen.months & bit != 0 { return }
        seen = (year, seen.year == year ? seen.months | bit : bit)
        months.insert(month)
    }
}

extension FileFigures.StatusFigures {
    mutating func add(_ other: Self) {
        rows += other.rows
        firstLine = min(firstLine, other.firstLine)
        volume += other.volume
        isUnlisted = isUnlisted || other.isUnlisted
    }
}
