import Subsidy
import Testing

struct ShipmentDateTests {
    private func reading(_ cell: String) -> DateReading {
        let bytes = Array(cell.utf8)
        return ShipmentDate.reading(bytes.span)
    }

    private static let forms = [
        "2026-01-05", "2026/01/05", "2026.01.05", "2026-1-5", "2026/1/5", "2026.1.5", "20260105",
        "2026年1月5日", "2026年01月05日", "２０２６-０１-０５", "２０２６年１月５日",
    ]

    private static let times = [
        "", " 9:05", " 09:05", " 23:59:59", " 00:00:00", "T10:30", "T10:30:00", "T10:30:00+08:00",
        " 10:30:00.123", "  10:30", "\t10:30", " 10:30:00.000000+08:00", " 103000",
    ]

    @Test(arguments: forms, times)
    func everyFormIsReadWithAndWithoutATime(form: String, time: String) throws {
        #expect(reading(form + time) == .day(try Sample.date("2026-01-05")))
    }

    @Test(arguments: [
        "2026年1月5日10:30", "20260105103000", "'2026-01-05", "=\"2026-01-05\"", "\u{A0}2026-01-05\t",
    ])
    func wrappingsAndTightTimesAreLetPass(cell: String) throws {
        #expect(reading(cell) == .day(try Sample.date("2026-01-05")))
    }

    @Test(arguments: ["", " ", "-", "\t", "\u{3000}", "'-", "=\"\""])
    func blankOrDashIsNoDate(cell: String) {
        #expect(reading(cell) == .missing)
    }

    @Test(arguments: [
        "1/5/26", "5/1/2026", "26-01-05", "2026-01", "2026", "202601", "2026-01-05-06",
        "2026-01/05", "2026-1.5", "2026-02-29", "2026-13-01", "2026-00-10", "2026-01-32",
        "20260230", "2026010", "202601055", "2026-01-05 24:00", "2026-01-05 10:60",
        "2026-01-05 10:30:60", "2026-01-05 10", "2026-01-05 10:5", "2026-01-05T", "2026-01-05 ab",
        "2026-01-05Z", "2026-01-05T10:30Z", "2026-01-05T10:30+00:00", "2026-01-05 10:30:00.",
        "2026年1月", "2026年1月5", "2026年1-5日", "2026-001-05", "2026-1-005", "46027", "46027.5",
        "1/5", "jan 5 2026", "2026-01-05 10:30 PM", "0000-01-01", "2026--01-05", "-2026-01-05",
        "2026-01-05 1030", "20260105 246000", "２０２６",
    ])
    func whatIsNoDateOrCanBeReadTwoWaysIsRefused(cell: String) {
        #expect(reading(cell) == .unreadable)
    }

    @Test(arguments: ["2026/1/123:45", "2026-01-0512:30", "2026.1.110:30"])
    func timeThatFollowsTheDayWithoutABlankCanBeReadTwoWays(cell: String) {
        // 12 January 3:45, or 1 January 23:45.
        #expect(reading(cell) == .unreadable)
    }

    @Test(arguments: [
        ("46027", true), ("46027.5", true), ("20000", true), ("80000", true), ("19999", false),
        ("80001", false), ("4602", false), ("460270", false), ("", false), ("4602a", false),
        ("46027.", true), (".5", false),
    ])
    func serialNumberOfExcelIsKnown(text: String, isSerial: Bool) {
        #expect(ShipmentDate.isSerialNumber(text) == isSerial)
    }
}
