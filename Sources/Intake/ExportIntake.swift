import DelimitedText
private import Dispatch
package import Subsidy
private import Synchronization

/// How intake goes about its work; nothing here changes a result.
package struct IntakeOptions: Sendable {
    package var threads: Int
    /// How much of a file is read at a time.
    package var blockBytes: Int
    /// How many bytes of shipments are kept in memory; more go to temporary files.
    package var memoryBytes: Int
    /// Where those are made.
    package var temporaryFolder: String
    /// The canonical number of a waybill whose rows are kept in the reading; nil for none.
    package var tracedWaybill: [UInt8]?
    /// Told how far the work is.
    package var progress: IntakeProgress

    package init(
        threads: Int, blockBytes: Int = 1 << 18, memoryBytes: Int = 1 << 30,
        temporaryFolder: String = "/tmp", tracedWaybill: [UInt8]? = nil,
        progress: IntakeProgress = IntakeProgress()
    ) {
        self.threads = threads
        self.blockBytes = blockBytes
        self.memoryBytes = memoryBytes
        self.temporaryFolder = temporaryFolder
        self.tracedWaybill = tracedWaybill
        self.progress = progress
    }
}

/// From exports to volumes and findings.
package struct ExportIntake: Sendable {
    let programme: Programme
    private let roster: Roster
    private let support: OtherSupport
    let folder: ExportFolder
    private let options: IntakeOptions
    private let yearBefore: LateWaybills?
    let registers: Registers

    /// Reads all exports of a folder and judges each of their rows.
    package static func reading(
        of folder: ExportFolder, programme: Programme, roster: Roster,
        adjudications: [Adjudication] = [], support: OtherSupport = .none,
        yearBefore: LateWaybills? = nil, options: IntakeOptions
    ) throws(InputFault) -> Reading {
        let intake = ExportIntake(
            programme: programme, roster: roster, support: support, folder: folder,
            options: options, yearBefore: yearBefore,
            registers: Registers(roster: roster))
        let queue = ExportQueue(
            folder: folder, settings: programme.exports, blockBytes: options.blockBytes,
            progress: options.progress)
        options.progress.expect(folder.totalBytes)
        var workers = try intake.collect(intake.convert(queue))
        let digests = try queue.digests()
        let waybills = try intake.judge(
            &workers, exports: digests.map(\.export), adjudications: adjudications)
        return intake.reading(workers, waybills, digests)
    }

    /// Steps 1 to 3 of the order of judging: each worker takes blocks until there are no more.
    private func convert(_ queue: ExportQueue) -> [Outcome<WorkerResult>] {
        let partitions = partitionCount
        return parallel { _ throws(SpillFile.Fault) in
            var result = WorkerResult(partitions: partitions)
            var records = BlockRecords()
            var converter: RowConverter?
            var volumeConverter: VolumeRowConverter?
            let statusRule = StatusRule(notCounted: programme.notCounted)
            let months = MonthTable(programme.period)
            while let block = queue.next() {
                if block.export.layout.kind == .volumes {
                    records.read(block)
                    convert(records.batch, of: block.export, by: &volumeConverter, into: &result)
                    continue
                }
                if converter?.file != block.export.index {
                    Self.finish(&converter, into: &result)
                    converter = RowConverter(
                        block.export, programme: programme, statusRule: statusRule,
                        months: months, registers: registers)
                }
                records.read(block)
                converter?.convert(records.batch, into: &result)
                records.removeAll()
                if result.shipments.bytesInMemory > options.memoryBytes / options.threads {
                    try result.shipments.spill(to: options.temporaryFolder)
                }
            }
            Self.finish(&converter, into: &result)
            Self.finish(&volumeConverter, into: &result)
            return result
        }
    }

    private func convert(
        _ batch: RecordBatch, of export: Export, by converter: inout VolumeRowConverter?,
        into result: inout WorkerResult
    ) {
        if converter?.file != export.index {
            Self.finish(&converter, into: &result)
            converter = VolumeRowConverter(export, programme: programme, registers: registers)
        }
        converter?.convert(batch, into: &result)
    }

    private static func finish(
        _ converter: inout VolumeRowConverter?, into result: inout WorkerResult
    ) {
        guard let finished = converter.take() else { return }
        result.figures[finished.file, default: FileFigures()].add(finished.figures)
    }

    private static func finish(_ converter: inout RowConverter?, into result: inout WorkerResult) {
        guard let finished = converter.take() else { return }
        result.figures[finished.file, default: FileFigures()].add(finished.figures)
    }

    /// Steps 4 to 9: first the waybills, then the rows of volumes, which must not meet them.
    private func judge(
        _ workers: inout [WorkerResult], exports: [Export], adjudications: [Adjudication]
    ) throws(InputFault) -> WaybillResult {
        let volumes = VolumeRows(workers.flatMap(\.volumeRows))
        var decisions = Decisions(adjudications, volumes: volumes, registers: registers)
        let deduplication = Deduplication(
            programme: programme, roster: roster, support: support, exports: exports,
            volumes: volumes, decisions: decisions,
            yearBefore: YearBefore(
                yearBefore, period: programme.period, registers: registers))
        var result = try deduplicate(&workers, by: deduplication, files: exports.count)
        decisions.settle(volumes, shown: result.shown)
        try decisions.refuse(result.checks)
        deduplication.judge(volumes, by: decisions, period: programme.period, into: &result)
        deduplication.decide(&result)
        return result
    }

    /// Each worker takes partitions until there are no more.
    private func deduplicate(
        _ workers: inout [WorkerResult], by deduplication: Deduplication, files: Int
    ) throws(InputFault) -> WaybillResult {
        let stores = workers.indices.map { workers[$0].takeShipments() }
        let partitions = Partitions(stores)
        let traced = tracedKey
        let results = try collect(
            parallel { _ throws(SpillFile.Fault) in
                var result = WaybillResult(
                    files: files, period: programme.period,
                    outcomes: deduplication.decisions.outcomes)
                var shipments: [Shipment] = []
                var groups = WaybillGroups()
                while try partitions.next(into: &shipments) {
                    deduplication.judge(shipments, by: &groups, into: &result)
                    if let traced {
                        result.traced += shipments.filter { $0.waybill == traced }
                    }
                }
                // Side by side; the runs of all workers are then soon one.
                result.late.sort()
                return result
            })
        return results.dropFirst().reduce(into: results[0]) { $0.add($1) }
    }

    private var tracedKey: WaybillKey? {
        options.tracedWaybill.map { number in
            WaybillKey(packing: number.span) ?? registers.longWaybill(number)
        }
    }

    /// A power of two, so that a partition has some 20,000 rows, which the caches of a core hold.
    private var partitionCount: Int {
        let bytes = folder.totalBytes
        var count = 1
        while count < 1024, count * (2 << 20) < bytes { count *= 2 }
        return count
    }

    private typealias Outcome<Value: Sendable> = Result<Value, SpillFile.Fault>

    /// What became of `work` on as many threads as the options say.
    private func parallel<Value: Sendable>(
        _ work: @Sendable (Int) throws(SpillFile.Fault) -> Value
    ) -> [Outcome<Value>] {
        let results = Mutex([Outcome<Value>?](repeating: nil, count: options.threads))
        DispatchQueue.concurrentPerform(iterations: options.threads) { index in
            let result = Outcome { () throws(SpillFile.Fault) in try work(index) }
            results.withLock { $0[index] = result }
        }
        return results.withLock { $0.compactMap(\.self) }
    }

    private func collect<Value>(_ outcomes: [Outcome<Value>]) throws(InputFault) -> [Value] {
        do throws(SpillFile.Fault) {
            var values: [Value] = []
            for outcome in outcomes { values.append(try outcome.get()) }
            return values
        } catch {
            throw InputFault(.cannotSpill(error.text), file: options.temporaryFolder)
        }
    }
}
