import Subsidy
import Testing

@testable import Intake

/// Intake by its steps, each from bytes to bytes, as an engine would carry them.
struct StepwiseIntake {
    let plan: IntakePlan
    let rules: IntakeRules
    let digest: [UInt8]
    /// Where the exports lie.
    let folder: String
    var blockBytes = 64

    static let version = "test"

    init(
        of folder: ExportFolder, rules: IntakeRules, partitions: Int = 4, yearBefore: String? = nil
    )
        throws
    {
        plan = IntakePlan(
            for: folder, bytes: 0, rules: rules, version: Self.version, yearBefore: yearBefore,
            partitions: partitions)
        (self.rules, digest) = try plan.step(of: Self.version)
        self.folder = folder.path
    }

    /// All frames of both steps, as the end of intake takes them.
    ///
    /// With `rangeBytes` each export is cut, and its ranges are mapped alone.
    func frames(
        rangeBytes: Int? = nil, yearBefore: LateWaybills? = nil
    ) throws -> [RecordFrame] {
        var mapped: [RecordFrame] = []
        for index in plan.exports.indices {
            mapped += try map(index, rangeBytes: rangeBytes).flatMap(frames)
        }
        if let yearBefore {
            mapped += try frames(
                bytes { try YearBeforeRecords.write(yearBefore, plan: plan, rules: rules, to: &$0) }
            )
        }
        let shared = mapped.filter { $0.partition == RecordFrame.everywhere }
        var all = mapped.filter { $0.partition >= RecordFrame.aside }
        for partition in 0..<plan.partitions {
            let own = mapped.filter { $0.partition == UInt32(partition) }
            if own.isEmpty { continue }
            // The order in which a shuffle brings them is none.
            all += try frames(reduce(partition, own.reversed() + shared))
        }
        return all
    }

    /// The records of an export, or of each of its ranges.
    func map(_ index: Int, rangeBytes: Int?) throws -> [[UInt8]] {
        let path = folder + "/" + plan.exports[index]
        let map = ExportMap(
            plan: plan, rules: rules,
            options: IntakeOptions(threads: 1, blockBytes: blockBytes, memoryBytes: 10_000))
        guard let rangeBytes else { return [try bytes { try map.write(index, at: path, to: &$0) }] }
        let cut = try ExportCut(
            index, at: path, rangeBytes: rangeBytes, blockBytes: blockBytes, plan: plan,
            rules: rules)
        if cut.ranges.isEmpty { return [try bytes { try map.write(index, at: path, to: &$0) }] }
        let file = try Fixture.bytes(of: path)
        return try cut.ranges.indices.map { number in
            let range = cut.ranges[number]
            let part = Array(file[range.start..<range.start + range.bytes])
            return try Fixture.file(of: part) { path in
                try bytes { try map.write(range: number, of: cut, at: path, to: &$0) }
            }
        }
    }

    func reduce(_ partition: Int, _ frames: [RecordFrame]) throws -> [UInt8] {
        var reduce = PartitionReduce(partition: partition, plan: plan, rules: rules)
        for frame in frames { try reduce.take(frame) }
        return try bytes { try reduce.write(to: &$0) }
    }

    func reading(_ frames: [RecordFrame], yearBefore: LateWaybills? = nil) throws -> Reading {
        var intake = RecordedIntake(plan: plan, rules: rules)
        for frame in frames { try intake.take(frame) }
        return try intake.reading(yearBefore: yearBefore)
    }

    func bytes(_ write: (inout RecordWriter) throws -> Void) throws -> [UInt8] {
        let written = Collected()
        var writer = try RecordWriter(rules: digest) { written.bytes += $0 }
        try write(&writer)
        try writer.finish()
        return written.bytes
    }

    func frames(_ bytes: [UInt8]) throws -> [RecordFrame] {
        var reader = try RecordReader(rules: digest, bytes)
        var frames: [RecordFrame] = []
        while let frame = try reader.next() { frames.append(frame) }
        return frames
    }
}

private final class Collected {
    var bytes: [UInt8] = []
}

extension StepwiseIntake {
    init(_ sample: IntakeSample, in path: String, partitions: Int = 4, yearBefore: String? = nil)
        throws
    {
        try self.init(
            of: ExportFolder(path: path, name: "exports"),
            rules: IntakeRules(programme: sample.programme(), roster: IntakeSample.roster()),
            partitions: partitions, yearBefore: yearBefore)
    }
}
