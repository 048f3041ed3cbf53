import Subsidy

/// Steps 6 and 7 for rows of volumes once more, every row compared with every other.
struct SlowVolumeJudgement {
    enum Verdict: Equatable {
        case contested, overlapped, duplicate, counted
        case lost(Int)
    }

    let rows: [VolumeRow]
    /// Carriers of waybill rows.
    let shown: [Int]
    let decisions: [VolumeKeyDecision]

    func verdicts() -> [Verdict] {
        rows.indices.map { index in
            if let decided = decided(index) { return decided }
            if open.contains(where: { meets($0, index) && rows[$0].volume != rows[index].volume }) {
                return .contested
            }
            if isOverlapped(index) { return .overlapped }
            return counting(for: index) == index ? .counted : .duplicate
        }
    }

    private var open: [Int] { rows.indices.filter { decided($0) == nil } }

    private func decided(_ index: Int) -> Verdict? {
        let row = rows[index]
        if let own = decisions.first(where: { $0.carrier == row.carrier }) {
            if own.volume != row.volume { return .lost(own.id.index) }
            let first = rows.first { $0.carrier == row.carrier && $0.volume == row.volume }
            return first == row ? .counted : .duplicate
        }
        let met = decisions.filter {
            $0.volume != nil && ($0.carrier == 0 || row.carrier == 0)
        }
        if met.contains(where: { decision in
            decision.volume == row.volume
                && rows.contains {
                    $0.carrier == decision.carrier && $0.volume == decision.volume
                }
        }) {
            return .duplicate
        }
        return met.first.map { .lost($0.id.index) }
    }

    private func isOverlapped(_ index: Int) -> Bool {
        shown.contains { $0 == 0 || rows[index].carrier == 0 || $0 == rows[index].carrier }
    }

    /// The first of those undisputed rows that all the undisputed rows it meets meet as well.
    private func counting(for index: Int) -> Int? {
        let undisputed = open.filter { row in
            !isOverlapped(row)
                && !open.contains { meets($0, row) && rows[$0].volume != rows[row].volume }
        }
        var group = [index]
        for _ in rows {
            for row in undisputed
            where !group.contains(row) && group.contains(where: { meets($0, row) }) {
                group.append(row)
            }
        }
        return group.sorted().first { row in group.allSatisfy { $0 == row || meets($0, row) } }
    }

    private func meets(_ one: Int, _ other: Int) -> Bool {
        one != other
            && (rows[one].carrier == rows[other].carrier || rows[one].carrier == 0
                || rows[other].carrier == 0)
    }
}
