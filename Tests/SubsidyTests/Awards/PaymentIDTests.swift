import Subsidy
import Testing

struct PaymentIDTests {
    private let digest = "0a1b2c3d4e5f"

    @Test func idIsMadeOfWhatIsPaid() throws {
        let code = try USCC("9144030071526726XG")
        let id = PaymentID(year: 2026, uscc: code, attempt: 1, payerDigest: digest)
        #expect(id.text == "20269144030071526726XG010A1B2C")
        #expect(id.text.utf8.count == 30)
        let second = PaymentID(year: 2026, uscc: code, attempt: 99, payerDigest: digest)
        #expect(second.text == "20269144030071526726XG990A1B2C")
        #expect(id < second)
    }

    @Test func idsOfOtherYearsCodesAttemptsOrPayersAreOthers() throws {
        var ids: Set<PaymentID> = []
        for year in [2026, 2027] {
            for code in Sample.codes {
                for attempt in [1, 2, 10] {
                    for digest in ["0a1b2cff", "0a1b2dff"] {
                        ids.insert(
                            PaymentID(
                                year: year, uscc: try USCC(code), attempt: attempt,
                                payerDigest: digest))
                    }
                }
            }
        }
        #expect(ids.count == 2 * 3 * 3 * 2)
    }
}
