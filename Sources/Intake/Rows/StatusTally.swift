import Subsidy

/// Rows by their status, of one export or a part of it.
///
/// Of a column of free text only what becomes of its rows is told: else it would be kept whole, or
/// what is kept of it would follow from the order of the rows.
struct StatusTally: Sendable {
    struct Status: Hashable, Sendable {
        /// As it is shown.
        let text: String
        let counts: Bool
        let isUnlisted: Bool
    }

    struct Figures: Hashable, Sendable {
        var rows = 0
        var firstLine = UInt32.max
        var volume: UInt64 = 0
    }

    /// Whether rows have more statuses that count than anybody lists.
    private(set) var isFreeText = false
    private var statuses: [Status] = []
    private var figures: [Figures] = []
    private var numbers: [Status: Int] = [:]
    /// How many of those that count have rows, `…` apart.
    private var named = 0

    /// The number to note rows of `status` under; it holds as long as the tally does.
    mutating func number(of status: Status) -> Int {
        if let number = numbers[status] { return number }
        if isFreeText, status.isOneOfMany { return number(of: status.likeAllOthers) }
        numbers[status] = statuses.count
        statuses.append(status)
        figures.append(Figures())
        return statuses.count - 1
    }

    mutating func note(_ number: Int, _ more: Figures) {
        let isFirst = figures[number].rows == 0
        figures[number].add(more)
        guard isFirst, !isFreeText, statuses[number].isOneOfMany else { return }
        named += 1
        if named > StatusCount.maximumListed { becomeFreeText() }
    }

    mutating func add(_ other: StatusTally) {
        if other.isFreeText { becomeFreeText() }
        for (status, figures) in zip(other.statuses, other.figures) where figures.rows > 0 {
            add(status, figures)
        }
    }

    mutating func add(_ status: Status, _ more: Figures) { note(number(of: status), more) }

    /// The texts go; the numbers still hold.
    mutating func becomeFreeText() {
        isFreeText = true
        numbers = [:]
        for number in statuses.indices {
            statuses[number] = statuses[number].likeAllOthers
            numbers[statuses[number]] = number
        }
    }

    /// Each status that a row has; of free text, those that do not count and `…`.
    var lines: [(status: Status, figures: Figures)] {
        var lines: [Status: Figures] = [:]
        for (status, figures) in zip(statuses, figures) where figures.rows > 0 {
            lines[status, default: Figures()].add(figures)
        }
        // A line of a file has one status, and so is the first of one alone.
        return lines.map { ($0, $1) }.sorted { $0.figures.firstLine < $1.figures.firstLine }
    }
}

extension StatusTally.Status {
    /// What a status of free text goes into; those that do not count are the settings', and few.
    fileprivate var likeAllOthers: Self {
        counts ? Self(text: StatusRule.others, counts: true, isUnlisted: isUnlisted) : self
    }

    fileprivate var isOneOfMany: Bool { self != likeAllOthers }
}

extension StatusTally.Figures {
    mutating func add(_ other: Self) {
        rows += other.rows
        firstLine = min(firstLine, other.firstLine)
        let (sum, overflow) = volume.addingReportingOverflow(other.volume)
        volume = overflow ? .max : sum
    }
}
