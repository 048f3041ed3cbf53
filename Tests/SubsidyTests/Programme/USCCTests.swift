import Subsidy
import Testing

struct USCCTests {
    @Test(arguments: [
        "9144030071526726XG", "91110000710926094P", "91310000631696382C", "914403001922038216",
        "91330100799655058B", "91440300708461136T", "91110000600037341L", "92141127MA0KD1Y64A",
        "12440600MB2C07549J", "N2440117MF1234567D", "Y1440117MB1234562G", "A1110000MB0000000J",
    ])
    func codeWithBothCheckCharactersIsOne(text: String) throws {
        #expect(try USCC(text).text == text)
    }

    @Test(arguments: [
        ("91110000600037341N", USCC.Fault.checkDigit), ("9111000060003IOZSV", .alphabet),
        ("111111111111111111", .checkDigit), ("914403001922038217", .checkDigit),
        ("362322198709086409", .residentIdentityNumber),
        ("11010519491231002X", .residentIdentityNumber),
        ("9144030071526726X", .length), ("9144030071526726XGG", .length), ("", .length),
        ("9144030071526726xg", .alphabet), ("B144030071526726XG", .alphabet),
        ("914403A071526726XG", .alphabet), ("91440300715267　6XG", .length),
    ])
    func otherTextIsNoneAndSaysWhy(text: String, fault: USCC.Fault) {
        #expect(throws: fault) { try USCC(text) }
    }

    /// 362322198709086409 passes the outer check; so does each of these, whose inner one is wrong.
    @Test func innerCheckCatchesWhatTheOuterOneLetsPass() throws {
        let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
        var faults: [Character: USCC.Fault] = [:]
        for inner in "0123456789X" {
            for outer in alphabet {
                do throws(USCC.Fault) {
                    _ = try USCC("914403007152672" + "6\(inner)\(outer)")
                    faults[inner] = nil
                    break
                } catch  where error == .organisationCode {
                    faults[inner] = error
                } catch {}
            }
        }
        #expect(faults.count == 10)
        #expect(faults["X"] == nil)
        #expect(faults.values.allSatisfy { $0 == .organisationCode })
    }

    @Test func codesAreOrderedByTheirBytes() throws {
        let codes = try ["N2440117MF1234567D", "12440600MB2C07549J", "9144030071526726XG"]
            .map { try USCC($0) }
        #expect(codes.sorted().map(\.text.first) == ["1", "9", "N"])
    }

    @Test(.enabled(if: OracleFile.areThere, "FENTAN_ORACLES is unset; scripts/test sets it"))
    func randomCodesAreValidWhereAnotherLibrarySaysSo() throws {
        let cases = try OracleFile.rows(of: "uscc.csv")
        #expect(cases.count > 1000)
        let wrong = cases.filter { row in
            ((try? USCC(String(row[0]))) != nil) != (row[1] == "true")
        }
        #expect(wrong.isEmpty, "\(wrong.prefix(10))")
    }
}
