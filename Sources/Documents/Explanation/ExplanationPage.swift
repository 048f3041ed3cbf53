import Mustache
import Subsidy

/// An explanation as a letter: one page that needs nothing beside itself.
struct ExplanationPage {
    private let explanation: Explanation
    private var language: Language { explanation.language }

    /// Taken apart once, for as many pages as are made.
    struct Template {
        private let template: MustacheTemplate
        private let styleDigest: String

        /// - Throws: an error of the template's parser, which only a faulty template can cause.
        init() throws {
            MustacheContentTypes.register(PageText(), named: PageText.name)
            let source = String(decoding: PackageResources.explanation_html, as: UTF8.self)
            template = try MustacheTemplate(string: source)
            styleDigest = PageStyle.digest(of: source)
        }

        func page(of explanation: Explanation) -> [UInt8] {
            var values = ExplanationPage(explanation: explanation).values
            values["styleDigest"] = styleDigest
            return Array(template.render(PageRoot(values)).utf8)
        }
    }

    private var values: [String: any Sendable] {
        let programme = explanation.programme
        return [
            "label": Labels<ExplanationLabel>(language),
            "headLabel": Labels<HeadLabel>(language),
            "lang": Text("zh-CN", "en")[language],
            "stop": Text("。", ". ")[language],
            "colon": Text("：", ": ")[language],
            "title": Excerpt.visible(programme.title, limit: 200),
            "year": String(programme.year),
            "subject": subject,
            "version": explanation.version,
            "unit": UnitWording.text(of: programme.unit)[language],
            "enterprises": [explanation.enterprise].compactMap(\.self).map(part),
            "waybills": [explanation.waybill].compactMap(\.self).map(part),
            "stops": explanation.stops.map { stop in
                PagePart([
                    "stopCode": stop.code, "stopPlace": stop.place,
                    "stopText": stop.sentence(in: language),
                ])
            },
            "hasStops": !explanation.stops.isEmpty,
        ]
    }

    private var subject: String {
        let name = explanation.enterprise?.name ?? explanation.waybill?.number ?? ""
        return Excerpt.visible(name, limit: 200)
    }
}

// An enterprise.
extension ExplanationPage {
    private func part(of enterprise: EnterpriseExplanation) -> PagePart {
        let wording = ExplanationWording(explanation: explanation, enterprise: enterprise)
        let amount = enterprise.figures?.award?.amount
        let isAwarded = (amount ?? .zero) > .zero
        var values: [String: any Sendable] = [
            "name": Excerpt.visible(enterprise.name, limit: 200),
            "code": enterprise.uscc ?? "",
            "review": ExplanationWording.name(of: enterprise.review)[language],
            "verdict": wording.verdict[language],
            "isAwarded": isAwarded,
            "amount": Figures.grouped((amount ?? .zero).description),
            "inWords": AmountInWords.text(of: amount ?? .zero),
            "payment": enterprise.figures?.paymentWord ?? "none",
            "paymentText": isAwarded
                ? enterprise.figures.map { wording.payment($0)[language] } ?? "" : "",
            "nameless": wording.nameless.map { $0[language] } ?? false as any Sendable,
            "codes": enterprise.codes.map(part),
            "hasCodes": !enterprise.codes.isEmpty,
            "notes": enterprise.notes.map(part),
            "hasNotes": !enterprise.notes.isEmpty,
        ]
        values.merge(rows(of: enterprise)) { $1 }
        values.merge(months(of: enterprise)) { $1 }
        values.merge(working(of: enterprise, wording)) { $1 }
        return PagePart(values)
    }

    private func rows(of enterprise: EnterpriseExplanation) -> [String: any Sendable] {
        let classes = RowClass.allCases
        let sums = classes.map { rowClass in
            enterprise.files.reduce(0) { $0 + ($1.rows[rowClass] ?? 0) }
        }
        return [
            "hasFiles": !enterprise.files.isEmpty,
            "classNames": classes.map { ClassWording(of: $0).name[language] },
            "files": enterprise.files.map { file in
                PagePart([
                    "fileName": Excerpt.visible(file.name, limit: 200),
                    "fileRows": Figures.grouped(String(file.total)),
                    "fileClasses": classes.map { Self.count(file.rows[$0] ?? 0) },
                    "fileVolume": Figures.grouped(file.volume),
                ])
            },
            "allRows": Figures.grouped(String(sums.reduce(0, +))),
            "allClasses": sums.map(Self.count),
            "allVolume": Figures.grouped(enterprise.figures?.volume ?? "0"),
        ]
    }

    /// None is a dash: the figures that are there are seen.
    private static func count(_ rows: Int) -> String {
        rows == 0 ? "–" : Figures.grouped(String(rows))
    }

    private func months(of enterprise: EnterpriseExplanation) -> [String: any Sendable] {
        let months = enterprise.figures?.months ?? []
        return [
            "hasMonths": !months.isEmpty,
            "months": months.map { month in
                PagePart([
                    "month": month.month.description,
                    "monthVolume": Figures.grouped(month.volume),
                ])
            },
        ]
    }

    private func working(
        of enterprise: EnterpriseExplanation, _ wording: ExplanationWording
    ) -> [String: any Sendable] {
        guard let steps = ExplanationSteps(explanation), let split = enterprise.split,
            let figures = enterprise.figures, let award = figures.award, figures.volumeCount > 0
        else { return ["hasWorking": false] }
        let parts = steps.steps.map { step in
            PagePart(["stepName": step.label.text[language], "stepFigures": step.figures])
        }
        let end = steps.steps.firstIndex { $0.label == .award } ?? parts.count
        return [
            "hasWorking": true, "steps": Array(parts[..<end]), "results": Array(parts[end...]),
            "leftOver": wording.leftOver(split)[language],
            "rank": wording.rank(award, split).map { $0[language] } ?? false as any Sendable,
        ]
    }

    private func part(of figures: CodeFigures) -> PagePart {
        let wording = FindingWording(of: figures.code)
        let rowClass = figures.code.rowClass
        return PagePart([
            "findingCode": figures.code.rawValue,
            "findingClass": rowClass?.rawValue ?? "note",
            "findingClassName": rowClass.map { ClassWording(of: $0).name[language] } ?? "",
            "count": Figures.grouped(String(figures.count)),
            "problem": wording.problem[language].opened,
            "remedy": wording.remedy[language].opened,
            "others": ExplanationWording.others(figures).map { $0[language] }
                ?? false as any Sendable,
            "examples": figures.examples.map { example in
                PagePart([
                    "place": Excerpt.visible(example.place, limit: 200),
                    "exampleWaybill": Excerpt.visible(example.waybill), "facts": example.facts,
                ])
            },
        ])
    }
}

// A waybill.
extension ExplanationPage {
    private func part(of waybill: WaybillExplanation) -> PagePart {
        PagePart([
            "waybillText": ExplanationWording.waybill(waybill)[language],
            "rows": waybill.rows.map { row in
                PagePart([
                    "place": "\(Excerpt.visible(row.file, limit: 200)):\(row.line)",
                    "rowClass": row.rowClass.rawValue,
                    "rowClassName": ClassWording(of: row.rowClass).name[language],
                    "rowCode": row.code?.rawValue ?? "",
                    "rowEnterprise": row.enterprise.isEmpty
                        ? ExplanationLabel.unreadable.text[language]
                        : Excerpt.visible(row.enterprise, limit: 200),
                    "rowUSCC": row.uscc == row.enterprise ? "" : row.uscc,
                    "rowVolume": row.volume.map {
                        UnitWording.amount(Figures.grouped($0), of: explanation.programme.unit)[
                            language]
                    } ?? "–",
                    "fate": ExplanationWording.fate(of: row)[language],
                ])
            },
        ])
    }
}
