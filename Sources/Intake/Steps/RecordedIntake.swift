package import Subsidy

/// The end of an intake whose steps were processes: what all of them have left, put together.
package struct RecordedIntake {
    /// How many records there are, as whoever carried them counts them too.
    package struct Totals: Codable, Sendable, Equatable {
        package var frames = 0
        /// Rows that went from one step to the other.
        package var shipments = 0
        package var findings = 0
        package var rejected = 0

        package init() {}

        mutating func add(_ frame: RecordFrame) {
            frames += 1
            switch frame.kind {
            case .result: shipments += frame.count
            case .findings: findings += frame.count
            case .rejected: rejected += frame.count
            default: break
            }
        }
    }

    private let plan: IntakePlan
    private let rules: IntakeRules
    private let registers: Registers
    private var shared: SharedRecords
    private var worker = WorkerResult(partitions: 1)
    private var ranges: [RangeFigures] = []
    private var result: PartitionResult
    package private(set) var totals = Totals()

    package init(plan: IntakePlan, rules: IntakeRules) {
        self.plan = plan
        self.rules = rules
        registers = Registers(roster: rules.roster)
        shared = SharedRecords(plan: plan, rules: rules, registers: registers)
        let registers = registers
        let outcomes = rules.adjudications.map {
            DecisionOutcome($0, winner: $0.winner.map(registers.enterprise))
        }
        result = PartitionResult(
            WaybillResult(
                files: plan.exports.count, period: rules.programme.period, outcomes: outcomes))
    }

    /// Takes records of either step, in any order.
    package mutating func take(_ frame: RecordFrame) throws(RecordFault) {
        totals.add(frame)
        if try shared.take(frame) { return }
        let files = plan.exports.count
        switch frame.kind {
        case .findings:
            try FindingRecords.read(
                frame, files: files, rules: rules, registers: registers,
                into: &worker.findings)
        case .rejected: try RejectedRecords.read(frame, files: files, into: &worker.rejected)
        case .figures:
            ranges.append(
                try RangeFigures(
                    frame, files: files, period: rules.programme.period, roster: rules.roster,
                    registers: registers))
        default:
            let isKnown = try result.add(
                frame, period: rules.programme.period, roster: rules.roster,
                registers: registers)
            guard isKnown else { throw .unexpected }
        }
    }

    /// The reading that one process alone would have come to.
    ///
    /// `yearBefore` is what the plan was made with.
    package consuming func reading(yearBefore: LateWaybills?) throws -> Reading {
        let records = try shared.complete()
        try compare(records)
        for range in ranges {
            worker.figures[range.file, default: FileFigures()].add(range.figures)
            for id in range.enterprises { worker.noteEnterprise(.known(id)) }
        }
        let step = ReduceStep(
            programme: rules.programme, roster: rules.roster, support: rules.support,
            adjudications: rules.adjudications, exports: records.map(\.export),
            volumeRows: shared.volumeRows, yearBefore: yearBefore, registers: registers)
        let waybills = try step.conclude(result.waybills)
        let digests = records.map {
            ExportDigest(export: $0.export, sha256: $0.sha256, bytes: $0.bytes)
        }
        let reading = ReadingAssembly(
            programme: rules.programme, skipped: plan.skipped, registers: registers
        ).reading([worker], waybills, digests)
        try Self.compare(reading)
        return reading
    }

    /// Every row that is not counted has its finding.
    private static func compare(_ reading: Reading) throws(RecordFault) {
        var found = reading.files.map { _ in ClassTally() }
        for finding in reading.findings.joined() {
            guard case .export(let file) = finding.source, let rowClass = finding.code.rowClass
            else { continue }
            found[Int(file)].add(rowClass, volume: finding.volume)
        }
        for (file, found) in zip(reading.files, found) {
            let isSame = RowClass.allCases.allSatisfy { rowClass in
                rowClass == .counted
                    || found.rows(rowClass) == file.tally.rows(rowClass)
                        && found.volume(rowClass) == file.tally.volume(rowClass)
            }
            guard isSame else { throw .rowsDiffer(file.name) }
        }
    }

    /// Every byte of every export was mapped once, and every row that went on was judged.
    private func compare(_ records: [ExportRecord]) throws(RecordFault) {
        let ranges = Dictionary(grouping: ranges) { Int($0.file) }
        for (index, record) in records.enumerated() {
            let own = (ranges[index] ?? []).sorted {
                ($0.start, $0.bytes) < ($1.start, $1.bytes)
            }
            var position = record.rowsStart
            var emitted = RowControl()
            for range in own {
                guard range.start >= position else { throw .repeated(record.export.name) }
                guard range.start == position, range.bytes <= record.bytes - position else {
                    throw .incomplete(record.export.name)
                }
                position += range.bytes
                emitted.add(range.emitted)
            }
            guard position == record.bytes, !own.isEmpty else {
                throw .incomplete(record.export.name)
            }
            guard emitted == result.taken[index] else { throw .rowsDiffer(record.export.name) }
        }
    }
}
