import ProgrammeFolder
import Subsidy
import Testing

struct NoticeSettingsTests {
    /// Lines 7 to 15 of the settings.
    private static let calendar = """
        notice:
          publish: 2027-02-01
          days: 7
          unit: calendar
          office: 从化区样例办公室
          telephone: 020-00000000
          address: 样例路 1 号

        """
    private static let working = calendar.replacing("calendar", with: "working")

    @Test func noticeIsReadAsItWasTyped() throws {
        #expect(try SettingsSample.programme().notice == nil)
        let notice = try #require(try SettingsSample.programme(Self.calendar).notice)
        #expect(notice.publish.description == "2027-02-01")
        #expect(notice.days == 7)
        #expect(notice.unit == .calendar)
        #expect(notice.office == "从化区样例办公室")
        #expect(notice.telephone == "020-00000000")
        #expect(notice.address == "样例路 1 号")
        #expect(notice.lastDay.description == "2027-02-07")
    }

    @Test func workingDaysTakeTheTable() throws {
        let table = "  holidays: [2027-02-04, 2027-02-05]\n  workdays: [2027-02-07]\n"
        let notice = try #require(try SettingsSample.programme(Self.working + table).notice)
        #expect(notice.lastDay.description == "2027-02-10")
    }

    @Test func emptyTableSaysThatThereIsNone() throws {
        let notice = try SettingsSample.programme(Self.working + "  holidays: []\n").notice
        #expect(notice?.lastDay.description == "2027-02-09")
    }

    @Test func workingDaysWithoutTheTableAreAFault() throws {
        let fault = try #require(SettingsSample.fault(Self.working))
        #expect(fault.problem == .noHolidays)
        #expect(fault.column == "notice.holidays")
        #expect(fault.line != nil)
    }

    @Test func tableOfAnotherYearIsAFault() throws {
        let fault = SettingsSample.fault(Self.working + "  holidays: [2026-02-16, 2026-02-17]\n")
        #expect(fault?.problem == .holidaysOfAnotherYear(2027))
        #expect(fault?.line == 14)
    }

    @Test func dayInBothTablesIsAFault() throws {
        let fault = SettingsSample.fault(
            Self.working + "  holidays: [2027-02-06]\n  workdays: [2027-02-07, 2027-02-06]\n")
        #expect(fault?.problem == .holidayAndWorkday)
        #expect(fault?.column == "notice.workdays[2]")
        #expect(fault?.line == 15)
    }

    /// What is typed in place of a line of the notice, and the key and line that are named.
    @Test(
        arguments: [
            ("publish: 2027-02-01", "publish: 2027-02-30", "notice.publish", 8),
            ("days: 7", "days: 0", "notice.days", 9),
            ("days: 7", "days: 366", "notice.days", 9),
            ("days: 7", "days: 七", "notice.days", 9),
            ("days: 7", "days: 07", "notice.days", 9),
            ("unit: calendar", "unit: workdays", "notice.unit", 10),
            ("office: 从化区样例办公室", "office: \"\"", "notice.office", 11),
            ("office: 从化区样例办公室", "offices: 从化区样例办公室", "notice.offices", 11),
            ("telephone: 020-00000000", "telephone: \"020\\n000\"", "notice.telephone", 12),
            ("address: 样例路 1 号", "address: [a]", "notice.address", 13),
            ("address: 样例路 1 号", "holidays: 2027-02-02", "notice.holidays", 13),
            (
                "address: 样例路 1 号", "address: 样例路\n  holidays: [2027-02-32]", "notice.holidays[1]",
                14
            ),
        ])
    func whatCannotBeUsedIsNamed(old: String, new: String, key: String, line: Int) throws {
        let fault = try #require(
            SettingsSample.fault(Self.calendar.replacing(old, with: new)))
        #expect(fault.column == key)
        #expect(fault.line == line)
    }

    @Test(arguments: ["publish", "days", "unit", "office", "telephone", "address"])
    func nothingOfItMayBeMissing(key: String) throws {
        let lines = Self.calendar.split(separator: "\n").filter { !$0.contains(key + ":") }
        let fault = try #require(SettingsSample.fault(lines.joined(separator: "\n")))
        #expect(fault.problem == .missingKey)
        #expect(fault.column == "notice.\(key)")
        #expect(fault.line == 8)
    }

    @Test func nearestKeyIsNamed() {
        let fault = SettingsSample.fault(Self.calendar + "  hollidays: []\n")
        #expect(fault?.problem == .unknownKey(nearest: "holidays"))
    }

    @Test(arguments: [
        "账号 0044050158000000001", "0044 0501 5800 0000 001", "0044-0501-5800-0000-001",
    ])
    func payersAccountIsRefused(text: String) {
        let settings = Self.calendar.replacing("020-00000000", with: text)
        let fault = SettingsSample.fault(settings)
        #expect(fault?.problem == .noticeHoldsAccount)
        #expect(fault?.excerpt == nil)
    }
}
