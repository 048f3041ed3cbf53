import Subsidy
import Testing

struct StatusRuleTests {
    private let rule = StatusRule(notCounted: ["已退回", "（拒收）", " 取消 "])

    @Test(arguments: ["已退回", "(拒收)", "取消"])
    func listedStatusDoesNotCount(status: String) {
        #expect(!rule.counts(status))
        #expect(!rule.isUnlisted(status))
    }

    @Test(arguments: ["", "已签收", "运输中", "派送", "回单"])
    func otherStatusCounts(status: String) {
        #expect(rule.counts(status))
        #expect(!rule.isUnlisted(status))
    }

    @Test(arguments: ["退回中", "客户拒收", "已取消", "作废单", "拦截成功", "退"])
    func statusThatReadsLikeAReturnCountsAndIsToBeLookedAt(status: String) {
        #expect(rule.counts(status))
        #expect(rule.isUnlisted(status))
    }
}
