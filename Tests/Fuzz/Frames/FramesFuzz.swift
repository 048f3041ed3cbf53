import FuzzInput
@testable import Intake
import Subsidy

/// Records from another process are believed as a whole or refused, and no bytes end this one.
@_cdecl("LLVMFuzzerTestOneInput")
package func testFrames(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    var input = unsafe FuzzInput(data, size)
    switch input.choice() % 4 {
    case 0: testStream(input)
    case 1: testRules(input.rest)
    case 2: testSteps(StreamForm.frames(of: input.rest), by: .decided)
    default: testSteps(StreamForm.frames(of: input.rest), by: .plain)
    }
    return 0
}

/// A stream as it came: every byte is of a frame, and of a damaged one nothing is believed.
private func testStream(_ input: FuzzInput) {
    var input = input
    let (place, bit) = (Int(input.choice()) << 8 | Int(input.choice()), input.choice() & 7)
    let bytes = input.rest
    let digest = StreamForm.digest(of: bytes)
    guard let frames = whole(bytes, digest) else { return }
    let endLength = RecordFrame.headLength + 16 + 4
    let length = frames.reduce(RecordStream.headLength + endLength) {
        $0 + RecordFrame.headLength + $1.payload.count + 4
    }
    expect(length == bytes.count, "every byte is of a frame")
    let index = place % bytes.count
    expect(whole(Array(bytes[..<index]), digest) == nil, "a part is no whole")
    var damaged = bytes
    damaged[index] ^= 1 << bit
    expect(whole(damaged, digest) == nil, "a byte that changed shows")
}

private func whole(_ bytes: [UInt8], _ digest: [UInt8]) -> [RecordFrame]? {
    orRefused {
        var reader = try RecordReader(rules: digest, bytes)
        var frames: [RecordFrame] = []
        while let frame = try reader.next() { frames.append(frame) }
        return frames
    }
}

/// Rules as a plan has them: those that are read are written as they were read.
private func testRules(_ bytes: [UInt8]) {
    guard let rules = orRefused({ try IntakeRules(record: bytes) }) else { return }
    let record = rules.record
    let again = orRefused { try IntakeRules(record: record).record }
    expect(again == record, "rules are written as they are read")
    let step = ReduceStep(
        programme: rules.programme, roster: rules.roster, support: rules.support,
        adjudications: rules.adjudications, exports: [], volumeRows: [], yearBefore: nil,
        registers: Registers(roster: rules.roster))
    expect(step.nothing.undecided.isEmpty, "no rows come to nothing")
}

/// What a map has left, carried on as an engine does.
private func testSteps(_ mapped: [RecordFrame], by step: StepRules) {
    let read = whole(StreamForm.bytes(of: mapped), StreamForm.digest)
    expect(read?.count == mapped.count, "what is written is read")
    for subject in RecordTable.Subject.allCases { testTable(subject, mapped, step) }
    var ending = mapped.filter { $0.partition >= StepRules.partitions }
    for partition in 0..<StepRules.partitions {
        let own = mapped.filter {
            $0.partition == UInt32(partition) || $0.partition == RecordFrame.everywhere
        }
        guard own.contains(where: { $0.partition == UInt32(partition) }),
            let reduced = reduced(partition, own, step)
        else { continue }
        ending += reduced
    }
    for subject in RecordTable.Subject.allCases { testTable(subject, ending, step) }
    let reading: Reading? = orRefused {
        var intake = RecordedIntake(plan: step.plan, rules: step.rules)
        for frame in ending { try intake.take(frame) }
        return try intake.reading(yearBefore: nil)
    }
    if let reading { ReadingCheck.run(reading) }
}

private func reduced(
    _ partition: Int, _ frames: [RecordFrame], _ step: StepRules
) -> [RecordFrame]? {
    let reduce: PartitionReduce? = orRefused {
        var reduce = PartitionReduce(partition: partition, plan: step.plan, rules: step.rules)
        for frame in frames { try reduce.take(frame) }
        return reduce
    }
    guard let reduce else { return nil }
    let written: [UInt8]? = orRefused {
        try StreamForm.bytes { try reduce.write(to: &$0) }
    }
    guard let written else { return nil }
    let read = whole(written, StreamForm.digest)
    expect(read != nil, "what is written is read")
    return read
}

private func testTable(
    _ subject: RecordTable.Subject, _ frames: [RecordFrame], _ step: StepRules
) {
    _ = orRefused {
        var table = RecordTable(subject, plan: step.plan, rules: step.rules)
        for frame in frames { try table.take(frame) }
    }
}

/// Nil where records are refused, or do not go with the exports; there is no other fault.
private func orRefused<Value>(_ work: () throws -> Value) -> Value? {
    do {
        return try work()
    } catch {
        expect(error is RecordFault || error is InputFault, "a fault has its name: \(error)")
        return nil
    }
}
