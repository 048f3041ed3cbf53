import Subsidy
import Testing

struct ClassTallyTests {
    @Test func rowsAndTheirReadableVolumeAreKeptByClass() {
        var tally = ClassTally()
        for (number, rowClass) in RowClass.allCases.enumerated() {
            for _ in 0...number { tally.add(rowClass, volume: 10) }
            tally.add(rowClass, volume: nil)
        }
        #expect(RowClass.allCases.map { tally.rows($0) } == [2, 3, 4, 5, 6])
        #expect(RowClass.allCases.map { tally.volume($0) } == [10, 20, 30, 40, 50])
        #expect(tally.total == 20)
    }

    @Test func talliesAddUp() {
        var (left, right) = (ClassTally(), ClassTally())
        left.add(.counted, volume: 1)
        right.add(.counted, volume: 2)
        right.add(.rejected, volume: nil)
        let both = [left, right].reduce(into: ClassTally()) { $0.add($1) }
        #expect(both.rows(.counted) == 2)
        #expect(both.volume(.counted) == 3)
        #expect(both.rows(.rejected) == 1)
        #expect(both.total == left.total + right.total)
        #expect(both != left)
    }
}
