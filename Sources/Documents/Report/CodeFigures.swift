import Subsidy

/// What one code of findings amounts to.
struct CodeFigures: Sendable {
    let code: FindingCode
    /// Lines of `findings.csv` with the code.
    let count: Int
    /// In the programme's unit; nil where no finding of the code has a readable one.
    let volume: String?
    /// What the volume is worth at this run's rate; nil where there is no volume or no rate.
    let yuan: String?
    /// The first of them, by file and line.
    let examples: [Example]

    /// One finding as people read it.
    struct Example: Sendable {
        /// The file's bare name.
        let file: String
        /// Nil where the finding is about a whole file or an enterprise.
        let line: UInt32?
        /// Canonical; empty where the finding is about none.
        let waybill: String
        /// The values of the finding, without what its code says of all.
        let facts: String

        /// `sf.csv:12`.
        var place: String { line.map { "\(file):\($0)" } ?? file }
    }

    private static let exampleCount = 3

    /// One for each code that occurs, in order of its text.
    static func all(of settlement: Settlement, language: Language) -> [CodeFigures] {
        all(of: settlement.findings, in: settlement, language: language, examples: exampleCount)
    }

    /// The same of some of a settlement's findings, with as many examples of each code.
    static func all(
        of findings: some Sequence<Finding>, in settlement: Settlement, language: Language,
        examples: Int,
        saying shared: FindingSentence? = nil
    ) -> [CodeFigures] {
        var sums: [FindingCode: Sum] = [:]
        for finding in findings {
            sums[finding.code, default: Sum()].add(finding, keeping: examples)
        }
        let sentence = shared ?? FindingSentence(of: settlement, language: language)
        let programme = settlement.programme
        let counted = settlement.reading.volumes.total
        return sums.sorted { $0.key.rawValue < $1.key.rawValue }.map { code, sum in
            CodeFigures(
                code: code, count: sum.count,
                volume: sum.volume.map { Figures.text($0, in: programme.unit) },
                yuan: counted == 0
                    ? nil
                    : sum.volume.map {
                        Figures.yuan($0, pool: programme.pool, counted: counted)
                    },
                examples: sum.first.map { finding in
                    Example(
                        file: file(of: finding, in: settlement.reading), line: finding.line,
                        waybill: sentence.accounts.masked(
                            settlement.reading.text(of: finding.waybill)),
                        facts: sentence.facts(of: finding))
                })
        }
    }

    private static func file(of finding: Finding, in reading: Reading) -> String {
        switch finding.source {
        case .export(let file): reading.files[Int(file)].name
        case .roster: "roster.csv"
        case .settings: "fentan.yaml"
        }
    }
}

/// The findings of one code, added up.
private struct Sum {
    var count = 0
    var volume: UInt128?
    var first: [Finding] = []

    mutating func add(_ finding: Finding, keeping limit: Int) {
        count += 1
        if let more = finding.volume { volume = (volume ?? 0) + UInt128(more) }
        if first.count < limit { first.append(finding) }
    }
}
