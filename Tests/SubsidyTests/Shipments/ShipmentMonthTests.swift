import Subsidy
import Testing

struct ShipmentMonthTests {
    @Test(arguments: [
        "2026-03", "2026-3", "2026/3", "2026/03", "2026.3", "202603", "2026年3月", "2026年03月",
        "2026年3月份", " 2026-03\t", "'2026-03", "=\"202603\"", "２０２６－０３",
    ])
    func monthIsReadInItsForms(cell: String) {
        #expect(ShipmentMonth.reading(cell) == Month(year: 2026, month: 3))
    }

    @Test(arguments: [
        "", "-", "2026-13", "2026-00", "2026-0", "202600", "202613", "20263", "2026", "2026-",
        "2026-03-01", "2026/3/1", "20260301", "2026年3月1日", "2026年3", "3", "03-2026", "26-03",
        "2026--3", "2026 03", "2026-003", "0000-03", "2026-3月", "三月", "46082", "Mar-26",
    ])
    func anythingElseIsNone(cell: String) {
        #expect(ShipmentMonth.reading(cell) == nil)
    }
}
