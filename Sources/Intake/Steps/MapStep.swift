import DelimitedText
import Subsidy

/// Steps 1 to 3 of the order of judging: what one worker makes of the blocks that it takes.
///
/// Its result needs no row of another worker.
struct MapStep: ~Copyable {
    private let programme: Programme
    private let registers: Registers
    private let statusRule: StatusRule
    private let months: MonthTable
    private var records = BlockRecords()
    private var converter: RowConverter?
    private var volumeConverter: VolumeRowConverter?
    /// What it has come to so far.
    var result: WorkerResult

    init(programme: Programme, registers: Registers, partitions: Int) {
        self.programme = programme
        self.registers = registers
        statusRule = StatusRule(notCounted: programme.notCounted)
        months = MonthTable(programme.period)
        result = WorkerResult(partitions: partitions)
    }

    mutating func take(_ block: Block) {
        records.read(block)
        switch block.export.layout.kind {
        case .waybills: convertRows(of: block.export)
        case .volumes: convertVolumes(of: block.export)
        }
        records.removeAll()
    }

    private mutating func convertRows(of export: Export) {
        if converter?.file != export.index {
            finishRows()
            converter = RowConverter(
                export, programme: programme, statusRule: statusRule, months: months,
                registers: registers)
        }
        converter?.convert(records.batch, into: &result)
    }

    private mutating func convertVolumes(of export: Export) {
        if volumeConverter?.file != export.index {
            finishVolumes()
            volumeConverter = VolumeRowConverter(
                export, programme: programme, registers: registers)
        }
        volumeConverter?.convert(records.batch, into: &result)
    }

    /// What all blocks came to.
    consuming func finish() -> WorkerResult {
        finishRows()
        finishVolumes()
        return result
    }

    private mutating func finishRows() {
        guard let finished = converter.take() else { return }
        result.figures[finished.file, default: FileFigures()].add(finished.figures)
    }

    private mutating func finishVolumes() {
        guard let finished = volumeConverter.take() else { return }
        result.figures[finished.file, default: FileFigures()].add(finished.figures)
    }
}
