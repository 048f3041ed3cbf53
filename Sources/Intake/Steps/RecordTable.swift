package import DelimitedText
package import Subsidy

/// Records as rows of CSV, for programs that go on with them; figures of one key add up.
package struct RecordTable {
    package enum Subject: String, CaseIterable, Sendable {
        case findings
        case volumes
        case controls
    }

    private let subject: Subject
    private let plan: IntakePlan
    private let rules: IntakeRules
    private let registers: Registers
    package private(set) var csv = CSVWriter(marked: false)

    package init(_ subject: Subject, plan: IntakePlan, rules: IntakeRules) {
        self.subject = subject
        self.plan = plan
        self.rules = rules
        registers = Registers(roster: rules.roster)
    }

    /// Gives away what has been written so far.
    package mutating func takeBytes() -> [UInt8] {
        defer { csv = CSVWriter(marked: false) }
        return csv.bytes
    }

    /// Writes what a frame has to say of the subject, mostly nothing.
    package mutating func take(_ frame: RecordFrame) throws(RecordFault) {
        switch (subject, frame.kind) {
        case (.findings, .findings): try writeFindings(frame)
        case (.volumes, .volumeRows): try writeStated(frame)
        case (.volumes, .result), (.volumes, .undecided), (.controls, .result):
            try writeResult(frame)
        case (.controls, .figures): try writeFigures(frame)
        default: break
        }
    }

    private mutating func writeFindings(_ frame: RecordFrame) throws(RecordFault) {
        var findings = FindingList()
        try FindingRecords.read(
            frame, files: plan.exports.count, rules: rules, registers: registers,
            into: &findings)
        let longWaybills = registers.longWaybills
        for finding in findings {
            guard case .export(let file) = finding.source else { continue }
            let column: String =
                if case .position(let position) = finding.column { String(position + 1) } else {
                    ""
                }
            let waybill =
                finding.waybill.longNumber.map { longWaybills[$0] } ?? finding.waybill.characters
            csv.row([
                plan.exports[Int(file)], finding.line.map { "\($0)" } ?? "", column,
                finding.code.rawValue, finding.code.rowClass?.rawValue ?? "",
                finding.enterprise.map(code) ?? "", String(decoding: waybill, as: UTF8.self),
                finding.volume.map { "\($0)" } ?? "",
            ])
        }
    }

    /// Rows of volumes, which are judged when all waybills are.
    private mutating func writeStated(_ frame: RecordFrame) throws(RecordFault) {
        var rows: [VolumeRow] = []
        try VolumeRowRecords.read(
            frame, files: plan.exports.count, period: rules.programme.period,
            roster: rules.roster, registers: registers, into: &rows)
        for row in rows {
            write(row.enterprise, row.month, "stated", UInt128(row.volume))
        }
    }

    private mutating func writeResult(_ frame: RecordFrame) throws(RecordFault) {
        let period = rules.programme.period
        let outcomes = rules.adjudications.map { DecisionOutcome($0, winner: nil) }
        var result = PartitionResult(
            WaybillResult(files: plan.exports.count, period: period, outcomes: outcomes))
        _ = try result.add(
            frame, period: period, roster: rules.roster, registers: registers)
        if subject == .controls {
            for (file, tally) in result.waybills.tallies.enumerated() { write(tally, of: file) }
            return
        }
        for id in result.waybills.volumes.enterprises {
            for (month, volume) in result.waybills.volumes.byMonth(id) where volume > 0 {
                write(id, month, "counted", volume)
            }
        }
        for row in result.waybills.undecided {
            write(row.enterprise, row.date.month, "undecided", UInt128(row.statedVolume ?? 0))
        }
    }

    private mutating func writeFigures(_ frame: RecordFrame) throws(RecordFault) {
        let range = try RangeFigures(
            frame, files: plan.exports.count, period: rules.programme.period,
            roster: rules.roster, registers: registers)
        let file = Int(range.file)
        write(range.figures.tally, of: file)
        write(file, "read.pieces", range.figures.pieces)
        write(file, "read.grams", range.figures.grams)
        write(file, "read.volume", range.figures.volume)
        for footer in range.figures.footers {
            write(file, "stated.\(footer.subject.name)", footer.value, line: footer.line)
        }
    }

    private mutating func write(_ tally: ClassTally, of file: Int) {
        for rowClass in RowClass.allCases where tally.rows(rowClass) > 0 {
            write(file, "\(rowClass.rawValue).rows", UInt128(tally.rows(rowClass)))
            write(file, "\(rowClass.rawValue).volume", tally.volume(rowClass))
        }
    }

    private mutating func write(
        _ file: Int, _ measure: String, _ value: UInt128, line: UInt32? = nil
    ) {
        csv.row([plan.exports[file], measure, line.map { "\($0)" } ?? "", "\(value)"])
    }

    private mutating func write(
        _ id: EnterpriseID, _ month: Month, _ state: String, _ volume: UInt128
    ) {
        csv.row([
            code(of: id), rules.roster[id]?.name ?? "", month.description, state, "\(volume)",
        ])
    }

    /// Empty for who is known by a name alone, which may be a person's.
    private func code(of id: EnterpriseID) -> String {
        if id == .unreadable { return "" }
        if let enterprise = rules.roster[id] { return enterprise.uscc.text }
        let stranger = registers.strangers[id.index - rules.roster.enterprises.count]
        if case .code(let code) = stranger { return code.text }
        return ""
    }
}

extension FooterRule.Stated.Subject {
    fileprivate var name: String {
        switch self {
        case .rows: "rows"
        case .rowsOrPieces: "rows-or-pieces"
        case .pieces: "pieces"
        case .weight: "grams"
        case .volume: "volume"
        }
    }
}
