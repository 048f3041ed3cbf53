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
    var statuses = StatusTally()

    mutating func add(_ other: FileFigures) {
        tally.add(other.tally)
        pieces += other.pieces
        grams += other.grams
        volume += other.volume
        footers += other.footers
        for month in other.months.indices where other.months[month] { note(month: month) }
        statuses.add(other.statuses)
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
