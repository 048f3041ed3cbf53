/// What intake found in a programme's exports: the ground on which awards stand.
package struct Reading: Sendable {
    package var files: [ExportFile]
    /// Files under `exports/` that are no exports, such as `Thumbs.db`.
    package var skipped: [String]
    /// Enterprises that are not on the roster, in the order of their ids behind it.
    package var strangers: [Stranger]
    package var volumes: VolumeTally
    package var statuses: [StatusCount]
    package var stepEight: StepEightVolumes
    /// What was found, as lists in no order: there may be millions, which are not copied often.
    package var findings: [[Finding]]
    /// Enterprises that a row names, whatever became of it.
    package var enterprisesWithRows: [EnterpriseID]
    /// Waybill numbers that do not pack into a key, by index.
    package var longWaybills: [[UInt8]]
    /// The rows of the waybill that intake was told to trace, in order of place.
    ///
    /// Those of them that no finding gives another class are counted.
    package var traced: [Shipment]
    /// The cells of rejected rows, in any order.
    package var rejected: [RejectedRows]
    /// What came of each decision, in the order of their lines.
    package var decisions: [DecisionOutcome]
    package var support: SupportDecisions
    /// What the next year must not count again.
    package var late: LateWaybills
    /// Who carried the steps of intake, with its version; nil where one process did all.
    package var engine: String?

    package init(
        files: [ExportFile], skipped: [String], strangers: [Stranger], volumes: VolumeTally,
        statuses: [StatusCount], stepEight: StepEightVolumes, findings: [[Finding]],
        enterprisesWithRows: [EnterpriseID], longWaybills: [[UInt8]], traced: [Shipment] = [],
        rejected: [RejectedRows] = [], decisions: [DecisionOutcome] = [],
        support: SupportDecisions = .none, late: LateWaybills = .none
    ) {
        self.files = files
        self.skipped = skipped
        self.strangers = strangers
        self.volumes = volumes
        self.statuses = statuses
        self.stepEight = stepEight
        self.findings = findings
        self.enterprisesWithRows = enterprisesWithRows
        self.longWaybills = longWaybills
        self.traced = traced
        self.rejected = rejected
        self.decisions = decisions
        self.support = support
        self.late = late
    }

    package var total: ClassTally {
        var total = ClassTally()
        for file in files { total.add(file.tally) }
        return total
    }

    /// The canonical text of a waybill; empty for none.
    package func text(of waybill: WaybillKey) -> String {
        let bytes = waybill.longNumber.map { longWaybills[$0] } ?? waybill.characters
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// What the rows of an export are.
package enum ExportKind: String, Sendable, CaseIterable {
    /// A parcel each.
    case waybills
    /// An enterprise's volume of a month each.
    case volumes
}

/// One export, read.
package struct ExportFile: Sendable {
    /// The bare name.
    package var name: String
    package var kind: ExportKind
    package var sha256: String
    package var encoding: String
    package var bytes: Int
    package var headerLine: Int
    /// The header's names as the file has them, by column.
    package var columns: [String]
    package var tally: ClassTally
    package var controls: [ControlTotal]
    /// Whether the settings say that its footers may differ.
    package var ignoresControls: Bool

    package init(
        name: String, kind: ExportKind = .waybills, sha256: String, encoding: String, bytes: Int,
        headerLine: Int, columns: [String], tally: ClassTally, controls: [ControlTotal],
        ignoresControls: Bool
    ) {
        self.name = name
        self.kind = kind
        self.sha256 = sha256
        self.encoding = encoding
        self.bytes = bytes
        self.headerLine = headerLine
        self.columns = columns
        self.tally = tally
        self.controls = controls
        self.ignoresControls = ignoresControls
    }
}

/// A status as exports have it, and how many rows do.
package struct StatusCount: Hashable, Sendable {
    package var status: String
    package var rows: Int
    package var counts: Bool

    package init(status: String, rows: Int, counts: Bool) {
        self.status = status
        self.rows = rows
        self.counts = counts
    }

    /// Beyond so many that count the rarest are one.
    package static let maximumListed = 1000

    /// What a report lists of `counts`, by rows: each status that does not count, and the most frequent
    /// of the others; the rest are one.
    package static func listed(_ counts: [StatusCount]) -> [StatusCount] {
        var rows: [Bool: [String: Int]] = [:]
        for count in counts {
            rows[count.counts, default: [:]][count.status, default: 0] += count.rows
        }
        let all = rows.flatMap { counts, rows in
            rows.map { StatusCount(status: $0, rows: $1, counts: counts) }
        }
        var listed: [StatusCount] = []
        var (named, others) = (0, 0)
        for count in all.sorted(by: isBefore) {
            guard count.counts else {
                listed.append(count)
                continue
            }
            if count.status == StatusRule.others || named == maximumListed {
                others += count.rows
            } else {
                named += 1
                listed.append(count)
            }
        }
        if others > 0 {
            listed.append(StatusCount(status: StatusRule.others, rows: others, counts: true))
        }
        return listed.sorted(by: isBefore)
    }

    /// One status may count and, with other digits that are not shown, not count.
    private static func isBefore(_ left: StatusCount, _ right: StatusCount) -> Bool {
        if left.rows != right.rows { return left.rows > right.rows }
        if left.status != right.status { return left.status < right.status }
        return left.counts && !right.counts
    }
}

/// Volumes that the limits weigh, each waybill once at its smallest.
package struct StepEightVolumes: Hashable, Sendable {
    package var contested: UInt128 = 0
    package var notOnRoster: UInt128 = 0
    package var refused: UInt128 = 0
    package var otherSupport: UInt128 = 0

    package init() {}

    package mutating func add(_ other: StepEightVolumes) {
        contested += other.contested
        notOnRoster += other.notOnRoster
        refused += other.refused
        otherSupport += other.otherSupport
    }
}
