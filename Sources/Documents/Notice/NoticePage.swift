import Mustache
import Subsidy

/// `notice.html`: the awards as they are made public for objections, one page to print and post.
///
/// It is well-formed XML as well, so that its figures can be read back.
struct NoticePage {
    private let report: Report
    private let figures: NoticeFigures
    private var language: Language { report.edition.language }

    /// - Throws: an error of the template's parser, which only a faulty template can cause.
    static func bytes(_ report: Report, _ figures: NoticeFigures) throws -> [UInt8] {
        MustacheContentTypes.register(PageText(), named: PageText.name)
        let source = String(decoding: PackageResources.notice_html, as: UTF8.self)
        let template = try MustacheTemplate(string: source)
        var values = NoticePage(report: report, figures: figures).values
        values["styleDigest"] = PageStyle.digest(of: source)
        return Array(template.render(PageRoot(values)).utf8)
    }

    private var values: [String: any Sendable] {
        let notice = figures.notice
        let unit = report.programme.unit
        return [
            "label": Labels<NoticeLabel>(language),
            "lang": Text("zh-CN", "en")[language],
            "title": Excerpt.visible(report.programme.title, limit: 200),
            "year": String(report.programme.year),
            "unit": UnitWording.text(of: unit)[language],
            "opening": NoticeWording.opening(
                year: report.programme.year, pool: report.programme.pool, unit: unit)[language],
            "firstDay": NoticeWording.text(of: notice.publish)[language],
            "lastDay": NoticeWording.text(of: notice.lastDay)[language],
            "length": NoticeWording.length(of: notice)[language],
            "office": Excerpt.visible(notice.office, limit: 200),
            "telephone": Excerpt.visible(notice.telephone, limit: 200),
            "address": Excerpt.visible(notice.address, limit: 200),
            "lines": PageLines(figures.lines) { part(of: $0, number: $1) },
            "totalDeclared": Figures.grouped(figures.total.declared),
            "totalDeducted": Figures.grouped(figures.total.deducted),
            "totalCounted": Figures.grouped(figures.total.counted),
            "totalShare": figures.share,
            "totalAmount": Figures.grouped(figures.amount.description),
            "totalInWords": AmountInWords.text(of: figures.amount),
            "state": VerdictWording.name(of: report.edition.state)[language],
            "version": report.edition.version,
        ]
    }

    private func part(of line: NoticeFigures.Line, number: Int) -> PagePart {
        PagePart([
            "number": String(number), "name": Excerpt.visible(line.name, limit: 200),
            "code": line.uscc.text, "declared": Figures.grouped(line.volumes.declared),
            "deducted": Figures.grouped(line.volumes.deducted),
            "counted": Figures.grouped(line.volumes.counted), "share": line.share,
            "amount": Figures.grouped(line.amount.description),
            "remark": line.remark.map { NoticeWording.text(of: $0)[language] } ?? "",
        ])
    }
}
