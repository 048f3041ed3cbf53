import Subsidy
import Testing

struct VolumeTallyTests {
    @Test func volumeIsKeptByEnterpriseAndMonth() throws {
        var tally = VolumeTally(period: try Sample.period("2026-11-15", "2027-02-10"))
        let (first, second) = (EnterpriseID(0), EnterpriseID(5))
        tally.add(3, for: second, on: try Sample.date("2026-11-30"), in: 0)
        tally.add(4, for: second, on: try Sample.date("2027-02-01"), in: 0)
        tally.add(5, for: second, on: try Sample.date("2027-02-10"), in: 0)
        tally.add(7, for: first, on: try Sample.date("2026-12-01"), in: 0)
        #expect(tally.volume(of: first) == 7)
        #expect(tally.volume(of: second) == 12)
        #expect(tally.volume(of: EnterpriseID(3)) == 0)
        #expect(tally.volume(of: EnterpriseID(99)) == 0)
        #expect(tally.total == 19)
        let months = tally.byMonth(second)
        #expect(months.map(\.month.description) == ["2026-11", "2026-12", "2027-01", "2027-02"])
        #expect(months.map(\.volume) == [3, 0, 0, 9])
    }

    @Test func talliesOfWorkersAddUpWhicheverIsLonger() throws {
        let day = try Sample.date("2026-07-01")
        var short = VolumeTally(period: try Sample.period())
        var long = short
        short.add(2, for: EnterpriseID(0), on: day, in: 0)
        long.add(3, for: EnterpriseID(9), on: day, in: 0)
        long.add(UInt64.max, for: EnterpriseID(0), on: day, in: 0)
        let (shortest, longest) = (short, long)
        short.add(longest)
        long.add(shortest)
        for tally in [short, long] {
            #expect(tally.volume(of: EnterpriseID(0)) == UInt128(UInt64.max) + 2)
            #expect(tally.volume(of: EnterpriseID(9)) == 3)
        }
    }
}
