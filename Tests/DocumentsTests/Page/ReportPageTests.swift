import Foundation
import Subsidy
import Testing

@testable import Documents

struct ReportPageTests {
    private func page(
        _ state: Edition.State = .published, language: Language = .zh,
        _ change: (inout Sample) throws -> Void = { _ in }
    ) throws -> String {
        var sample = try Sample.plain()
        try change(&sample)
        let report = Report(
            of: try sample.settlement(), edition: try Sample.edition(state, language: language))
        return String(decoding: try ReportPage.bytes(report), as: UTF8.self)
    }

    @Test func namesComeOutAsTextWhateverStandsBeforeTheirBrackets() throws {
        let page = try page {
            $0.enterprises[0].name = "<script>alert(1)</script>"
            // U+0600 and what follows are one Character.
            $0.enterprises[1].name = "\u{600}<script>\u{600}\"'&"
            $0.title = "a\"b'c<d>&e"
        }
        #expect(!page.contains("<script"))
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(page.unicodeScalars.split(separator: "\u{600}").count == 3)
        #expect(page.contains("a&quot;b&#39;c&lt;d&gt;&amp;e"))
    }

    @Test func noAccountIsOnThePage() throws {
        for state in Edition.State.allCases {
            let page = try page(state)
            for account in ["6222020000005678", "6222020000001234", Sample.payerAccount] {
                #expect(!page.contains(account))
            }
        }
    }

    @Test func nothingIsFetchedAndNoScriptRuns() throws {
        let page = try page()
        #expect(page.contains("default-src 'none'"))
        for stray in [
            "<script", "http://", "https://", "src=", "href=", "style=\"", "url(", "@import",
        ] {
            #expect(!page.contains(stray))
        }
    }

    @Test func aPublishedPageHasVerdictWordsAndWorking() throws {
        let page = try page()
        for text in [
            "补贴总额 500,000.00 元（人民币伍拾万元整）分给 3 家企业：3 家已出具付款 500,000.00 元。",
            "50,000,000 × 680 ÷ 2,240", "15,178,571", "未填写区里的批准文号",
        ] {
            #expect(page.contains(text))
        }
        #expect(!page.contains("草案"))
    }

    @Test func aDraftSaysSo() throws {
        #expect(try page(.draft).contains("草案"))
        #expect(try page(.draft, language: .en).contains("Draft for notice and review"))
    }

    @Test func aStoppedPageGivesItsReasonsAndNoAwards() throws {
        let page = try page(.stopped) { $0.enterprises[1].review = .pending }
        #expect(page.contains("家有出货量的企业仍在待审"))
        #expect(page.contains("roster.csv:3"))
        #expect(!page.contains("196,651.79</span>"))
    }

    @Test func theEnglishPageHasNoChineseLabel() throws {
        let page = try page(language: .en) {
            $0.title = "Logistics subsidy"
            $0.enterprises[0].name = "A"
            $0.enterprises[1].name = "B"
            $0.enterprises[2].name = "C"
        }
        let body = try #require(page.range(of: "<main>"))
        let chinese = page[body.lowerBound...].split(separator: "\n").filter { line in
            line.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
                && !line.contains("lang=\"zh-CN\"") && !line.contains("<dd>")
        }
        // A column is named as the file has it.
        #expect(chinese.allSatisfy { $0.contains("the column 文件") }, "\(chinese)")
    }

    @Test func everyLabelIsUsed() throws {
        let template = String(decoding: PackageResources.report_html, as: UTF8.self)
        func unused<Label: PageLabel>(_ labels: Label.Type, _ name: String, but: [Label] = [])
            -> [String]
        where Label: Equatable {
            labels.allCases.filter { !but.contains($0) }.map { "{{\(name).\($0.rawValue)}}" }
                .filter { !template.contains($0) }
        }
        #expect(unused(HeadLabel.self, "headLabel").isEmpty)
        #expect(unused(FlowLabel.self, "flowLabel").isEmpty)
        #expect(unused(AwardLabel.self, "awardLabel").isEmpty)
        #expect(
            unused(FileLabel.self, "fileLabel", but: [.noStatus, .waybills, .volumes]).isEmpty)
        #expect(unused(MonthLabel.self, "monthLabel").isEmpty)
        #expect(unused(DecisionLabel.self, "decisionLabel", but: [.nobody]).isEmpty)
        #expect(unused(SupportLabel.self, "supportLabel").isEmpty)
        #expect(unused(FindingLabel.self, "findingLabel", but: [.note]).isEmpty)
        #expect(unused(CheckLabel.self, "checkLabel").isEmpty)
    }

    @Test func thePartsOfAPictureFillIt() {
        let none = PageBar.parts([0, 0])
        #expect(none.map(\.width) == ["0", "0"])
        let bars = PageBar.parts([57_818, 0, 23, 680, 1_692, 19])
        #expect(bars.map(\.width).compactMap(Int.init).reduce(0, +) == 1000)
        #expect(bars[1].width == "0" && bars[5].width == "6")
        #expect(bars[2].x == bars[0].width)
        #expect(PageBar.parts([0, 7, 0]).map(\.width) == ["0", "1000", "0"])
    }

    @Test func eachWorkingLeadsToItsAwardInWords() throws {
        let page = try page()
        #expect(page.contains("<dd lang=\"zh-CN\">人民币壹拾伍万壹仟柒佰捌拾伍元柒角壹分</dd>"))
        #expect(page.contains("<dd>2026-01 680</dd>"))
        #expect(page.contains("=INT(50000000*D4/2240)"))
        #expect(page.contains("各家的整数部分之和为 49,999,999 分，剩下 1 分"))
    }

    @Test func aMonthWithoutVolumeIsShownAsWell() throws {
        let page = try page()
        for month in 1...12 {
            #expect(page.contains("<span class=\"side\">2026-\(month < 10 ? "0" : "")\(month)<svg"))
        }
    }

    @Test func controlsAndSkippedFilesAreShown() throws {
        let page = try page {
            $0.files[0].controls = [
                ControlTotal(line: 9, subject: .rows, stated: 5, read: 4),
                ControlTotal(line: 9, subject: .pieces, stated: 2240, read: 2240),
            ]
            $0.files[0].ignoresControls = true
        }
        #expect(page.contains("第 9 行写明行数 5，实际读到 4"))
        #expect(page.contains("不符") && page.contains("一致") && page.contains("按设置忽略"))
    }
}
