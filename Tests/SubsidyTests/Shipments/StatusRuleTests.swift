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

    @Test(arguments: [
        ("已签收", "已签收"), ("签收,13800138000", "签收,***********"),
        ("签收 138 0013 8000 张三拒", "签收 *** **** **** 张三拒"),
        ("138-0013-8000", "***-****-****"), ("+86 13800138000", "+** ***********"),
        ("签收 2026-03-15 12:30", "签收 2026-03-15 12:30"), ("1234567", "*******"),
        ("123456", "123456"), ("12 1234567 3", "12 ******* 3"), ("柜 12-34", "柜 12-34"),
        ("1 2 3 4 5 6 7 8", "1 2 3 4 5 6 7 8"),
    ])
    func telephoneNumberInAStatusIsNotShown(status: String, shown: String) {
        #expect(StatusRule.shown(status) == shown)
    }
}
