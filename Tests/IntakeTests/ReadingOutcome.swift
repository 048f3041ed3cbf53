import Subsidy

/// A reading in words, without the numbers that threads give out in the order of their coming.
struct ReadingOutcome: Equatable {
    /// `name: encoding, header line, rows and volume by class, controls`.
    var files: [String] = []
    /// `file:line code`, sorted by file, line and code.
    var findings: [String] = []
    /// The same with column, enterprise, waybill, volume and values.
    var details: [String] = []
    /// Counted volume by enterprise of the roster, where there is any.
    var volumes: [String: UInt128] = [:]
    var months: [String: [UInt128]] = [:]
    var statuses: [String] = []
    var stepEight: StepEightVolumes
    var enterprises: [String] = []
    /// Rows by class: counted, duplicate, contested, excluded, rejected.
    var rows: [Int]

    init(_ reading: Reading, roster: Roster) {
        let names = Names(reading: reading, roster: roster)
        rows = RowClass.allCases.map { reading.total.rows($0) }
        stepEight = reading.stepEight
        files = reading.files.map(Self.text)
        let ordered = reading.findings.joined().sorted { names.place($0) < names.place($1) }
        findings = ordered.map { names.place($0).text }
        details = ordered.map(names.text).sorted()
        for (index, enterprise) in roster.enterprises.enumerated() {
            let id = EnterpriseID(index)
            guard reading.volumes.volume(of: id) > 0 else { continue }
            volumes[enterprise.name] = reading.volumes.volume(of: id)
            months[enterprise.name] = reading.volumes.byMonth(id).map(\.volume)
        }
        statuses = reading.statuses.map { "\($0.status) \($0.rows) \($0.counts)" }
        enterprises = reading.enterprisesWithRows.map(names.enterprise).sorted()
    }

    private static func text(_ file: ExportFile) -> String {
        let rows = RowClass.allCases.map { "\(file.tally.rows($0))/\(file.tally.volume($0))" }
        let controls = file.controls.map {
            "\($0.line) \($0.subject) \($0.stated) \($0.read)"
        }
        return "\(file.name): \(file.encoding), \(file.headerLine), \(file.bytes), \(file.sha256), "
            + rows.joined(separator: " ") + ", \(controls)"
    }
}

/// What a reading's numbers stand for.
private struct Names {
    let reading: Reading
    let roster: Roster

    struct FindingPlace: Comparable {
        var file: Int
        var line: UInt32
        var code: String
        var text: String

        static func < (left: Self, right: Self) -> Bool {
            (left.file, left.line, left.code) < (right.file, right.line, right.code)
        }
    }

    func place(_ finding: Finding) -> FindingPlace {
        guard case .export(let file) = finding.source else {
            return FindingPlace(file: -1, line: 0, code: finding.code.rawValue, text: "")
        }
        let name = reading.files.count == 1 ? "" : reading.files[Int(file)].name + ":"
        let line = finding.line ?? 0
        return FindingPlace(
            file: Int(file), line: line, code: finding.code.rawValue,
            text: "\(name)\(line) \(finding.code.rawValue)")
    }

    func enterprise(_ id: EnterpriseID) -> String {
        if id == .unreadable { return "?" }
        if let enterprise = roster[id] { return enterprise.name }
        switch reading.strangers[id.index - roster.enterprises.count] {
        case .code(let code): return code.text
        case .name(let name): return name
        }
    }

    func text(_ finding: Finding) -> String {
        let enterprise = finding.enterprise.map(enterprise) ?? ""
        let detail =
            switch finding.detail {
            case .claimedBy(let rival, let place): "claimed by \(self.enterprise(rival)) \(place)"
            default: "\(finding.detail)"
            }
        let volume = finding.volume.map { "\($0)" } ?? ""
        return "\(place(finding).text) \(finding.column) \(enterprise) "
            + "\(reading.text(of: finding.waybill)) \(volume) \(detail)"
    }
}
