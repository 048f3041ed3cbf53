import Subsidy
import Testing

@testable import Intake

/// Records whose checksums are right and whose values no step can have written are refused: they end
/// no process, make it ask for no memory, and come to no other figures.
struct ForgedRecordsTests {
    /// Records of one export of ten bytes, by one enterprise of the roster.
    struct Forgery: Sendable {
        /// Of 2026; in the roster's order from 1.
        var day = 20_500
        var enterprise = 1
        var volume: UInt64 = 2
        var line = 2
        /// How far the second row stands behind the first.
        var lineAhead = 1
        var isReported = false
        var rows: UInt64 = 0
        var sum: UInt128 = 0
        var emitted: UInt64 = 0
        var months = 12
        var month = 2026 * 12
        var decision: Int?
        var findingLine: UInt64? = 3
        var stranger: String?
        var long: [UInt8]?

        static let largest = UInt64(Int.max)

        private func frame(
            _ kind: RecordFrame.Kind, partition: UInt32 = RecordFrame.aside, count: Int,
            _ write: (inout FieldWriter) -> Void
        ) -> RecordFrame {
            var fields = FieldWriter()
            fields.count(stranger == nil ? 0 : 1)
            if let stranger {
                fields.flag((try? USCC(stranger)) != nil)
                fields.text(stranger)
            }
            fields.count(0)
            fields.count(long == nil ? 0 : 1)
            if let long { fields.text(long) }
            write(&fields)
            return RecordFrame(kind, partition: partition, count: count, payload: fields.bytes)
        }

        private func tally(_ fields: inout FieldWriter) {
            for _ in RowClass.allCases {
                fields.number(rows)
                fields.number(sum)
            }
        }

        func shipments(_ kind: RecordFrame.Kind = .shipments, partition: UInt32 = 0) -> RecordFrame
        {
            frame(kind, partition: partition, count: 2) { fields in
                fields.count(0)
                fields.signed(20_500)
                for ahead in [line, lineAhead] {
                    // One digit, the tenth.
                    fields.raw([0x10, 10])
                    fields.count(enterprise)
                    fields.count(0)
                    fields.number(volume)
                    fields.flag(isReported)
                    if !isReported { fields.signed(day - 20_500) }
                    fields.signed(ahead)
                }
            }
        }

        var figures: RecordFrame {
            frame(.figures, count: Int(truncatingIfNeeded: emitted)) { fields in
                for number in [0, 0, 10] { fields.count(number) }
                tally(&fields)
                for _ in 0..<3 { fields.number(sum) }
                fields.count(0)
                fields.count(months)
                for _ in 0..<months { fields.flag(true) }
                fields.flag(false)
                fields.count(0)
                fields.number(emitted)
                fields.count(0)
                fields.count(1)
                fields.count(enterprise)
            }
        }

        var volumeRows: RecordFrame {
            frame(.volumeRows, partition: RecordFrame.everywhere, count: 1) { fields in
                fields.count(enterprise)
                fields.count(month)
                fields.count(0)
                fields.number(volume)
                for number in [0, line] { fields.count(number) }
            }
        }

        var result: RecordFrame {
            frame(.result, count: Int(truncatingIfNeeded: emitted)) { fields in
                for number in [1, 0] { fields.count(number) }
                fields.number(emitted)
                fields.count(0)
                tally(&fields)
                for number in [1, enterprise, 1, month] { fields.count(number) }
                fields.number(sum)
                for number in [1, 0] { fields.count(number) }
                fields.number(rows)
                fields.number(sum)
                fields.count(0)
                for _ in 0..<4 { fields.number(sum) }
                for _ in 0..<2 { fields.count(0) }
            }
        }

        var findings: RecordFrame {
            frame(.findings, count: 1) { fields in
                fields.choice(FindingCode.dateMissing)
                fields.count(0)
                fields.optional(findingLine)
                fields.optional(nil)
                fields.flag(false)
                fields.byte(0)
                fields.optional(nil)
                fields.byte(decision == nil ? 0 : 8)
                if let decision { fields.count(decision) }
            }
        }

        var late: RecordFrame {
            frame(.late, count: 1) { fields in
                if long != nil { fields.raw([0xFF, 0]) } else { fields.byte(0) }
            }
        }
    }

    /// Without a change they are believed: what the others are refused for is the one change.
    @Test func whatAStepCanWriteIsTaken() throws {
        let forgery = Forgery()
        let long = Forgery(stranger: "外", long: Array("圆通".utf8))
        for frame in [
            forgery.figures, forgery.volumeRows, forgery.result, forgery.findings,
            forgery.shipments(.undecided, partition: RecordFrame.aside), long.late, long.figures,
        ] {
            #expect(try Self.fault(frame) == nil, "\(frame.kind)")
        }
        #expect(try Self.faultOfReduce(forgery.shipments()) == nil)
        #expect(
            try Self.faultOfReduce(Forgery(enterprise: 0, isReported: true).shipments()) == nil)
    }

    @Test(arguments: [
        ("a line beyond all", Forgery(line: Int(UInt32.max), lineAhead: .max)),
        ("a line before the first", Forgery(lineAhead: -3)),
        ("a day beyond all", Forgery(day: .max)),
        ("a day of no year", Forgery(day: 3_000_000)),
        ("a volume for nobody", Forgery(enterprise: 0)),
        ("an enterprise of no register", Forgery(enterprise: 5)),
    ])
    func shipmentsAreRefused(_ name: String, _ forgery: Forgery) throws {
        #expect(try Self.faultOfReduce(forgery.shipments()) == .damaged)
    }

    @Test(arguments: [
        ("an enterprise that nobody is", Forgery(enterprise: 0).figures),
        ("more rows than lines", Forgery(rows: Forgery.largest).figures),
        ("sums that overflow", Forgery(sum: .max).figures),
        ("more rows handed on than lines", Forgery(emitted: .max).figures),
        ("months beyond the period", Forgery(months: 13).figures),
        ("a stranger of the roster", Forgery(stranger: IntakeSample.codes["甲"]).figures),
        ("volumes of nobody", Forgery(enterprise: 0).volumeRows),
        ("volumes of no month", Forgery(month: 3).volumeRows),
        ("more rows judged than lines", Forgery(rows: Forgery.largest).result),
        ("sums that overflow", Forgery(sum: .max).result),
        ("volume of nobody", Forgery(enterprise: 0).result),
        ("volume of a stranger", Forgery(enterprise: 5, stranger: "外").result),
        ("more rows taken than lines", Forgery(emitted: .max).result),
        ("a decision that is none", Forgery(decision: 0).findings),
        ("a row without a line", Forgery(findingLine: nil).findings),
        ("no waybill", Forgery().late),
        ("a long waybill that is short", Forgery(long: Array("SF1".utf8)).late),
        ("a long waybill of nothing", Forgery(long: []).late),
        (
            "a volume to be decided for nobody",
            Forgery(enterprise: 0).shipments(.undecided, partition: RecordFrame.aside)
        ),
        (
            "a volume to be decided for a stranger",
            Forgery(enterprise: 5, stranger: "外").shipments(
                .undecided, partition: RecordFrame.aside)
        ),
    ])
    func recordsAreRefused(_ name: String, _ frame: RecordFrame) throws {
        #expect(try Self.fault(frame) == .damaged)
    }

    /// A row that is not counted has its finding, and the other way round.
    @Test func findingsThatAreNotThoseOfTheFiguresAreRefused() throws {
        try Self.sample.withFolder { path in
            let steps = try StepwiseIntake(Self.sample, in: path)
            let frames = try steps.frames()
            #expect(try steps.reading(frames).findings.joined().count == 1)
            let others = frames.filter { $0.kind != .findings }
            for forged in [others, frames + [Forgery().findings]] {
                #expect(throws: RecordFault.rowsDiffer("a.csv")) { try steps.reading(forged) }
            }
        }
    }

    /// All time is much, and days that no calendar has are none.
    @Test(arguments: [
        (-719_162, 2_932_896, true), (-719_163, 0, false), (0, 2_932_897, false), (1, 0, false),
        (Int(Int32.min), Int(Int32.max), false), (.min, .max, false),
    ])
    func rulesAreOfDaysOfACalendar(from: Int, to: Int, isTaken: Bool) {
        var fields = FieldWriter()
        fields.choice(VolumeUnit.pieces)
        fields.signed(from)
        fields.signed(to)
        for _ in 0..<5 { fields.count(0) }
        #expect(((try? IntakeRules(record: fields.bytes)) != nil) == isTaken)
    }

    private static let sample = IntakeSample(
        IntakeSample.header, "SF1,甲,2026-05-05,1", "SF2,乙,2026-05-05,x")

    private static func fault(_ frame: RecordFrame) throws -> RecordFault? {
        try fault { steps throws(RecordFault) in
            var intake = RecordedIntake(plan: steps.plan, rules: steps.rules)
            try intake.take(frame)
        }
    }

    private static func faultOfReduce(_ frame: RecordFrame) throws -> RecordFault? {
        try fault { steps throws(RecordFault) in
            var reduce = PartitionReduce(partition: 0, plan: steps.plan, rules: steps.rules)
            try reduce.take(frame)
        }
    }

    private static func fault(
        _ work: (StepwiseIntake) throws(RecordFault) -> Void
    ) throws -> RecordFault? {
        try sample.withFolder { path in
            let steps = try StepwiseIntake(sample, in: path)
            do throws(RecordFault) {
                try work(steps)
                return nil
            } catch {
                return error
            }
        }
    }
}
