private import Dispatch
package import Subsidy
private import Synchronization

/// How intake goes about its work; nothing here changes a result.
package struct IntakeOptions: Sendable {
    package var threads: Int
    /// How much of a file is read at a time.
    package var blockBytes: Int

    package init(threads: Int, blockBytes: Int = 1 << 20) {
        self.threads = threads
        self.blockBytes = blockBytes
    }
}

/// From exports to volumes and findings.
package struct Intake: Sendable {
    let programme: Programme
    private let roster: Roster
    let folder: ExportFolder
    private let options: IntakeOptions
    let registers: Registers

    /// Reads all exports of a folder and judges each of their rows.
    package static func reading(
        of folder: ExportFolder, programme: Programme, roster: Roster, options: IntakeOptions
    ) throws(InputFault) -> Reading {
        let intake = Intake(
            programme: programme, roster: roster, folder: folder, options: options,
            registers: Registers(roster: roster))
        let queue = ExportQueue(
            folder: folder, settings: programme.exports, blockBytes: options.blockBytes)
        var workers = intake.convert(queue)
        let digests = try queue.digests()
        let waybills = intake.deduplicate(&workers, exports: digests.map(\.export))
        return intake.reading(workers, waybills, digests)
    }

    /// Steps 1 to 3 of the order of judging: each worker takes blocks until there are no more.
    private func convert(_ queue: ExportQueue) -> [WorkerResult] {
        let partitions = partitionCount
        return parallel { _ in
            var result = WorkerResult(partitions: partitions)
            var records = BlockRecords()
            var converter: RowConverter?
            let statusRule = StatusRule(notCounted: programme.notCounted)
            while let block = queue.next() {
                if converter?.file != block.export.index {
                    Self.finish(&converter, into: &result)
                    converter = RowConverter(
                        block.export, programme: programme, statusRule: statusRule,
                        registers: registers)
                }
                records.read(block)
                converter?.convert(records.batch, into: &result)
            }
            Self.finish(&converter, into: &result)
            return result
        }
    }

    private static func finish(_ converter: inout RowConverter?, into result: inout WorkerResult) {
        guard let finished = converter.take() else { return }
        result.figures[finished.file, default: FileFigures()].add(finished.figures)
    }

    /// Steps 4 to 9: each worker takes partitions until there are no more.
    private func deduplicate(
        _ workers: inout [WorkerResult], exports: [Export]
    ) -> WaybillResult {
        let deduplication = Deduplication(programme: programme, roster: roster, exports: exports)
        let shared = Mutex((next: 0, workers: workers))
        workers = workers.map { $0.withoutShipments }
        let results = parallel { _ in
            var result = WaybillResult(files: exports.count, period: programme.period)
            while let shipments = shared.withLock({ Self.nextPartition(&$0.next, &$0.workers) }) {
                deduplication.judge(shipments, into: &result)
            }
            return result
        }
        return results.dropFirst().reduce(into: results[0]) { $0.add($1) }
    }

    private static func nextPartition(
        _ next: inout Int, _ workers: inout [WorkerResult]
    ) -> [Shipment]? {
        guard next < workers[0].partitions.count else { return nil }
        let chunks = workers.indices.flatMap { workers[$0].takePartition(next) }
        next += 1
        var shipments: [Shipment] = []
        shipments.reserveCapacity(chunks.reduce(0) { $0 + $1.count })
        for chunk in chunks { shipments += chunk }
        return shipments
    }

    /// A power of two, so that a partition has some 100,000 rows.
    private var partitionCount: Int {
        let bytes = folder.totalBytes
        var count = 1
        while count < 256, count * (8 << 20) < bytes { count *= 2 }
        return count
    }

    /// The results of `work` on as many threads as the options say.
    private func parallel<Result: Sendable>(
        _ work: @Sendable (Int) -> Result
    ) -> [Result] {
        let results = Mutex([Result?](repeating: nil, count: options.threads))
        DispatchQueue.concurrentPerform(iterations: options.threads) { index in
            let result = work(index)
            results.withLock { $0[index] = result }
        }
        return results.withLock { $0.compactMap(\.self) }
    }
}
