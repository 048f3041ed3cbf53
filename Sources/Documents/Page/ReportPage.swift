import Mustache
import Subsidy

/// `report.html`: the settlement for the review group, one page that needs nothing beside itself.
enum ReportPage {
    /// - Throws: an error of the template's parser, which only a faulty template can cause.
    static func bytes(_ report: Report) throws -> [UInt8] {
        MustacheContentTypes.register(PageText(), named: PageText.name)
        let source = String(decoding: PackageResources.report_html, as: UTF8.self)
        let template = try MustacheTemplate(string: source)
        return Array(template.render(root(report, styleDigest: PageStyle.digest(of: source))).utf8)
    }

    private static func root(_ report: Report, styleDigest: String) -> PageRoot {
        let language = report.edition.language
        var values = labels(language)
        values["lang"] = Text("zh-CN", "en")[language]
        values["styleDigest"] = styleDigest
        values.merge(PageHead.values(report), uniquingKeysWith: uniqued)
        values.merge(PageFlows.values(report), uniquingKeysWith: uniqued)
        values.merge(PageBatches.values(report), uniquingKeysWith: uniqued)
        values.merge(PageAwards.values(report), uniquingKeysWith: uniqued)
        values.merge(PageSupport.values(report), uniquingKeysWith: uniqued)
        values.merge(PageFiles.values(report), uniquingKeysWith: uniqued)
        values.merge(PageDecisions.values(report), uniquingKeysWith: uniqued)
        values.merge(PageFindings.values(report), uniquingKeysWith: uniqued)
        values.merge(PageMonths.values(report), uniquingKeysWith: uniqued)
        values.merge(PageSettings.values(report), uniquingKeysWith: uniqued)
        values.merge(PageCheck.values(report), uniquingKeysWith: uniqued)
        return PageRoot(values)
    }

    private static func labels(_ language: Language) -> [String: any Sendable] {
        [
            "headLabel": Labels<HeadLabel>(language), "flowLabel": Labels<FlowLabel>(language),
            "batchLabel": Labels<BatchLabel>(language),
            "awardLabel": Labels<AwardLabel>(language), "fileLabel": Labels<FileLabel>(language),
            "decisionLabel": Labels<DecisionLabel>(language),
            "supportLabel": Labels<SupportLabel>(language),
            "findingLabel": Labels<FindingLabel>(language),
            "monthLabel": Labels<MonthLabel>(language),
            "settingLabel": Labels<SettingLabel>(language),
            "checkLabel": Labels<CheckLabel>(language),
        ]
    }

    private static func uniqued(_ first: any Sendable, _ second: any Sendable) -> any Sendable {
        preconditionFailure("two sections of the page name one value")
    }
}
