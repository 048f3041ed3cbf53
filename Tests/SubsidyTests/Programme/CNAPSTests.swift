import Subsidy
import Testing

struct CNAPSTests {
    @Test(arguments: [
        "102100099996", "103100000026", "104100000004", "105100000017", "308584000013",
        "301290000007", "403100000004", "306581000003", "102581000152", "105290061081",
        "301290050828", "104881005100",
    ])
    func checkDigitFollowsFromTheOthers(text: String) throws {
        #expect(try #require(CNAPS(text)).hasValidCheckDigit)
    }

    @Test(arguments: ["102581000012", "123456789012", "314653617115"])
    func wrongCheckDigitIsNoRefusal(text: String) throws {
        let number = try #require(CNAPS(text))
        #expect(!number.hasValidCheckDigit)
        #expect(number.text == text)
    }

    @Test func oneCheckDigitOfTenIsRight() throws {
        for stem in ["10210009999", "00000000000", "31465361711"] {
            let right = try (0...9).filter {
                try #require(CNAPS(stem + "\($0)")).hasValidCheckDigit
            }
            #expect(right.count == 1)
        }
    }

    @Test(arguments: [
        "", "10210009999", "1021000999961", "10210009999X", "１02100099996", "1021 0009999",
    ])
    func otherTextIsNone(text: String) {
        #expect(CNAPS(text) == nil)
    }
}
