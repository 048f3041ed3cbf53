package import Subsidy

/// The second step of intake as a process of its own: the records of one partition to what they come
/// to.
package struct PartitionReduce {
    private let plan: IntakePlan
    private let rules: IntakeRules
    private let partition: UInt32
    private let registers: Registers
    private var shared: SharedRecords
    private var shipments: [Shipment] = []
    private var yearBefore: [WaybillKey] = []

    package init(partition: Int, plan: IntakePlan, rules: IntakeRules) {
        self.plan = plan
        self.rules = rules
        self.partition = UInt32(partition)
        registers = Registers(roster: rules.roster)
        shared = SharedRecords(plan: plan, rules: rules, registers: registers)
    }

    /// Takes records, in any order.
    package mutating func take(_ frame: RecordFrame) throws(RecordFault) {
        if try shared.take(frame) { return }
        guard frame.partition == partition else { throw .unexpected }
        switch frame.kind {
        case .shipments:
            try ShipmentRecords.read(
                frame, files: plan.exports.count, roster: rules.roster, registers: registers,
                into: &shipments)
        case .yearBefore:
            try WaybillRecords.read(
                frame, roster: rules.roster, registers: registers, into: &yearBefore)
        default: throw .unexpected
        }
    }

    /// What all of them come to, as records.
    package func write(to writer: inout RecordWriter) throws {
        let step = ReduceStep(
            programme: rules.programme, roster: rules.roster, support: rules.support,
            adjudications: rules.adjudications, exports: try shared.exports(),
            volumeRows: shared.volumeRows,
            yearBefore: LateWaybills(yearBefore, longNumbers: registers.longWaybills),
            registers: registers)
        var result = PartitionResult(step.nothing)
        for shipment in shipments { result.taken[Int(shipment.place.file)].add(shipment) }
        var groups = WaybillGroups()
        step.judge(shipments, by: &groups, into: &result.waybills)
        for frame in result.frames(RegisteredTexts(registers, roster: rules.roster)) {
            try writer.write(frame)
        }
    }
}

/// What every partition and the end must know: the exports' layouts, and all rows of volumes.
struct SharedRecords {
    private let plan: IntakePlan
    private let rules: IntakeRules
    private let registers: Registers
    private(set) var records: [ExportRecord?]
    private(set) var volumeRows: [VolumeRow] = []

    init(plan: IntakePlan, rules: IntakeRules, registers: Registers) {
        self.plan = plan
        self.rules = rules
        self.registers = registers
        records = Array(repeating: nil, count: plan.exports.count)
    }

    /// Whether the frame is of these.
    mutating func take(_ frame: RecordFrame) throws(RecordFault) -> Bool {
        switch frame.kind {
        case .export:
            let record = try ExportRecord(
                frame, names: plan.exports, settings: rules.programme.exports)
            let index = Int(record.export.index)
            guard records[index] == nil else { throw .repeated(record.export.name) }
            records[index] = record
        case .volumeRows:
            try VolumeRowRecords.read(
                frame, files: plan.exports.count, period: rules.programme.period,
                roster: rules.roster, registers: registers, into: &volumeRows)
        default: return false
        }
        return true
    }

    /// All exports of the plan, in its order.
    func complete() throws(RecordFault) -> [ExportRecord] {
        var complete: [ExportRecord] = []
        for (index, record) in records.enumerated() {
            guard let record else { throw .incomplete(plan.exports[index]) }
            complete.append(record)
        }
        return complete
    }

    func exports() throws(RecordFault) -> [Export] { try complete().map(\.export) }
}

/// The waybills of the year before as records, for their partitions.
package enum YearBeforeRecords {
    package static func write(
        _ waybills: LateWaybills, plan: IntakePlan, rules: IntakeRules,
        to writer: inout RecordWriter
    ) throws {
        let registers = Registers(roster: rules.roster)
        let keys = waybills.keys + waybills.longNumbers.map { registers.longWaybill($0) }
        let texts = RegisteredTexts(registers, roster: rules.roster)
        let byPartition = Dictionary(grouping: keys) { key in
            plan.partition(of: key) { texts.longWaybills[$0] }
        }
        for (partition, keys) in byPartition.sorted(by: { $0.key < $1.key }) {
            let frames = WaybillRecords.frames(keys, as: .yearBefore, partition: partition, texts)
            for frame in frames { try writer.write(frame) }
        }
    }
}
