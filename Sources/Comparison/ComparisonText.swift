package import Documents

/// A comparison for a terminal: sums first, then every enterprise, and where it comes from.
package enum ComparisonText {
    /// Lines without an end; none where nothing differs.
    ///
    /// `limit` is how many lines a list may have before it says how many more there are.
    package static func lines(
        _ comparison: FolderComparison, language: Language, limit: Int = 50
    ) -> [String] {
        var writer = Writer(language: language, limit: limit)
        writer.write(comparison)
        return writer.lines.map(Excerpt.line)
    }
}

private struct Writer {
    let language: Language
    let limit: Int
    private(set) var lines: [String] = []

    mutating func write(_ comparison: FolderComparison) {
        list(.inputs, comparison.inputs.map(input))
        list(.settings, comparison.settings.map(change))
        list(.sums, comparison.sums.map(change))
        enterprises(comparison.enterprises)
        list(.codes, comparison.codes.map(change))
        list(.goneFindings, comparison.goneFindings.map(finding))
        list(.newFindings, comparison.newFindings.map(finding))
        list(.others, comparison.others.map(change))
    }

    private mutating func list(_ title: ComparisonLabel, _ rows: [[String]]) {
        guard let width = rows.first?.count else { return }
        lines.append(title.text[language] + " (\(rows.count))")
        var table = PlainTable(Array(repeating: .left, count: width))
        for row in rows.prefix(limit) { table.row(["  " + row[0]] + row.dropFirst()) }
        lines += table.lines
        more(rows.count - limit)
    }

    private mutating func more(_ count: Int) {
        if count > 0 { lines.append("  … " + ComparisonWording.more(count)[language]) }
    }

    private func input(_ change: FolderComparison.Change) -> [String] {
        let name = change.name.hasSuffix(".sha256") ? String(change.name.dropLast(7)) : change.name
        let what: ComparisonLabel =
            change.old == nil ? .added : change.new == nil ? .removed : .altered
        return [name, what.text[language]]
    }

    private func change(_ change: FolderComparison.Change) -> [String] {
        [
            change.name, "\(text(change.old)) → \(text(change.new))",
            difference(change).map { "(\($0))" } ?? "",
        ]
    }

    private func finding(_ cells: [String]) -> [String] {
        [cells[0] + (cells[1].isEmpty ? "" : ":\(cells[1])"), cells[3], cells[4], cells[5]]
    }

    private mutating func enterprises(_ changes: [FolderComparison.EnterpriseChange]) {
        guard !changes.isEmpty else { return }
        lines.append(ComparisonLabel.enterprises.text[language] + " (\(changes.count))")
        for enterprise in changes.prefix(limit) {
            let mark =
                enterprise.isNew
                ? ComparisonLabel.joined : enterprise.isGone ? ComparisonLabel.left : nil
            lines.append(
                "  \(enterprise.uscc)  \(enterprise.name)"
                    + (mark.map { "  " + $0.text[language] } ?? ""))
            var table = PlainTable([.left, .left, .left])
            for change in enterprise.changes where Self.isShown(change.name, of: enterprise) {
                table.row(["    " + change.name] + self.change(change).dropFirst())
            }
            lines += table.lines
        }
        more(changes.count - limit)
    }

    /// The working follows from volume and amount; months and files say where a volume changed.
    private static func isShown(
        _ key: String, of enterprise: FolderComparison.EnterpriseChange
    ) -> Bool {
        if enterprise.isNew || enterprise.isGone { return ["volume", "amount"].contains(key) }
        let working = ["quotaFen", "floorFen", "remainder", "remainderRank", "extraFen"]
        let hasAmount = enterprise.changes.contains { !working.contains($0.name) }
        if working.contains(key) { return !hasAmount }
        let parts = key.split(separator: ".")
        let isPart = ["months", "files"].contains(parts.first ?? "")
        return !isPart || ["volume", "rows"].contains(parts.last ?? "")
    }

    private func text(_ value: ComparedReport.Value?) -> String {
        value?.text ?? "–"
    }

    private func difference(_ change: FolderComparison.Change) -> String? {
        guard let old = change.old?.text, let new = change.new?.text else { return nil }
        return SignedDifference.text(from: old, to: new)
    }
}
