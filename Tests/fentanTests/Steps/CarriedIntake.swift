import Documents
import Foundation
import Intake
import ProgrammeFolder
import Subsidy

@testable import fentan

/// An intake by its steps, with this test as the engine that carries the records.
struct CarriedIntake {
    private let folder: URL
    private let inputs: ProgrammeRules
    let plan: IntakePlan
    private let digest: [UInt8]
    private let rules: IntakeRules

    init(_ folder: URL, ledger: URL? = nil, partitions: Int = 4) throws {
        self.folder = folder
        inputs = try ProgrammeRules(folder.path, ledger: ledger?.path)
        let exports = try ExportFolder(
            path: folder.appendingPathComponent("exports").path, name: "exports")
        try exports.refuseUnusedPatterns(inputs.rules.programme.exports)
        plan = IntakePlan(
            for: exports, bytes: 0, rules: inputs.rules, version: Version.text,
            yearBefore: try inputs.yearBefore()?.input.sha256, partitions: partitions)
        (rules, digest) = try plan.step(of: Version.text)
    }

    /// The streams that the steps leave: what the maps found beside shipments, and each partition's.
    func streams(rangeBytes: Int?) throws -> [[UInt8]] {
        var mapped: [RecordFrame] = []
        for index in plan.exports.indices { mapped += try map(index, rangeBytes: rangeBytes) }
        if let before = try inputs.yearBefore() {
            mapped += try frames {
                try YearBeforeRecords.write(before.waybills, plan: plan, rules: rules, to: &$0)
            }
        }
        let shared = mapped.filter { $0.partition == RecordFrame.everywhere }
        var streams = [
            try bytes {
                for frame in mapped where frame.partition >= RecordFrame.aside {
                    try $0.write(frame)
                }
            }
        ]
        for partition in 0..<plan.partitions {
            let own = mapped.filter { $0.partition == UInt32(partition) }
            if own.isEmpty { continue }
            var reduce = PartitionReduce(partition: partition, plan: plan, rules: rules)
            for frame in shared + own { try reduce.take(frame) }
            streams.append(try bytes { try reduce.write(to: &$0) })
        }
        return streams
    }

    private func map(_ index: Int, rangeBytes: Int?) throws -> [RecordFrame] {
        let file = folder.appendingPathComponent("exports/" + plan.exports[index])
        let map = ExportMap(
            plan: plan, rules: rules, options: IntakeOptions(threads: 1, blockBytes: 65_536))
        guard let rangeBytes else {
            return try frames { try map.write(index, at: file.path, to: &$0) }
        }
        let cut = try ExportCut(
            index, at: file.path, rangeBytes: rangeBytes, blockBytes: max(512, rangeBytes / 4),
            plan: plan,
            rules: rules)
        if cut.ranges.isEmpty { return try frames { try map.write(index, at: file.path, to: &$0) } }
        let whole = try Data(contentsOf: file)
        let scratch = try Scratch()
        return try cut.ranges.indices.flatMap { number in
            let range = cut.ranges[number]
            try scratch.write(whole.dropFirst(range.start).prefix(range.bytes), to: "range")
            return try frames {
                try map.write(range: number, of: cut, at: scratch.url("range").path, to: &$0)
            }
        }
    }

    /// What run goes on from.
    func reading(rangeBytes: Int?) throws -> Reading {
        var intake = RecordedIntake(plan: plan, rules: inputs.rules)
        for stream in try streams(rangeBytes: rangeBytes) {
            var reader = try RecordReader(rules: digest, stream)
            while let frame = try reader.next() { try intake.take(frame) }
        }
        return try intake.reading(yearBefore: inputs.yearBefore()?.waybills)
    }

    /// The folder that an engine leaves.
    func write(to target: URL, rangeBytes: Int? = nil) throws {
        let records = target.appendingPathComponent("records")
        try FileManager.default.createDirectory(at: records, withIntermediateDirectories: true)
        var parts: [IntakeFolder.Part] = []
        var intake = RecordedIntake(plan: plan, rules: inputs.rules)
        for (index, stream) in try streams(rangeBytes: rangeBytes).enumerated() {
            var reader = try RecordReader(rules: digest, stream)
            while let frame = try reader.next() { try intake.take(frame) }
            // Any lines will do, as long as they are whole.
            let lines = stride(from: 0, to: stream.count, by: 300).map {
                Data(stream[$0..<min($0 + 300, stream.count)]).base64EncodedString() + "\n"
            }
            let text = Data(lines.joined().utf8)
            let name = "part-\(index)"
            try text.write(to: records.appendingPathComponent(name))
            parts.append(IntakeFolder.Part(name: name, bytes: text.count))
        }
        let manifest = IntakeFolder.Manifest(
            form: 1, engine: "test 1.0", plan: plan, parts: parts, totals: intake.totals)
        try Data(PlannedIntake.json(manifest)).write(
            to: target.appendingPathComponent("manifest.json"))
    }

    private func bytes(_ write: (inout RecordWriter) throws -> Void) throws -> [UInt8] {
        final class Collected { var bytes: [UInt8] = [] }
        let written = Collected()
        var writer = try RecordWriter(rules: digest) { written.bytes += $0 }
        try write(&writer)
        try writer.finish()
        return written.bytes
    }

    private func frames(_ write: (inout RecordWriter) throws -> Void) throws -> [RecordFrame] {
        var reader = try RecordReader(rules: digest, bytes(write))
        var frames: [RecordFrame] = []
        while let frame = try reader.next() { frames.append(frame) }
        return frames
    }
}
