import Foundation
import Intake
import Subsidy
import Testing

/// The steps, each alone, come to what one process comes to.
struct StepwiseIntakeTests {
    private static let sample = BlockSizeTests.sample(BlockSizeTests.rows)

    @Test(arguments: [1, 16, 512])
    func anyNumberOfPartitionsIsTheSame(_ partitions: Int) throws {
        let whole = try Outcome(Self.sample.reading())
        try Self.sample.withFolder { path in
            let steps = try StepwiseIntake(Self.sample, in: path, partitions: partitions)
            #expect(try Outcome(steps.reading(steps.frames())) == whole)
        }
    }

    @Test(arguments: [1, 64, 4096], [1, 700])
    func anyCutIsTheSame(_ blockBytes: Int, _ rangeBytes: Int) throws {
        let whole = try Outcome(Self.sample.reading())
        try Self.sample.withFolder { path in
            var steps = try StepwiseIntake(Self.sample, in: path)
            steps.blockBytes = blockBytes
            #expect(try Outcome(steps.reading(steps.frames(rangeBytes: rangeBytes))) == whole)
        }
    }

    /// Quotes that open and do not close, line ends of every kind, in any order.
    @Test(arguments: 1...30)
    func anyCutOfRandomBytesIsTheSame(_ seed: UInt64) throws {
        var sample = IntakeSample()
        sample.add("a.csv", Self.random(seed))
        let whole = try Outcome(sample.reading())
        try sample.withFolder { path in
            var steps = try StepwiseIntake(sample, in: path)
            steps.blockBytes = 1 + Int(seed % 40)
            #expect(try Outcome(steps.reading(steps.frames(rangeBytes: 1))) == whole)
        }
    }

    private static func random(_ seed: UInt64) -> String {
        var state = seed &* 0x9E37_79B9_7F4A_7C15
        func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        let parts = [
            "\"", "\"", "\"\"", ",", ",", "\n", "\r\n", "\r", "SF1", "甲", "2026-05-05", "1",
            "SF2,甲,2026-05-05,1\n", "SF3,\"甲\",2026-05-05,2\r\n", "\"SF\n4\",甲,2026-05-05,1\n",
            "SF5,乙,2026-05-05,\"1\"\r", "合计,,,3\n", ",,,\n", "SF1,乙,2026-05-06,3\n", " ", "\t",
        ]
        return "报表\n" + IntakeSample.header + "\n"
            + (0..<400).map { _ in parts[next(parts.count)] }.joined()
    }

    @Test func longLinesAreCutAroundAndNeverWithin() throws {
        var sample = IntakeSample()
        let long = String(repeating: "x", count: 1_100_000)
        sample.add(
            "a.csv",
            IntakeSample.header + "\nSF1,甲,2026-05-05,1\n\(long)\nSF2,甲,2026-05-05,1\n"
                + "SF3,\"\(long)\",2026-05-05,1\r\nSF4,乙,2026-05-05,1\n\(long)")
        let whole = try Outcome(sample.reading())
        try sample.withFolder { path in
            var steps = try StepwiseIntake(sample, in: path)
            steps.blockBytes = 100_000
            #expect(try Outcome(steps.reading(steps.frames(rangeBytes: 1))) == whole)
        }
    }

    @Test func rowsOfVolumesMeetTheWaybillsOfEveryPartition() throws {
        var sample = IntakeSample()
        let rows = (1...60).map { "SF\($0),甲,2026-0\(1 + $0 % 3)-05,\($0 % 4),顺丰" }
        sample.add("a.csv", "运单号,企业名称,发货日期,件数,承运商\n" + rows.joined(separator: "\n"))
        sample.add(
            "b.csv",
            "企业名称,月份,出货量,承运商\n甲,2026-01,100,SF\n甲,2026-02,7,圆通\n乙,2026-03,9,\n乙,2026-03,10,\n")
        let whole = try Outcome(sample.reading())
        #expect(whole.outcome.findings.contains { $0.hasSuffix("contested.overlap") })
        try sample.withFolder { path in
            let steps = try StepwiseIntake(sample, in: path, partitions: 16)
            #expect(try Outcome(steps.reading(steps.frames())) == whole)
            #expect(try Outcome(steps.reading(steps.frames(rangeBytes: 1))) == whole)
        }
    }

    /// Long numbers have a number of their own in every process, packed ones have not.
    @Test func waybillsOfTheYearBeforeFindTheirPartition() throws {
        let long = "圆通长单号圆通长单号圆通长单号"
        var sample = IntakeSample()
        let rows = (1...40).map { "SF\($0),甲,2026-01-0\(1 + $0 % 9),1\n" }.joined()
        sample.add("a.csv", IntakeSample.header + "\n\(long),乙,2026-01-03,1\n" + rows)
        sample.add(
            "b.csv",
            IntakeSample.header + "\n另\(long),乙,2026-01-03,1\n\(long),乙,2026-12-30,1\n")
        let keys = ["SF3", "SF17", "SF40", "SF99"].compactMap {
            WaybillKey(packing: Array($0.utf8).span)
        }
        let before = LateWaybills(keys: keys.sorted(), longNumbers: [Array(long.utf8)])
        sample.yearBefore = before
        let whole = try Outcome(sample.reading())
        #expect(whole.outcome.findings.count { $0.hasSuffix("duplicate.last-year") } == 5)
        try sample.withFolder { path in
            let steps = try StepwiseIntake(sample, in: path, partitions: 8, yearBefore: "digest")
            let frames = try steps.frames(yearBefore: before)
            #expect(try Outcome(steps.reading(frames, yearBefore: before)) == whole)
        }
    }

    @Test func whatIsMissingOrThereTwiceIsRefused() throws {
        try Self.sample.withFolder { path in
            let steps = try StepwiseIntake(Self.sample, in: path, partitions: 2)
            let frames = try steps.frames(rangeBytes: 700)
            func fault(without kind: RecordFrame.Kind) -> RecordFault? {
                guard let index = frames.firstIndex(where: { $0.kind == kind }) else { return nil }
                var others = frames
                others.remove(at: index)
                return Self.fault { try steps.reading(others) }
            }
            func fault(with kind: RecordFrame.Kind) -> RecordFault? {
                let again = frames.first { $0.kind == kind }
                return Self.fault { try steps.reading(frames + [again].compactMap(\.self)) }
            }
            #expect(fault(without: .export) == .incomplete("a.csv"))
            #expect(fault(with: .export) == .repeated("a.csv"))
            #expect(fault(without: .figures) == .incomplete("a.csv"))
            #expect(fault(with: .figures) == .repeated("a.csv"))
            #expect(fault(without: .result) == .rowsDiffer("a.csv"))
            #expect(fault(with: .result) == .rowsDiffer("a.csv"))
            let stray = RecordFrame(.shipments, partition: 0, count: 0, payload: [])
            #expect(Self.fault { try steps.reading(frames + [stray]) } == .unexpected)
        }
    }

    @Test func aPartitionTakesNoneOfAnother() throws {
        try Self.sample.withFolder { path in
            let steps = try StepwiseIntake(Self.sample, in: path, partitions: 2)
            let mapped = try steps.map(0, rangeBytes: nil).flatMap(steps.frames)
            #expect(Self.fault { _ = try steps.reduce(0, mapped) } == .unexpected)
            // Without the layout of an export its findings would have no column.
            let own = mapped.filter { $0.partition == 0 }
            #expect(Self.fault { _ = try steps.reduce(0, own) } == .incomplete("a.csv"))
        }
    }

    @Test func otherBytesThanThoseThatWereCutAreRefused() throws {
        try IntakeSample("运单号,企业名称,发货日期,件数", "SF1,甲,2026-05-05,1").withFolder { path in
            let sample = IntakeSample()
            let steps = try StepwiseIntake(sample, in: path)
            let cut = try ExportCut(
                0, at: path + "/a.csv", rangeBytes: 1, blockBytes: 64, plan: steps.plan,
                rules: steps.rules)
            let map = ExportMap(
                plan: steps.plan, rules: steps.rules, options: IntakeOptions(threads: 1))
            let same = Array("SF1,甲,2026-05-05,1\n".utf8)
            let other = Array("SF1,甲,2026-05-05,2\n".utf8)
            for (bytes, isRefused) in [(same, false), (other, true), (same + same, true)] {
                try Fixture.file(of: bytes) { path in
                    let fault = #expect(throws: (any Error).self) {
                        _ = try steps.bytes {
                            try map.write(range: 0, of: cut, at: path, to: &$0)
                        }
                        if !isRefused { throw RecordFault.foreign }
                    }
                    let isOther = (fault as? InputFault)?.problem == .changedWhileRead
                    #expect(isOther == isRefused)
                }
            }
        }
    }

    /// A cut is a file that anybody may have written.
    @Test(arguments: ["\"line\":0", "\"line\":-1", "\"line\":4294967296", "\"start\":-1"])
    func aRangeThatNoFileHasIsRefused(_ value: String) throws {
        try IntakeSample(IntakeSample.header, "SF1,甲,2026-05-05,1").withFolder { path in
            let steps = try StepwiseIntake(IntakeSample(), in: path)
            let cut = try ExportCut(
                0, at: path + "/a.csv", rangeBytes: 1, blockBytes: 64, plan: steps.plan,
                rules: steps.rules)
            let json = String(decoding: try JSONEncoder().encode(cut), as: UTF8.self)
            let key = try #require(value.split(separator: ":").first)
            let number = try Regex(key + ":-?[0-9]+")
            try #require(json.contains(number))
            let other = try JSONDecoder().decode(
                ExportCut.self, from: Data(json.replacing(number, with: value).utf8))
            let map = ExportMap(
                plan: steps.plan, rules: steps.rules, options: IntakeOptions(threads: 1))
            let rows = Array("SF1,甲,2026-05-05,1\n".utf8)
            try Fixture.file(of: rows) { path in
                let fault = Self.fault {
                    try steps.bytes { try map.write(range: 0, of: other, at: path, to: &$0) }
                }
                #expect(fault == .damaged)
            }
        }
    }

    private static func fault<Value>(_ work: () throws -> Value) -> RecordFault? {
        do {
            _ = try work()
            return nil
        } catch {
            return error as? RecordFault
        }
    }
}

/// All of a reading, in words.
private struct Outcome: Equatable {
    let outcome: ReadingOutcome
    let rejected: [String]
    let late: LateWaybills

    init(_ reading: Reading) throws {
        outcome = ReadingOutcome(reading, roster: try IntakeSample.roster())
        late = reading.late
        rejected = reading.rejected.flatMap { rows in
            rows.places.indices.map { row in
                let cells = rows.cells(ofRow: row).map {
                    "\($0.field) \($0.column) \(Array($0.text))"
                }
                return "\(rows.places[row]) \(cells)"
            }
        }.sorted()
    }
}
