import Subsidy

/// An explanation as plain text: sections, tables in columns, sentences in lines.
enum ExplanationText {
    static func text(_ explanation: Explanation) -> String {
        var writer = Writer(explanation: explanation)
        writer.write()
        return writer.lines.joined(separator: "\n") + "\n"
    }
}

private struct Writer {
    let explanation: Explanation
    private(set) var lines: [String] = []
    private var language: Language { explanation.language }

    init(explanation: Explanation) { self.explanation = explanation }

    mutating func write() {
        let programme = explanation.programme
        let title = Excerpt.visible(programme.title, limit: 200)
        lines.append(
            "\(title) \(programme.year) · \(ExplanationLabel.overline.text[language])")
        if let enterprise = explanation.enterprise { write(enterprise) }
        if let waybill = explanation.waybill { write(waybill) }
    }

    private mutating func write(_ enterprise: EnterpriseExplanation) {
        let wording = ExplanationWording(explanation: explanation, enterprise: enterprise)
        head(enterprise, wording)
        stops()
        files(enterprise, wording)
        codes(enterprise)
        months(enterprise)
        working(enterprise, wording)
        notes(enterprise)
    }

    private mutating func head(
        _ enterprise: EnterpriseExplanation, _ wording: ExplanationWording
    ) {
        let name = Excerpt.visible(enterprise.name, limit: 200)
        let review = ExplanationWording.name(of: enterprise.review)[language]
        let parts = [name] + [enterprise.uscc].compactMap(\.self).filter { $0 != name } + [review]
        lines.append(parts.joined(separator: " · "))
        lines.append("")
        sentence(wording.verdict[language], indent: 0)
    }

    private mutating func stops() {
        guard !explanation.stops.isEmpty else { return }
        section(.stops)
        for stop in explanation.stops {
            sentence("\(stop.place)  \(stop.sentence(in: language))", indent: 2)
        }
    }

    private mutating func files(
        _ enterprise: EnterpriseExplanation, _ wording: ExplanationWording
    ) {
        guard !enterprise.files.isEmpty else {
            if let nameless = wording.nameless {
                lines.append("")
                sentence(nameless[language], indent: 0)
            }
            return
        }
        section(.rows)
        var table = PlainTable([.left] + Array(repeating: .right, count: 7))
        table.row(
            ["  " + label(.file), label(.rowCount)]
                + RowClass.allCases.map { ClassWording(of: $0).name[language] }
                + [label(.volume)])
        for file in enterprise.files {
            table.row(
                ["  " + Excerpt.visible(file.name), Figures.grouped(String(file.total))]
                    + RowClass.allCases.map { Figures.grouped(String(file.rows[$0] ?? 0)) }
                    + [Figures.grouped(file.volume)])
        }
        table.row(total(enterprise))
        lines += table.lines
        sentence(label(.allCount), indent: 2)
        if let nameless = wording.nameless { sentence(nameless[language], indent: 2) }
    }

    private func total(_ enterprise: EnterpriseExplanation) -> [String] {
        let rows = enterprise.files.reduce(0) { $0 + $1.total }
        let classes = RowClass.allCases.map { rowClass in
            enterprise.files.reduce(0) { $0 + ($1.rows[rowClass] ?? 0) }
        }
        return ["  " + label(.total), Figures.grouped(String(rows))]
            + classes.map { Figures.grouped(String($0)) }
            + [Figures.grouped(enterprise.figures?.volume ?? "0")]
    }

    private mutating func codes(_ enterprise: EnterpriseExplanation) {
        guard !enterprise.files.isEmpty else { return }
        section(.leftOut)
        if enterprise.codes.isEmpty { lines.append("  " + label(.nothingLeftOut)) }
        for figures in enterprise.codes { write(figures) }
    }

    /// `excluded  date.outside-period × 3  the date … . Nothing is to be done …`, and where.
    private mutating func write(_ figures: CodeFigures) {
        let wording = FindingWording(of: figures.code)
        let name = figures.code.rowClass.map { ClassWording(of: $0).name[language] + " · " } ?? ""
        let stop = Text("。", ".")[language]
        let gap = Text("", " ")[language]
        lines.append(
            "  \(name)\(figures.code.rawValue) × \(Figures.grouped(String(figures.count)))")
        sentence(
            wording.problem[language].opened + stop + gap + wording.remedy[language].opened + stop,
            indent: 4)
        var table = PlainTable([.left, .left, .left])
        for example in figures.examples {
            table.row([
                "    " + Excerpt.visible(example.place, limit: 200),
                Excerpt.visible(example.waybill), example.facts,
            ])
        }
        lines += table.lines
        if let others = ExplanationWording.others(figures) {
            lines.append("    … \(others[language])")
        }
    }

    private mutating func months(_ enterprise: EnterpriseExplanation) {
        guard let figures = enterprise.figures, !figures.months.isEmpty else { return }
        section(.months)
        var table = PlainTable([.left, .right])
        for month in figures.months {
            table.row(["  " + month.month.description, Figures.grouped(month.volume)])
        }
        table.row(["  " + label(.total), Figures.grouped(figures.volume)])
        let unit = UnitWording.text(of: explanation.programme.unit)
        let name = Text(" \(unit.zh)", " (\(unit.en))")[language]
        lines += table.lines.dropLast() + table.lines.suffix(1).map { $0 + name }
    }

    private mutating func working(
        _ enterprise: EnterpriseExplanation, _ wording: ExplanationWording
    ) {
        guard let steps = ExplanationSteps(explanation), let split = enterprise.split,
            let figures = enterprise.figures, let award = figures.award, figures.volumeCount > 0
        else { return }
        section(.working)
        lines.append("  " + label(.rule))
        let width = steps.steps.map { DisplayWidth.of(label($0.label)) }.max() ?? 0
        for step in steps.steps {
            if step.label == .award {
                sentence(wording.leftOver(split)[language], indent: 2)
                if let rank = wording.rank(award, split) { sentence(rank[language], indent: 2) }
            }
            let name = label(step.label)
            let blanks = String(repeating: " ", count: width - DisplayWidth.of(name) + 2)
            lines.append("  " + name + blanks + step.figures)
        }
        section(.payment)
        sentence(wording.payment(figures)[language], indent: 2)
    }

    private mutating func notes(_ enterprise: EnterpriseExplanation) {
        guard !enterprise.notes.isEmpty else { return }
        section(.notes)
        for figures in enterprise.notes { write(figures) }
    }

    private mutating func write(_ waybill: WaybillExplanation) {
        lines.append("")
        sentence(ExplanationWording.waybill(waybill)[language], indent: 0)
        for row in waybill.rows {
            let name =
                row.enterprise.isEmpty
                ? label(.unreadable) : Excerpt.visible(row.enterprise, limit: 200)
            let code = row.code.map { " · \($0.rawValue)" } ?? ""
            lines.append("")
            lines.append(
                "  \(Excerpt.visible(row.file, limit: 200)):\(row.line)  "
                    + ClassWording(of: row.rowClass).name[language] + code)
            let volume = row.volume.map {
                " · "
                    + UnitWording.amount(Figures.grouped($0), of: explanation.programme.unit)[
                        language]
            }
            let uscc = row.uscc.isEmpty || row.uscc == row.enterprise ? "" : " · \(row.uscc)"
            lines.append("    \(name)\(uscc)\(volume ?? "")")
            sentence(ExplanationWording.fate(of: row)[language], indent: 4)
        }
    }

    private func label(_ label: ExplanationLabel) -> String { label.text[language] }

    private mutating func section(_ title: ExplanationLabel) {
        lines.append("")
        lines.append(label(title))
    }

    private mutating func sentence(_ text: String, indent: Int) {
        lines += PlainParagraph.lines(text, indent: indent)
    }
}
