import Subsidy
import Testing

struct CarrierTests {
    @Test(arguments: [
        ["顺丰", "顺丰速运", "SF", "sf", " 顺 丰 ", "ＳＦ", "sf express"], ["圆通", "圆通速递", "YTO", "yt"],
        ["中通", "中通快递", "ZTO"], ["申通", "申通快递", "STO"], ["韵达", "韵达快递", "yunda"],
        ["极兔", "极兔速递", "J&T", "jt"], ["京东", "京东物流", "JD"], ["邮政", "中国邮政"], ["EMS", "ems"],
        ["某某货运", "某某 货运"],
    ])
    func namesOfOneCarrierCompareEqual(names: [String]) {
        #expect(Set(names.map(Carrier.canonicalName)).count == 1)
    }

    @Test func namesOfDifferentCarriersDoNot() {
        let names = ["顺丰", "圆通", "中通", "申通", "韵达", "极兔", "京东", "邮政", "EMS", "德邦", "百世", "某某货运"]
        #expect(Set(names.map(Carrier.canonicalName)).count == names.count)
    }

    @Test(arguments: ["", " ", "-", "－", "=\"\""])
    func blankOrDashIsNoCarrier(name: String) {
        #expect(Carrier.canonicalName(name) == "")
    }
}
