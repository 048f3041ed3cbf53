package import Subsidy

/// The findings behind what stops a run, as lines for a terminal: enough of each kind to act upon,
/// and how many more there are of it.
///
/// `exports/sf.csv:12: column 4 “件数”: The number of pieces cannot be read (“x”). …`
package struct StopListing {
    /// So many findings of one kind are listed.
    private static let examples = 3
    /// So many kinds behind one stop.
    private static let kinds = 10
    /// So many kinds in all: a thousand exports may have the same fault.
    private static let kindsInAll = 30

    private let settlement: Settlement
    private let language: Language
    private let sentence: FindingSentence
    private var kinds: [Part: [Kind]] = [:]
    private var kindsLeft = kindsInAll

    package init(of settlement: Settlement, language: Language) {
        self.settlement = settlement
        self.language = language
        sentence = FindingSentence(of: settlement, language: language)
        collect()
    }

    /// Nothing where the stop itself says everything, or another of the stops lists the same.
    package mutating func lines(for stop: Stop) -> [String] {
        guard let part = part(of: stop), let kinds = kinds[part] else { return [] }
        let listed = kinds.prefix(min(Self.kinds, kindsLeft))
        kindsLeft -= listed.count
        let others = kinds.dropFirst(listed.count)
        let count = others.reduce(0) { $0 + $1.count }
        return listed.flatMap(lines(of:)) + (others.isEmpty ? [] : [unlisted(count, others.count)])
    }

    private func unlisted(_ count: Int, _ kinds: Int) -> String {
        Text(
            "另有 \(kinds) 类共 \(count) 条未在此列出，全部见 findings.csv。",
            "findings of other kinds that are not listed here: \(count) of \(kinds) "
                + "\(kinds == 1 ? "kind" : "kinds"); all of them are in findings.csv.")[language]
    }

    private func lines(of kind: Kind) -> [String] {
        var lines = kind.first.map(line(of:))
        let more = kind.count - kind.first.count
        if more > 0, let last = kind.first.last {
            let code = last.code.rawValue
            // Of an enterprise that is not known all rows are one kind, in whichever file.
            let place = kind.isOfOneFile ? file(of: last) + ": " : ""
            lines.append(
                place
                    + Text(
                        "同样的 \(code) 另有 \(more) 条，见 findings.csv。",
                        "and \(more) more of the same (\(code)); all of them are in findings.csv.")[
                        language])
        }
        return lines
    }

    /// Place, column by position and name, problem, facts and remedy.
    private func line(of finding: Finding) -> String {
        var parts = [file(of: finding) + (finding.line.map { ":\($0)" } ?? "")]
        if let column = column(of: finding) { parts.append(column) }
        var buffer = SentenceBuffer()
        sentence.append(finding, to: &buffer)
        parts.append(String(decoding: buffer.bytes, as: UTF8.self))
        return parts.joined(separator: ": ")
    }

    private func file(of finding: Finding) -> String {
        switch finding.source {
        case .export(let file):
            "exports/" + Excerpt.visible(settlement.reading.files[Int(file)].name)
        case .roster: "roster.csv"
        case .settings: "fentan.yaml"
        }
    }

    private func column(of finding: Finding) -> String? {
        guard case .position(let position) = finding.column,
            case .export(let file) = finding.source
        else { return nil }
        let names = settlement.reading.files[Int(file)].columns
        let number = Int(position) + 1
        let name =
            names.indices.contains(Int(position))
            ? Excerpt.visible(CanonicalText.cell(names[Int(position)])) : ""
        return Text("第 \(number) 列“\(name)”", "column \(number) “\(name)”")[language]
    }
}

// Which findings stand behind a stop.
extension StopListing {
    /// Findings that one remedy mends: of one code and one file, or of one unknown enterprise.
    private struct Kind {
        var count = 0
        var first: [Finding] = []
        let isOfOneFile: Bool
    }

    private struct Key: Hashable {
        let code: FindingCode
        let file: UInt16?
        let enterprise: EnterpriseID?
    }

    /// What one stop lists; a finding is in one of them alone.
    private enum Part: Hashable {
        case rejected
        case rejectedInFile(UInt16)
        case contested
        case unknown
        case excluded
    }

    /// All kinds, those of a part in the order of their first findings.
    private mutating func collect() {
        let due = Set(settlement.stops.compactMap(part(of:)))
        var places: [Key: Int] = [:]
        for finding in settlement.findings {
            guard case .export(let file) = finding.source,
                let part = part(of: finding, in: file, due), due.contains(part)
            else { continue }
            let isUnknown = finding.code == .enterpriseNotOnRoster
            let key = Key(
                code: finding.code, file: isUnknown ? nil : file,
                enterprise: isUnknown ? finding.enterprise : nil)
            let place = places[key] ?? kinds[part, default: []].count
            if places.updateValue(place, forKey: key) == nil {
                kinds[part, default: []].append(Kind(isOfOneFile: !isUnknown))
            }
            kinds[part]?[place].count += 1
            if let count = kinds[part]?[place].first.count, count < (isUnknown ? 1 : Self.examples)
            {
                kinds[part]?[place].first.append(finding)
            }
        }
    }

    private func part(of stop: Stop) -> Part? {
        switch stop {
        case .rejected: .rejected
        case .rejectedInFile(let name, rows: _, of: _):
            settlement.reading.files.firstIndex { Array($0.name.utf8) == Array(name.utf8) }
                .map { .rejectedInFile(UInt16($0)) }
        case .contested: .contested
        case .unknown: .unknown
        case .noVolume: settlement.stops.count == 1 ? .excluded : nil
        case .pending, .controlDiffers, .nobodyStays: nil
        }
    }

    private func part(of finding: Finding, in file: UInt16, _ due: Set<Part>) -> Part? {
        switch finding.code.rowClass {
        case .rejected: due.contains(.rejectedInFile(file)) ? .rejectedInFile(file) : .rejected
        case .contested: .contested
        case .excluded where due.contains(.excluded): .excluded
        case .excluded: finding.code == .enterpriseNotOnRoster ? .unknown : nil
        case .duplicate, .counted, nil: nil
        }
    }
}
