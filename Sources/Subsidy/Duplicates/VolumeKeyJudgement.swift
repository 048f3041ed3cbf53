/// What steps 6 and 7 of the order of judging say of one row of volumes.
package enum VolumeVerdict: Sendable, Equatable {
    /// The row at that place says another volume for the same month and carrier.
    case contested(Place)
    /// A waybill row of the same enterprise, month and carrier stands at that place.
    case overlapped(Place)
    /// A decision gives the key to another row, or to the waybills, or to nobody.
    case lost(AdjudicationID)
    /// Step 7: the row at that place says the same and counts in its stead.
    case duplicate(Place)
    /// Goes on to step 8, by a decision where there is one.
    case distinct
}

/// Judges all the rows of volumes of one enterprise and month together.
///
/// Rows meet where they name one carrier, or where one of them names none. Rows that meet and say
/// the same are duplicates; those that say otherwise are contested.
package struct VolumeKeyJudgement: Sendable {
    /// What waybill rows of the same enterprise and month show, without those that a decision has
    /// taken out.
    private let shown: ShownCarriers
    private let decisions: [VolumeKeyDecision]

    package init(shown: ShownCarriers, decisions: [VolumeKeyDecision] = []) {
        self.shown = shown
        self.decisions = decisions
    }

    /// The verdict on each row of `rows`, which are in order of place.
    package func judge(_ rows: [VolumeRow]) -> [VolumeVerdict] {
        let winners = winners(among: rows)
        let verdicts = rows.map { decided($0, winners: winners) }
        let open = zip(rows, verdicts).filter { $1 == nil }.map(\.0)
        let claims = VolumeClaims(open)
        let undisputed = open.filter { dispute(over: $0, claims) == nil }
        let counting = CountingRows(undisputed)
        return zip(rows, verdicts).map { row, verdict in
            verdict ?? dispute(over: row, claims) ?? counting.verdict(on: row)
        }
    }

    /// By carrier of a decision for a volume, the first of the rows that it makes count.
    private func winners(among rows: [VolumeRow]) -> [Int: VolumeRow] {
        var winners: [Int: VolumeRow] = [:]
        for decision in decisions {
            guard let volume = decision.volume else { continue }
            winners[decision.carrier] = rows.first {
                $0.carrier == decision.carrier && $0.volume == volume
            }
        }
        return winners
    }

    /// Nil where no decision says anything of the row.
    private func decided(_ row: VolumeRow, winners: [Int: VolumeRow]) -> VolumeVerdict? {
        if let own = decisions.first(where: { $0.carrier == row.carrier }) {
            guard own.volume == row.volume, let first = winners[own.carrier] else {
                return .lost(own.id)
            }
            return first.place == row.place ? .distinct : .duplicate(first.place)
        }
        let others = decisions.filter {
            $0.volume != nil && VolumeKey.meets($0.carrier, row.carrier)
        }
        for other in others where other.volume == row.volume {
            if let first = winners[other.carrier] { return .duplicate(first.place) }
        }
        return others.first.map { .lost($0.id) }
    }

    private func dispute(over row: VolumeRow, _ claims: VolumeClaims) -> VolumeVerdict? {
        claims.rival(of: row).map(VolumeVerdict.contested)
            ?? shown.place(meeting: row.carrier).map(VolumeVerdict.overlapped)
    }
}

/// Rows of one enterprise and month, gone through once: a month may stand in a million rows.
private struct VolumeClaims {
    /// The first row, and the first that says otherwise.
    private struct Claims {
        var first: VolumeRow
        var other: VolumeRow?

        func rival(of row: VolumeRow) -> Place? {
            first.volume == row.volume ? other?.place : first.place
        }
    }

    private var all: Claims?
    private var byCarrier: [Int: Claims] = [:]

    init(_ rows: [VolumeRow]) {
        for row in rows {
            Self.add(row, to: &all)
            Self.add(row, to: &byCarrier[row.carrier])
        }
    }

    /// The first row that meets it and says another volume.
    func rival(of row: VolumeRow) -> Place? {
        if row.carrier == 0 { return all?.rival(of: row) }
        return [byCarrier[row.carrier], byCarrier[0]].compactMap { $0?.rival(of: row) }.min()
    }

    private static func add(_ row: VolumeRow, to claims: inout Claims?) {
        guard let first = claims?.first else {
            claims = Claims(first: row)
            return
        }
        if claims?.other == nil, first.volume != row.volume { claims?.other = row }
    }
}

/// Which of the rows that nobody disputes counts for each carrier.
private struct CountingRows {
    private var byCarrier: [Int: VolumeRow] = [:]
    /// The row that counts for all carriers, where one names none: all the others meet it.
    private var forAll: VolumeRow?

    /// `rows` are in order of place; those that meet say the same.
    init(_ rows: [VolumeRow]) {
        for row in rows where byCarrier[row.carrier] == nil { byCarrier[row.carrier] = row }
        guard let unnamed = byCarrier[0] else { return }
        // Of two carriers' rows neither meets the other: only one without a carrier meets them all.
        forAll = byCarrier.count > 2 ? unnamed : rows.first
    }

    func verdict(on row: VolumeRow) -> VolumeVerdict {
        guard let first = forAll ?? byCarrier[row.carrier], first.place != row.place else {
            return .distinct
        }
        return .duplicate(first.place)
    }
}
