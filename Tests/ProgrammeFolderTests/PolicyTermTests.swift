import ProgrammeFolder
import Subsidy
import Testing

struct PolicyTermTests {
    private let term = "policy-term: {from: 2025-06-01, to: 2027-05-31}\n"

    @Test func periodWithinTheTermIsTaken() throws {
        #expect(try SettingsSample.programme().policyTerm == nil)
        let programme = try SettingsSample.programme(term)
        #expect(programme.policyTerm?.from.description == "2025-06-01")
        #expect(programme.policyTerm?.to.description == "2027-05-31")
        let edge = try SettingsSample.programme(
            term + "period: {from: 2025-06-01, to: 2027-05-31}\n")
        #expect(edge.policyTerm == edge.period)
    }

    @Test(
        arguments: [
            ("period: {from: 2025-05-31, to: 2026-05-31}", "period.from", "2025-05-31"),
            ("period: {from: 2026-06-01, to: 2027-06-01}", "period.to", "2027-06-01"),
            ("period: {from: 2024-01-01, to: 2028-01-01}", "period.from", "2024-01-01"),
        ])
    func periodThatLeavesTheTermIsNamed(period: String, key: String, day: String) throws {
        let fault = try #require(SettingsSample.fault(term + period))
        #expect(fault.column == key)
        #expect(fault.line == 8)
        #expect(fault.excerpt == day)
        #expect(fault.problem == .invalidValue(expected: .within(try termPeriod())))
    }

    @Test func yearIsNamedWhereItAloneSaysThePeriod() throws {
        let term = "policy-term: {from: 2026-06-01, to: 2028-05-31}"
        let fault = try #require(SettingsSample.fault(term))
        #expect(fault.column == "year")
        #expect(fault.line == 1)
        #expect(fault.excerpt == "2026")
    }

    @Test(
        arguments: [
            ("policy-term: {from: 2026-01-01}", "policy-term.to"),
            ("policy-term: {from: 2026-01-01, to: 2027-13-01}", "policy-term.to"),
            ("policy-term: {from: 2026-01-01, to: 2025-12-31}", "policy-term.to"),
            ("policy-term: {form: 2026-01-01, to: 2027-12-31}", "policy-term.form"),
            ("policy-term: 2026", "policy-term"), ("policy-terms: {}", "policy-terms"),
        ])
    func termThatCannotBeUsedIsNamed(text: String, key: String) throws {
        let fault = try #require(SettingsSample.fault(text))
        #expect(fault.column == key)
        #expect(fault.line == 7)
    }

    private func termPeriod() throws -> Period {
        let from = try #require(CalendarDate(iso: "2025-06-01"))
        let to = try #require(CalendarDate(iso: "2027-05-31"))
        return try #require(Period(from: from, to: to))
    }
}
