import Testing

@testable import Subsidy

struct RosterFindingsTests {
    private func findings(
        _ enterprises: [Enterprise], payerCNAPS: String = "105100000017",
        withRows: [EnterpriseID] = []
    ) throws -> [Finding] {
        var programme = try Sample.programme()
        programme.payer.cnaps = try #require(CNAPS(payerCNAPS))
        var reading = try Sample.reading()
        reading.enterprisesWithRows = withRows
        return RosterFindings.findings(
            programme: programme, roster: try Roster(enterprises), reading: reading)
    }

    @Test func approvedEnterpriseWithoutARowIsNamed() throws {
        let enterprises = try zip(Sample.codes, [Review.approved, .refused, .pending]).map {
            try Sample.enterprise($0, "企业" + $0, review: $1)
        }
        let found = try findings(enterprises)
        #expect(found.map(\.code) == [.coverageNoRows])
        #expect(found.map(\.enterprise) == [EnterpriseID(0)])
        #expect(found.map(\.line) == [2])
        #expect(try findings(enterprises, withRows: [EnterpriseID(0)]).isEmpty)
    }

    @Test func accountAndBankNumberThatLookWrongAreNamed() throws {
        let payee = Payee(
            accountName: "甲", account: "1234567890123450", bank: "", cnaps: "314653617115")
        let enterprise = try Sample.enterprise(Sample.codes[1], "甲", payee: payee, line: 7)
        let found = try findings([enterprise], withRows: [EnterpriseID(0)])
        #expect(found.map(\.code) == [.accountSuspicious, .cnapsCheckDigit])
        #expect(found.map(\.column) == [.field(.account), .field(.cnaps)])
        #expect(found.map(\.line) == [7, 7])
        // The account itself stays out of findings.
        #expect(found.map(\.detail) == [.none, .cell("314653617115")])
    }

    @Test func payersBankNumberThatLooksWrongIsNamed() throws {
        let enterprise = try Sample.enterprise(Sample.codes[1], "甲")
        let found = try findings(
            [enterprise], payerCNAPS: "123456789012", withRows: [EnterpriseID(0)])
        #expect(found.map(\.code) == [.cnapsCheckDigit])
        #expect(found.map(\.source) == [.settings])
    }
}
