import DelimitedText
import Subsidy
import Testing

@testable import Documents

struct AwardsCSVTests {
    private func rows(_ sample: Sample, _ state: Edition.State = .published) throws -> [[String]] {
        let report = Report(of: try sample.settlement(), edition: try Sample.edition(state))
        return try CSVTable.rows(of: AwardsCSV.bytes(report)).map(\.cells)
    }

    @Test func listsTheLargestFirstAndSumsToThePool() throws {
        #expect(
            try rows(try Sample.plain()) == [
                ["序号", "统一社会信用代码", "企业名称", "核定出货量", "占比", "补贴金额", "金额大写", "状态"],
                [
                    "1", "91310000631696382C", "广州样例乙网络科技有限公司", "881", "39.3304%",
                    "196651.79", "人民币壹拾玖万陆仟陆佰伍拾壹元柒角玖分", "已出具",
                ],
                [
                    "2", "91110000710926094P", "广州样例甲直播电商有限公司", "680", "30.3571%",
                    "151785.71", "人民币壹拾伍万壹仟柒佰捌拾伍元柒角壹分", "已出具",
                ],
                [
                    "3", "91330100799655058B", "广州样例丙供应链有限公司", "679", "30.3125%",
                    "151562.50", "人民币壹拾伍万壹仟伍佰陆拾贰元伍角整", "已出具",
                ],
                ["合计", "", "", "2240", "100.0000%", "500000.00", "人民币伍拾万元整", ""],
            ])
    }

    @Test func equalAwardsStandInOrderOfCodesAndNoneIsLeftOut() throws {
        var sample = try Sample.plain()
        sample.volumes = [0, 5, 5]
        let table = try rows(sample)
        #expect(table.map { $0[1] } == ["统一社会信用代码", Sample.codes[3], Sample.codes[4], ""])
    }

    @Test func whatIsHeldIsMarkedInADraftAsWell() throws {
        var sample = try Sample.plain()
        sample.enterprises[1].payee.account = ""
        #expect(try rows(sample)[1][7] == "暂缓")
        #expect(try rows(sample, .draft)[1][7] == "暂缓")
        #expect(try rows(sample, .draft)[2][7] == "已出具")
    }

    @Test func namesThatWouldBeFormulasAreGuarded() throws {
        var sample = try Sample.plain()
        sample.enterprises[1].name = "=HYPERLINK(\"http://x\",\"y\")"
        #expect(try rows(sample)[1][2] == "'=HYPERLINK(\"http://x\",\"y\")")
    }

    @Test func weightsAreKilogramsWithThreeDecimals() throws {
        var sample = try Sample.plain()
        sample.unit = .weight
        #expect(try rows(sample)[1][3] == "0.881")
    }

    @Test(
        arguments: [
            (1, 3, "33.3333%"), (2, 3, "66.6667%"), (1, 2_000_000, "0.0001%"),
            (1, 2_000_001, "0.0000%"),
            (0, 5, "0.0000%"), (5, 5, "100.0000%"),
        ] as [(UInt128, UInt128, String)])
    func sharesAreRoundedHalfUp(part: UInt128, whole: UInt128, share: String) {
        #expect(Figures.share(part, of: whole) == share)
    }
}
