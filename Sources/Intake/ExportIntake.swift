import DelimitedText
private import Dispatch
package import Subsidy
private import Synchronization

/// How intake goes about its work; nothing here changes a result.
package struct IntakeOptions: Sendable {
    package var threads: Int
    /// How much of a file is read at a time.
    package var blockBytes: Int
    /// How many bytes of shipments and findings are kept in memory; more shipments go to temporary files.
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
    private let programme: Programme
    private let folder: ExportFolder
    private let options: IntakeOptions
    private let registers: Registers

    /// Reads all exports of a folder and judges each of their rows.
    package static func reading(
        of folder: ExportFolder, programme: Programme, roster: Roster,
        adjudications: [Adjudication] = [], support: OtherSupport = .none,
        yearBefore: LateWaybills? = nil, options: IntakeOptions
    ) throws(InputFault) -> Reading {
        let intake = ExportIntake(
            programme: programme, folder: folder, options: options,
            registers: Registers(roster: roster))
        let queue = ExportQueue(
            folder: folder, settings: programme.exports, blockBytes: options.blockBytes,
            progress: options.progress)
        options.progress.expect(folder.totalBytes)
        var workers = try intake.collect(intake.map(queue))
        if workers.contains(where: \.shipments.isSpilled) { FreedMemory.release() }
        let digests = try queue.digests()
        let step = ReduceStep(
            programme: programme, roster: roster, support: support, adjudications: adjudications,
            exports: digests.map(\.export), volumeRows: workers.flatMap(\.volumeRows),
            yearBefore: yearBefore, registers: intake.registers)
        let waybills = try step.conclude(intake.reduce(&workers, by: step))
        FreedMemory.release()
        return intake.assembly.reading(workers, waybills, digests)
    }

    /// Each worker takes blocks until there are no more.
    private func map(_ queue: ExportQueue) -> [Outcome<WorkerResult>] {
        let partitions = partitionCount
        return parallel { _ throws(SpillFile.Fault) in
            var step = MapStep(
                programme: programme, registers: registers, partitions: partitions)
            while let block = queue.next() {
                step.take(block)
                if step.result.exceeds(options.memoryBytes / options.threads) {
                    try step.result.shipments.spill(to: options.temporaryFolder)
                }
            }
            // What is left makes room for what the partitions come to.
            if step.result.shipments.isSpilled {
                try step.result.shipments.spill(to: options.temporaryFolder)
            }
            return step.finish()
        }
    }

    /// Each worker takes partitions until there are no more.
    private func reduce(
        _ workers: inout [WorkerResult], by step: ReduceStep
    ) throws(InputFault) -> WaybillResult {
        let stores = workers.indices.map { workers[$0].takeShipments() }
        let partitions = Partitions(stores)
        let traced = tracedKey
        var results = try collect(
            parallel { _ throws(SpillFile.Fault) in
                var result = step.nothing
                var shipments: [Shipment] = []
                var groups = WaybillGroups()
                while try partitions.next(into: &shipments) {
                    step.judge(shipments, by: &groups, into: &result)
                    if let traced {
                        result.traced += shipments.filter { $0.waybill == traced }
                    }
                }
                // Side by side; the runs of all workers are then soon one.
                result.late.sort()
                return result
            })
        // Each is given away: what one has much of is not kept beside the sum.
        var sum = results.removeLast()
        while let result = results.popLast() { sum.add(result) }
        return sum
    }

    private var assembly: ReadingAssembly {
        ReadingAssembly(programme: programme, skipped: folder.skipped, registers: registers)
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
