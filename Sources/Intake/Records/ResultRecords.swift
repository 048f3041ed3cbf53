import Subsidy

/// What the waybills of one partition come to, as records; the frame of its sums counts the rows that
/// were judged.
struct PartitionResult: Sendable {
    var waybills: WaybillResult
    /// By export, the shipments that were judged.
    var taken: [RowControl]

    /// Of no shipment yet; `waybills` has a tally of each export.
    init(_ waybills: WaybillResult) {
        self.waybills = waybills
        taken = Array(repeating: RowControl(), count: waybills.tallies.count)
    }
}

extension PartitionResult {
    func frames(_ texts: RegisteredTexts) -> [RecordFrame] {
        var frames = [sums(texts)] + FindingRecords.frames(waybills.findings, texts)
        for rows in Dictionary(grouping: waybills.undecided, by: \.place.file).values {
            frames += ShipmentRecords.frames(rows, as: .undecided, texts)
        }
        frames += WaybillRecords.frames(waybills.late, as: .late, texts)
        if !waybills.shown.all.isEmpty { frames.append(shown(texts)) }
        return frames
    }

    private func sums(_ texts: RegisteredTexts) -> RecordFrame {
        var payload = PayloadWriter(texts)
        let files = taken.indices.filter { taken[$0].rows > 0 }
        payload.fields.count(files.count)
        for file in files {
            payload.fields.count(file)
            payload.fields.number(taken[file].rows)
            payload.fields.number(taken[file].sum)
            payload.tally(waybills.tallies[file])
        }
        payload.volumes(waybills.volumes)
        payload.volumes(waybills.supported)
        payload.fields.number(waybills.stepEight.contested)
        payload.fields.number(waybills.stepEight.notOnRoster)
        payload.fields.number(waybills.stepEight.refused)
        payload.fields.number(waybills.stepEight.otherSupport)
        payload.fields.count(waybills.outcomes.count)
        for outcome in waybills.outcomes {
            payload.fields.count(outcome.rowsWon)
            payload.fields.count(outcome.rowsLost)
            payload.fields.number(outcome.volume)
        }
        payload.fields.count(waybills.checks.count)
        for (decision, check) in waybills.checks.sorted(by: { $0.key.index < $1.key.index }) {
            payload.fields.count(decision.index)
            payload.fields.byte(Self.code(of: check))
        }
        payload.count = taken.reduce(0) { $0 + Int($1.rows) }
        return payload.frame(.result)
    }

    private static func code(of check: DecisionCheck) -> UInt8 {
        switch check {
        case .fits: 0
        case .fault(.decisionWithoutDispute): 1
        case .fault(.decisionForAnother): 2
        case .fault: preconditionFailure("rows of a waybill have no other fault")
        }
    }

    private func shown(_ texts: RegisteredTexts) -> RecordFrame {
        var payload = PayloadWriter(texts)
        for shown in [waybills.shown.all, waybills.shown.left] {
            payload.fields.count(shown.count)
            for (key, carriers) in shown {
                payload.enterprise(key.enterprise)
                payload.fields.count(key.month.number)
                payload.fields.count(carriers.places.count)
                for (carrier, place) in carriers.places {
                    payload.carrier(carrier)
                    payload.place(place)
                }
            }
        }
        payload.count = 1
        return payload.frame(.shown)
    }
}

extension PartitionResult {
    /// Adds what a frame of a result holds; false where it is of another kind.
    mutating func add(
        _ frame: RecordFrame, period: Period, roster: Roster, registers: Registers
    ) throws(RecordFault) -> Bool {
        switch frame.kind {
        case .result: try addSums(frame, period, roster, registers)
        case .late:
            try WaybillRecords.read(
                frame, roster: roster, registers: registers, into: &waybills.late)
        case .shown: try addShown(frame, roster, registers)
        case .undecided:
            let first = waybills.undecided.count
            try ShipmentRecords.read(
                frame, files: taken.count, roster: roster, registers: registers,
                into: &waybills.undecided)
            // Whoever counts is on the roster, and counts on a day of the period.
            let isJudged = waybills.undecided[first...].allSatisfy {
                !$0.isReported && period.contains($0.date) && roster[$0.enterprise] != nil
            }
            guard isJudged else { throw .damaged }
        default: return false
        }
        return true
    }

    private mutating func addSums(
        _ frame: RecordFrame, _ period: Period, _ roster: Roster, _ registers: Registers
    ) throws(RecordFault) {
        var payload = try PayloadReader(frame, roster: roster, registers: registers)
        var other = WaybillResult(
            files: taken.count, period: period, outcomes: waybills.outcomes.map(\.empty))
        var rows: UInt64 = 0
        for _ in 0..<(try payload.fields.count()) {
            let file = Int(try payload.file(of: taken.count))
            let control = try payload.control()
            taken[file].add(control)
            rows += control.rows
            other.tallies[file].add(try payload.tally())
        }
        guard rows == frame.count else { throw .damaged }
        other.volumes = try payload.volumes(of: period, files: taken.count)
        other.supported = try payload.volumes(of: period, files: taken.count)
        other.stepEight.contested = try payload.fields.sumOfRows()
        other.stepEight.notOnRoster = try payload.fields.sumOfRows()
        other.stepEight.refused = try payload.fields.sumOfRows()
        other.stepEight.otherSupport = try payload.fields.sumOfRows()
        guard try payload.fields.count() == other.outcomes.count else { throw .damaged }
        for index in other.outcomes.indices {
            other.outcomes[index].rowsWon = try payload.fields.rows()
            other.outcomes[index].rowsLost = try payload.fields.rows()
            other.outcomes[index].volume = try payload.fields.sumOfRows()
        }
        for _ in 0..<(try payload.fields.count()) {
            let decision = AdjudicationID(try payload.fields.index(below: other.outcomes.count))
            other.checks[decision] = try payload.check()
        }
        try payload.fields.end()
        waybills.add(other)
    }

    private mutating func addShown(
        _ frame: RecordFrame, _ roster: Roster, _ registers: Registers
    ) throws(RecordFault) {
        var payload = try PayloadReader(frame, roster: roster, registers: registers)
        let all = try payload.shown(files: taken.count)
        waybills.shown.add(ShownWaybills(all: all, left: try payload.shown(files: taken.count)))
        try payload.fields.end()
    }
}

extension DecisionOutcome {
    /// The same decision, of which nothing has come yet.
    fileprivate var empty: DecisionOutcome { DecisionOutcome(adjudication, winner: winner) }
}

extension PayloadWriter {
    /// By enterprise the months with volume, and the files with rows.
    fileprivate mutating func volumes(_ tally: VolumeTally) {
        let files = tally.files.byEnterprise
        let enterprises = tally.enterprises.filter { id in
            files[id] != nil || tally.volume(of: id) > 0
        }
        fields.count(enterprises.count)
        for id in enterprises {
            enterprise(id)
            let months = tally.byMonth(id).filter { $0.volume > 0 }
            fields.count(months.count)
            for (month, volume) in months {
                fields.count(month.number)
                fields.number(volume)
            }
            let cells = files[id] ?? []
            fields.count(cells.count)
            for cell in cells {
                fields.number(cell.file)
                fields.count(cell.rows)
                fields.number(cell.volume)
            }
        }
    }
}

extension PayloadReader {
    fileprivate mutating func volumes(
        of period: Period, files: Int
    ) throws(RecordFault) -> VolumeTally {
        var tally = VolumeTally(period: period)
        for _ in 0..<(try fields.count()) {
            // Only who is on the roster is paid, or excluded for other support.
            let id = try member()
            for _ in 0..<(try fields.count()) {
                let month = try month()
                guard period.contains(month) else { throw .damaged }
                tally.add(try fields.sumOfRows(), for: id, in: month)
            }
            for _ in 0..<(try fields.count()) {
                let file = try file(of: files)
                tally.add(
                    rows: try fields.rows(), volume: try fields.sumOfRows(), for: id, in: file)
            }
        }
        return tally
    }

    fileprivate mutating func check() throws(RecordFault) -> DecisionCheck {
        switch try fields.byte() {
        case 0: .fits
        case 1: .fault(.decisionWithoutDispute)
        case 2: .fault(.decisionForAnother)
        default: throw .damaged
        }
    }

    fileprivate mutating func shown(
        files: Int
    ) throws(RecordFault) -> [VolumeKey: ShownCarriers] {
        var shown: [VolumeKey: ShownCarriers] = [:]
        for _ in 0..<(try fields.count()) {
            let key = VolumeKey(try enterprise(), try month())
            for _ in 0..<(try fields.count()) {
                let carrier = try carrier()
                shown[key, default: ShownCarriers()].add(carrier, at: try place(files: files))
            }
        }
        return shown
    }
}
