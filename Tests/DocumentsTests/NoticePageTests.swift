import Foundation
import Subsidy
import Testing

@testable import Documents

struct NoticePageTests {
    private static let notice: Notice? = CalendarDate(iso: "2027-02-01").map {
        Notice(
            publish: $0, days: 7, unit: .calendar, holidays: [], workdays: [],
            office: "样例<办公室>", telephone: "020-00000000", address: "样例路 1 号")
    }

    private func documents(
        _ state: Edition.State = .draft, language: Language = .zh,
        _ change: (inout Sample) throws -> Void = { _ in }
    ) throws -> [Document] {
        var sample = try Sample.plain()
        sample.notice = Self.notice
        try change(&sample)
        return try OutputDocuments.documents(
            of: try sample.settlement(), edition: try Sample.edition(state, language: language))
    }

    private func page(
        _ state: Edition.State = .draft, language: Language = .zh,
        _ change: (inout Sample) throws -> Void = { _ in }
    ) throws -> String {
        let documents = try documents(state, language: language, change)
        let page = try #require(documents.first { $0.path == "notice.html" })
        return String(decoding: page.bytes, as: UTF8.self)
    }

    @Test func noticeIsMadeWhereAwardsAre() throws {
        for state in [Edition.State.published, .draft] {
            #expect(try documents(state).contains { $0.path == "notice.html" })
            #expect(try !documents(state) { $0.notice = nil }.contains { $0.path == "notice.html" })
        }
        #expect(try !documents(.checked).contains { $0.path == "notice.html" })
    }

    @Test func noticeSaysWhoGetsWhatAndHowToObject() throws {
        let page = try page()
        for text in [
            "序号", "企业名称", "统一社会信用代码", "申报出货量", "剔除", "核定出货量", "占比", "拟补贴金额（元）", "备注",
            "广州样例乙网络科技有限公司", "196,651.79", "39.3304%", "人民币伍拾万元整", "书面形式", "加盖公章",
            "联系方式", "匿名异议不予受理", "2027年2月1日", "2027年2月7日", "样例&lt;办公室&gt;", "020-00000000",
            "样例路 1 号",
        ] { #expect(page.contains(text), "\(text)") }
    }

    @Test func englishNoticeHasNoChineseBesideNamesAndWords() throws {
        let page = try page(language: .en)
        for text in [
            "Notice of proposed awards", "Anonymous objections are not taken", "2027-02-07",
            "7 days, first and last included",
        ] { #expect(page.contains(text), "\(text)") }
        #expect(!page.contains("公示"))
    }

    @Test func whatDoesNotCountIsDeducted() throws {
        let page = try page { sample in
            sample.findings = [
                Finding(
                    .duplicateSame, source: .export(0), line: 9, enterprise: EnterpriseID(1),
                    volume: 1100),
                Finding(
                    .statusUnlisted, source: .export(0), line: 8, enterprise: EnterpriseID(1),
                    volume: 7),
                Finding(.waybillMissing, source: .export(0), line: 10, enterprise: EnterpriseID(1)),
            ]
        }
        #expect(page.contains(">1,981</td>"))
        #expect(page.contains(">1,100</td>"))
        #expect(page.contains(">3,340</td>"))
    }

    @Test func noAccountStandsInIt() throws {
        for state in [Edition.State.published, .draft] {
            let page = try page(state)
            for account in ["6222020000005678", "5678", Sample.payerAccount, "9876"] {
                #expect(!page.contains(account))
            }
        }
    }

    @Test func nothingIsFetchedAndNoScriptRuns() throws {
        let page = try page { $0.enterprises[0].name = "<script>alert(1)</script>]]>" }
        #expect(page.contains("default-src 'none'"))
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;]]&gt;"))
        for stray in ["<script", "http://", "https://", "src=", "href=", "style=\"", "url("] {
            #expect(!page.contains(stray))
        }
    }

    @Test func reportNamesTheDaysAndTheVolumes() throws {
        let documents = try documents()
        let report = try #require(documents.first { $0.path == "report.json" })
        let text = String(decoding: report.bytes, as: UTF8.self)
        #expect(text.contains("\"lastDay\" : \"2027-02-07\""))
        #expect(text.contains("\"telephone\" : \"020-00000000\""))
        let other = try self.documents { $0.notice = nil }
        let plain = try #require(other.first { $0.path == "report.json" })
        #expect(!String(decoding: plain.bytes, as: UTF8.self).contains("notice"))
    }
}
