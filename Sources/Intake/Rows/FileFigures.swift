import Subsidy

/// What a worker has seen of one file; the workers' figures of a file add up.
struct FileFigures: Sendable {
    var tally = ClassTally()
    var pieces: UInt128 = 0
    var grams: UInt128 = 0
    /// 出货量 of a file of volumes, in the programme's unit.
    var volume: UInt128 = 0
    var footers: [FooterRule.Stated] = []
    /// By month of the period, whether a row has a readable date in it.
    private(set) var months: [Bool] = []
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
        volume += other.volume
        footers += other.footers
        for month in other.months.indices where other.months[month] { note(month: month) }
        for (number, figures) in other.statuses.enumerated() { note(number, figures) }
    }

    mutating func note(_ status: Int, _ figures: StatusFigures) {
        if statuses.count <= status {
            statuses += repeatElement(StatusFigures(), count: status + 1 - statuses.count)
        }
        statuses[status].add(figures)
    }

    /// `month` counts from the period's first.
    mutating func note(month: Int) {
        if month < months.count, months[month] { return }
        if months.count <= month {
            months += repeatElement(false, count: month + 1 - months.count)
        }
        months[month] = true
    }
}

extension FileFigures.StatusFigures {
    mutating func add(_ other: Self) {
        rows += other.rows
        firstLine = min(firstLine, other.firstLine)
        let (sum, overflow) = volume.addingReportingOverflow(other.volume)
        volume = overflow ? .max : sum
        isUnlisted = isUnlisted || other.isUnlisted
    }
}
