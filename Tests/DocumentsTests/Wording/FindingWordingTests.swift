import Subsidy
import Testing

@testable import Documents

struct FindingWordingTests {
    @Test(arguments: FindingCode.allCases)
    func everyCodeSaysWhatIsWrongAndWhatToDo(code: FindingCode) {
        let wording = FindingWording(of: code)
        for text in [wording.problem, wording.remedy] {
            #expect(text.zh.unicodeScalars.contains { $0.value > 0x4E00 })
            #expect(!text.en.isEmpty)
            #expect(!"。.".contains(text.zh.last ?? "。"))
            #expect(text.en.last != ".")
        }
    }

    @Test func noTwoCodesSayTheSame() {
        for language in Language.allCases {
            let problems = Set(
                FindingCode.allCases.map { FindingWording(of: $0).problem[language] })
            #expect(problems.count == FindingCode.allCases.count)
        }
    }

    @Test(arguments: [
        ("46027", DateHint.serialNumber), ("46027.5", .serialNumber), ("1/5/26", .ambiguous),
        ("05-01-2026", .ambiguous), ("1/5/26 10:00", .ambiguous), ("26/01/05", .ambiguous),
        ("2026-13-01", nil), ("昨天", nil), ("460271", nil), ("2026/1", nil),
    ])
    func datesThatCannotBeReadSayWhatTheyLookLike(cell: String, hint: DateHint?) {
        #expect(DateHint(of: cell) == hint)
    }

    @Test(arguments: [
        HoldReason.noAccountName, .noAccount, .noCNAPS, .damagedAccount, .unreadableAccount,
        .formula(.accountName), .character(.bank, 0xFFFD), .tooLong(.accountName, limit: 140),
    ])
    func everyReasonToHoldHasBothTexts(reason: HoldReason) {
        let text = HoldWording.text(of: reason)
        #expect(!text.zh.isEmpty && !text.en.isEmpty)
    }
}
