import DelimitedText
import Subsidy

/// The first step of intake as a process of its own: an export, or a range of one, to records.
package struct ExportMap: Sendable {
    private let plan: IntakePlan
    private let rules: IntakeRules
    private let options: IntakeOptions

    package init(plan: IntakePlan, rules: IntakeRules, options: IntakeOptions) {
        self.plan = plan
        self.rules = rules
        self.options = options
    }

    /// The records of a whole export, which lies at `path`.
    package func write(
        _ index: Int, at path: String, to writer: inout RecordWriter
    ) throws {
        let label = "exports/" + plan.exports[index]
        let opened = try ExportOpening.open(
            path, index: UInt16(index), name: plan.exports[index], label: label,
            settings: rules.programme.exports)
        let stream = try ExportStream(
            opened, path: path, label: label, blockBytes: options.blockBytes)
        let registers = Registers(roster: rules.roster)
        let mapped = try map(stream, registers)
        try writer.write(
            ExportRecord(
                export: opened.export, sha256: mapped.sha256, bytes: mapped.bytes, rowsStart: 0
            ).frame)
        try write(mapped, of: opened.export, from: 0, registers, to: &writer)
    }

    /// The records of one range of an export, whose bytes alone lie at `path`.
    package func write(
        range number: Int, of cut: ExportCut, at path: String, to writer: inout RecordWriter
    ) throws {
        let record = try cut.exportRecord(of: plan, rules)
        guard cut.ranges.indices.contains(number), cut.ranges[number].isSound else {
            throw RecordFault.damaged
        }
        let range = cut.ranges[number]
        let label = "exports/" + cut.export
        let opened = ExportOpening.Opened(
            export: record.export, rowsStart: 0, rowsLine: range.line, bytes: range.bytes)
        let stream = try ExportStream(
            opened, path: path, label: label, blockBytes: options.blockBytes)
        let registers = Registers(roster: rules.roster)
        let mapped = try map(stream, registers)
        guard mapped.sha256 == range.sha256 else {
            throw InputFault(.changedWhileRead, file: label)
        }
        if range.start == record.rowsStart { try writer.write(record.frame) }
        try write(mapped, of: record.export, from: range.start, registers, to: &writer)
    }

    private func cannotSpill(_ fault: SpillFile.Fault) -> InputFault {
        InputFault(.cannotSpill(fault.text), file: options.temporaryFolder)
    }

    private struct Mapped {
        var result: WorkerResult
        let bytes: Int
        let sha256: String
    }

    private func map(
        _ blocks: consuming ExportStream, _ registers: Registers
    ) throws -> Mapped {
        var stream = blocks
        var step = MapStep(
            programme: rules.programme, registers: registers, partitions: plan.partitions)
        while let block = try stream.next() {
            stream.digest.work()
            step.take(block)
            if step.result.exceeds(options.memoryBytes) {
                do throws(SpillFile.Fault) {
                    try step.result.shipments.spill(to: options.temporaryFolder)
                } catch {
                    throw cannotSpill(error)
                }
            }
        }
        let bytes = stream.byteCount
        return Mapped(result: step.finish(), bytes: bytes, sha256: stream.finalDigest())
    }

    private func write(
        _ mapped: Mapped, of export: Export, from start: Int, _ registers: Registers,
        to writer: inout RecordWriter
    ) throws {
        var result = mapped.result
        let texts = RegisteredTexts(registers, roster: rules.roster)
        let frames =
            VolumeRowRecords.frames(result.volumeRows, texts)
            + FindingRecords.frames(result.findings, texts)
            + RejectedRecords.frames(result.rejected)
        for frame in frames { try writer.write(frame) }
        let control = try write(result.takeShipments(), texts, to: &writer)
        let figures = RangeFigures(
            file: export.index, start: start, bytes: mapped.bytes,
            figures: result.figures[export.index] ?? FileFigures(), emitted: control,
            enterprises: result.enterprises)
        try writer.write(figures.frame(texts))
    }

    /// Partition by partition; the long waybills, whose numbers are this process's own, behind them.
    private func write(
        _ shipments: ShipmentStore, _ texts: RegisteredTexts, to writer: inout RecordWriter
    ) throws -> RowControl {
        var store = shipments
        var control = RowControl()
        var long: [UInt32: [Shipment]] = [:]
        var rows: [Shipment] = []
        for index in 0..<store.partitionCount {
            rows.removeAll(keepingCapacity: true)
            do throws(SpillFile.Fault) {
                try store.takePartition(index).append(to: &rows)
            } catch {
                throw cannotSpill(error)
            }
            for row in rows {
                control.add(row)
                guard row.waybill.longNumber != nil else { continue }
                let partition = plan.partition(of: row.waybill) { texts.longWaybills[$0] }
                long[partition, default: []].append(row)
            }
            if !long.isEmpty { rows.removeAll { $0.waybill.longNumber != nil } }
            for frame in ShipmentRecords.frames(rows, partition: UInt32(index), texts) {
                try writer.write(frame)
            }
        }
        for (partition, rows) in long.sorted(by: { $0.key < $1.key }) {
            for frame in ShipmentRecords.frames(rows, partition: partition, texts) {
                try writer.write(frame)
            }
        }
        return control
    }
}
