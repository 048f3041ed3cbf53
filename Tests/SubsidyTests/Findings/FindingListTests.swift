import Testing

@testable import Subsidy

/// Findings are many: how they are kept decides how much memory a run takes.
struct FindingListTests {
    @Test func whatIsAppendedComesBackInOrder() {
        var list = FindingList()
        var other = FindingList()
        for line in 1...5000 {
            let finding = Finding(.dateMissing, source: .export(0), line: UInt32(line))
            if line <= 3000 { list.append(finding) } else { other.append(finding) }
        }
        list.append(contentsOf: other)
        list.append(Finding(.dateMissing, source: .export(0), line: 5001))
        #expect(Array(list).count == 5001)
        #expect(list.compactMap(\.line) == (1...5001).map { UInt32($0) })
        #expect(list.bytes >= 5001 * MemoryLayout<Finding>.stride)
    }

    @Test func aFindingTakes64Bytes() { #expect(MemoryLayout<Finding>.stride == 64) }

    @Test func nothingIsToldFromTheLargestNumbers() {
        let nothing = Finding(.dateMissing, source: .export(0))
        #expect(nothing.line == nil && nothing.enterprise == nil && nothing.volume == nil)
        let finding = Finding(
            .dateMissing, source: .export(.max), line: .max, enterprise: .unreadable,
            volume: UInt64.max - 1)
        #expect(finding.line == .max && finding.enterprise == .unreadable)
        #expect(finding.volume == UInt64.max - 1)
    }
}
