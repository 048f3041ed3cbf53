import Subsidy

/// Findings as records.
enum FindingRecords {
    /// A frame for each chunk: an excerpt may be long, so a frame is not to have many more.
    static func frames(_ findings: FindingList, _ texts: RegisteredTexts) -> [RecordFrame] {
        findings.chunks.map { chunk in
            var payload = PayloadWriter(texts)
            for finding in chunk { payload.finding(finding) }
            payload.count = chunk.count
            return payload.frame(.findings)
        }
    }

    static func read(
        _ frame: RecordFrame, files: Int, rules: IntakeRules, registers: Registers,
        into findings: inout FindingList
    ) throws(RecordFault) {
        var payload = try PayloadReader(frame, roster: rules.roster, registers: registers)
        let decisions = rules.adjudications.count
        for _ in 0..<frame.count {
            findings.append(try payload.finding(files: files, decisions: decisions))
        }
        try payload.fields.end()
    }
}

extension PayloadWriter {
    fileprivate mutating func finding(_ finding: Finding) {
        guard case .export(let file) = finding.source else {
            preconditionFailure("intake finds nothing in other tables")
        }
        fields.choice(finding.code)
        fields.number(file)
        fields.optional(finding.line.map(UInt64.init))
        switch finding.column {
        case .none: fields.optional(nil)
        case .position(let column): fields.optional(UInt64(column))
        case .field: preconditionFailure("an export's columns are found by position")
        }
        enterprise(finding.enterprise)
        waybill(finding.waybill)
        fields.optional(finding.volume)
        detail(finding.detail)
    }

    private mutating func detail(_ detail: FindingDetail) {
        switch detail {
        case .none: tag(.none)
        case .cell(let text):
            tag(.cell)
            fields.text(text)
        case .bytes(let bytes):
            tag(.bytes)
            fields.text(bytes)
        case .cellCount(let found, let expected):
            tag(.cellCount)
            fields.count(found)
            fields.count(expected)
        case .countedAt(let place, let difference):
            tag(.countedAt)
            self.place(place)
            fields.byte(difference.rawValue)
        case .claimedBy(let rival, let place):
            tag(.claimedBy)
            enterprise(rival)
            self.place(place)
        case .reportedAt(let place):
            tag(.reportedAt)
            self.place(place)
        case .besides(let place):
            tag(.besides)
            self.place(place)
        case .decided(let decision):
            tag(.decided)
            fields.count(decision.index)
        case .date(let date, let place):
            tag(.date)
            self.date(date)
            fields.flag(place != nil)
            if let place { self.place(place) }
        case .month(let month):
            tag(.month)
            fields.count(month.number)
        case .codeFault(let fault, let excerpt):
            tag(.codeFault)
            fields.choice(fault)
            fields.text(excerpt)
        case .otherSupport(let level, let amountFen, let quotaFen):
            tag(.otherSupport)
            fields.choice(level)
            fields.number(amountFen)
            fields.flag(quotaFen != nil)
            if let quotaFen { fields.number(quotaFen) }
        case .status, .control, .sameAs:
            preconditionFailure("it is found once all files are read")
        }
    }

    private mutating func tag(_ tag: DetailTag) { fields.byte(tag.rawValue) }
}

extension PayloadReader {
    fileprivate mutating func finding(
        files: Int, decisions: Int
    ) throws(RecordFault) -> Finding {
        let code = try fields.choice(of: FindingCode.self)
        let file = try file(of: files)
        let line = try fields.optional()
        guard line != nil || code.rowClass == nil else { throw .damaged }
        let column = try fields.optional()
        let enterprise = try optionalEnterprise()
        let waybill = try waybill()
        let volume = try fields.optional()
        return Finding(
            code, source: .export(file), line: try line.map(Self.narrow),
            column: try column.map { column throws(RecordFault) in
                .position(try Self.narrow(column))
            } ?? .none,
            enterprise: enterprise, waybill: waybill, volume: volume,
            detail: try detail(files: files, decisions: decisions))
    }

    private static func narrow<Number: FixedWidthInteger>(
        _ number: UInt64
    ) throws(RecordFault) -> Number {
        guard let number = Number(exactly: number) else { throw .damaged }
        return number
    }

    private mutating func detail(
        files: Int, decisions: Int
    ) throws(RecordFault) -> FindingDetail {
        guard let tag = DetailTag(rawValue: try fields.byte()) else { throw .damaged }
        switch tag {
        case .none: return .none
        case .cell: return .cell(try fields.text())
        case .bytes: return .bytes(try fields.bytesOfText())
        case .cellCount:
            return .cellCount(found: try fields.count(), expected: try fields.count())
        case .countedAt:
            return .countedAt(
                try place(files: files), DuplicateDifference(rawValue: try fields.byte()))
        case .claimedBy: return .claimedBy(try enterprise(), try place(files: files))
        case .reportedAt: return .reportedAt(try place(files: files))
        case .besides: return .besides(try place(files: files))
        case .decided: return .decided(AdjudicationID(try fields.index(below: decisions)))
        case .date: return .date(try date(), try fields.flag() ? place(files: files) : nil)
        case .month: return .month(try month())
        case .codeFault: return .codeFault(try fields.choice(), excerpt: try fields.text())
        case .otherSupport:
            return .otherSupport(
                try fields.choice(), amountFen: try fields.number(),
                quotaFen: try fields.flag() ? fields.number() : nil)
        }
    }
}

/// What a finding's values are, as records number them.
private enum DetailTag: UInt8 {
    case none = 0
    case cell = 1
    case bytes = 2
    case cellCount = 3
    case countedAt = 4
    case claimedBy = 5
    case reportedAt = 6
    case besides = 7
    case decided = 8
    case date = 9
    case month = 10
    case codeFault = 11
    case otherSupport = 12
}
