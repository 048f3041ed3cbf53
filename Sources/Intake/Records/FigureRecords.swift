import Subsidy

/// What was read of an export, or of a range of it.
///
/// Its frame counts the shipments that went on.
struct RangeFigures: Sendable {
    let file: UInt16
    /// Its first byte in the file, and how many it has; of a whole file those of the header too.
    let start: Int
    let bytes: Int
    private(set) var figures: FileFigures
    /// The shipments that went on.
    let emitted: RowControl
    /// Enterprises that a row names.
    private(set) var enterprises: [EnterpriseID]
}

extension RangeFigures {
    func frame(_ texts: RegisteredTexts) -> RecordFrame {
        var payload = PayloadWriter(texts)
        payload.fields.number(file)
        payload.fields.count(start)
        payload.fields.count(bytes)
        payload.tally(figures.tally)
        payload.fields.number(figures.pieces)
        payload.fields.number(figures.grams)
        payload.fields.number(figures.volume)
        payload.fields.count(figures.footers.count)
        for footer in figures.footers { payload.footer(footer) }
        payload.fields.count(figures.months.count)
        for month in figures.months { payload.fields.flag(month) }
        payload.fields.flag(figures.statuses.isFreeText)
        let statuses = figures.statuses.lines
        payload.fields.count(statuses.count)
        for (status, figures) in statuses {
            payload.fields.text(status.text)
            payload.fields.flag(status.counts)
            payload.fields.flag(status.isUnlisted)
            payload.fields.count(figures.rows)
            payload.fields.number(figures.firstLine)
            payload.fields.number(figures.volume)
        }
        payload.fields.number(emitted.rows)
        payload.fields.number(emitted.sum)
        payload.fields.count(enterprises.count)
        for enterprise in enterprises { payload.enterprise(enterprise) }
        payload.count = Int(emitted.rows)
        return payload.frame(.figures)
    }

    init(
        _ frame: RecordFrame, files: Int, period: Period, roster: Roster, registers: Registers
    ) throws(RecordFault) {
        var payload = try PayloadReader(frame, roster: roster, registers: registers)
        file = try payload.file(of: files)
        start = try payload.fields.count()
        bytes = try payload.fields.count()
        figures = FileFigures()
        figures.tally = try payload.tally()
        figures.pieces = try payload.fields.sumOfRows()
        figures.grams = try payload.fields.sumOfRows()
        figures.volume = try payload.fields.sumOfRows()
        for _ in 0..<(try payload.fields.count()) {
            figures.footers.append(try payload.footer())
        }
        let months = try payload.fields.count()
        guard months <= period.from.month.distance(to: period.to.month) + 1 else { throw .damaged }
        for month in 0..<months where try payload.fields.flag() { figures.note(month: month) }
        if try payload.fields.flag() { figures.statuses.becomeFreeText() }
        for _ in 0..<(try payload.fields.count()) {
            let status = StatusTally.Status(
                text: try payload.fields.text(), counts: try payload.fields.flag(),
                isUnlisted: try payload.fields.flag())
            figures.statuses.add(
                status,
                StatusTally.Figures(
                    rows: try payload.fields.rows(), firstLine: try payload.fields.narrow(),
                    volume: try payload.fields.number()))
        }
        emitted = try payload.control()
        enterprises = []
        for _ in 0..<(try payload.fields.count()) {
            enterprises.append(try payload.readableEnterprise())
        }
        try payload.fields.end()
        guard frame.count == emitted.rows else { throw .damaged }
    }
}

extension PayloadWriter {
    mutating func tally(_ tally: ClassTally) {
        for rowClass in RowClass.allCases {
            fields.count(tally.rows(rowClass))
            fields.number(tally.volume(rowClass))
        }
    }

    fileprivate mutating func footer(_ footer: FooterRule.Stated) {
        fields.number(footer.line)
        fields.number(footer.value)
        switch footer.subject {
        case .rows: fields.byte(0)
        case .rowsOrPieces: fields.byte(1)
        case .pieces: fields.byte(2)
        case .weight: fields.byte(3)
        case .volume(let subject):
            fields.byte(4)
            fields.choice(subject)
        }
    }
}

extension PayloadReader {
    mutating func tally() throws(RecordFault) -> ClassTally {
        var tally = ClassTally()
        for rowClass in RowClass.allCases {
            tally.add(rowClass, rows: try fields.rows(), volume: try fields.sumOfRows())
        }
        return tally
    }

    mutating func control() throws(RecordFault) -> RowControl {
        RowControl(rows: UInt64(try fields.rows()), sum: try fields.number())
    }

    fileprivate mutating func footer() throws(RecordFault) -> FooterRule.Stated {
        let line: UInt32 = try fields.narrow()
        let value: UInt128 = try fields.number()
        let subject: FooterRule.Stated.Subject =
            switch try fields.byte() {
            case 0: .rows
            case 1: .rowsOrPieces
            case 2: .pieces
            case 3: .weight
            case 4: .volume(try fields.choice())
            default: throw .damaged
            }
        return FooterRule.Stated(line: line, subject: subject, value: value)
    }
}
