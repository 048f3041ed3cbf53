private import Dispatch
@unsafe @preconcurrency private import Glibc
private import Synchronization
import Testing

@testable import Documents
import Subsidy

/// Workbooks are made by a library that speaks to standard error itself.
struct WorkbookTests {
    @Test func workbooksMadeAtOnceAreTheSameAndLeaveStandardErrorAlone() throws {
        let sheet = WorkbookSheet(
            name: "补贴", columns: [],
            rows: [[WorkbookSheet.Cell(value: .text("样例甲"), style: .init())]])
        let day = try #require(CalendarDate(year: 2027, month: 1, day: 4))
        let one = try Workbook.bytes(of: [sheet], created: day)
        let spoken = unsafe stderr
        let others = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: 200) { _ in
            if let bytes = try? Workbook.bytes(of: [sheet], created: day), bytes == one { return }
            others.withLock { $0 += 1 }
        }
        #expect(others.withLock(\.self) == 0)
        #expect(unsafe stderr == spoken)
    }
}
