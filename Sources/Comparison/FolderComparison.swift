/// What differs between two outputs: what an objection has changed for everyone.
///
/// The state, the version, the language and a payment date that one of them does not have yet are no
/// differences: a draft and what is published of it are equal.
package struct FolderComparison: Sendable {
    /// One value, before and after; nil where one of the outputs has none.
    package struct Change: Sendable, Equatable {
        package let name: String
        package let old: ComparedReport.Value?
        package let new: ComparedReport.Value?
    }

    /// One enterprise's figures, before and after.
    package struct EnterpriseChange: Sendable, Equatable {
        let uscc: String
        let name: String
        let isNew: Bool
        let isGone: Bool
        /// By key of the award, those that differ.
        let changes: [Change]
    }

    let old: ComparedReport
    let new: ComparedReport
    package let inputs: [Change]
    package let settings: [Change]
    /// Pool, rows, volumes and amounts of all together.
    package let sums: [Change]
    package let enterprises: [EnterpriseChange]
    /// Counts, volumes and worth by code.
    package let codes: [Change]
    /// Lines of findings that only one of the outputs has.
    package let goneFindings: [[String]]
    package let newFindings: [[String]]
    /// Whatever else the reports say: stops, statuses, files, decisions.
    package let others: [Change]

    package init(_ old: ComparedReport, _ new: ComparedReport) {
        self.old = old
        self.new = new
        let paths = Set(old.values.keys).union(new.values.keys)
            .filter { old.values[$0] != new.values[$0] && !Self.isForm($0, old, new) }
        func changes(_ isMeant: ([String]) -> Bool, dropping count: Int) -> [Change] {
            paths.filter(isMeant).map { path in
                Change(
                    name: path.dropFirst(count).joined(separator: "."), old: old.values[path],
                    new: new.values[path])
            }.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        }
        inputs = changes({ $0.first == "inputs" && $0.last == "sha256" }, dropping: 1)
        settings = changes({ $0.first == "settings" }, dropping: 1)
        sums = changes({ Self.sumKeys.contains($0.first ?? "") }, dropping: 0)
        codes = changes({ $0.first == "findings" && $0.last == "count" }, dropping: 1)
        others = changes({ !Self.listedKeys.contains($0.first ?? "") }, dropping: 0)
        enterprises = Self.enterprises(paths, old, new)
        goneFindings = Self.lines(of: old.findings, without: new.findings)
        newFindings = Self.lines(of: new.findings, without: old.findings)
    }

    package var isEmpty: Bool {
        inputs.isEmpty && settings.isEmpty && sums.isEmpty && enterprises.isEmpty && codes.isEmpty
            && others.isEmpty && goneFindings.isEmpty && newFindings.isEmpty
    }

    private static let sumKeys: Set<String> = [
        "pool", "rows", "volume", "totals", "leftOverFen", "year", "programme",
    ]
    private static let listedKeys =
        sumKeys.union(["inputs", "settings", "awards", "findings"])

    private static func isForm(
        _ path: [String], _ old: ComparedReport, _ new: ComparedReport
    ) -> Bool {
        switch path {
        case ["state"], ["version"], ["settings", "language"]: true
        // Only what is published is signed.
        case ["settings", "signing-key"]: [old, new].contains { $0.state != "published" }
        case ["settings", "payment-date"]:
            [old, new].contains { $0.state != "published" && $0.values[path] == .null }
        // Only what is published has payment files.
        case _ where path.first == "paymentFiles":
            [old, new].contains { $0.state != "published" }
        // A stop's wording has its language; its code names it.
        default: path.first == "stops" && path.last == "text"
        }
    }

    private static func enterprises(
        _ paths: Set<[String]>, _ old: ComparedReport, _ new: ComparedReport
    ) -> [EnterpriseChange] {
        let own = Dictionary(grouping: paths.filter { $0.first == "awards" && $0.count > 2 }) {
            $0[1]
        }
        return own.map { uscc, paths in
            let code = ["awards", uscc, "uscc"]
            let naming = ["awards", uscc, "name"]
            let name = new.values[naming] ?? old.values[naming]
            return EnterpriseChange(
                uscc: uscc, name: name.flatMap(\.text) ?? "", isNew: old.values[code] == nil,
                isGone: new.values[code] == nil,
                changes: paths.map { path in
                    Change(
                        name: path.dropFirst(2).joined(separator: "."), old: old.values[path],
                        new: new.values[path])
                }.sorted { $0.name < $1.name })
        }.sorted { $0.uscc.utf8.lexicographicallyPrecedes($1.uscc.utf8) }
    }

    private static func lines(
        of lines: [[String]: Int], without others: [[String]: Int]
    ) -> [[String]] {
        lines.flatMap { line, count in
            Array(repeating: line, count: max(0, count - others[line, default: 0]))
        }.sorted { left, right in
            if left[0] != right[0] { return left[0].utf8.lexicographicallyPrecedes(right[0].utf8) }
            let (one, other) = (Int(left[1]) ?? 0, Int(right[1]) ?? 0)
            if one != other { return one < other }
            return left.joined(separator: ",") < right.joined(separator: ",")
        }
    }
}

extension ComparedReport.Value {
    var text: String? {
        switch self {
        case .text(let text): text
        case .number(let number): String(number)
        case .flag(let flag): flag ? "true" : "false"
        case .null, .emptyList, .emptyObject: nil
        }
    }
}
