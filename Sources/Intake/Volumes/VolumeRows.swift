import Subsidy

/// All rows of volumes that are to be judged, by enterprise and month, in order of place.
struct VolumeRows: Sendable {
    let byKey: [VolumeKey: [VolumeRow]]

    init(_ rows: [VolumeRow]) {
        byKey = Dictionary(grouping: rows) { VolumeKey($0.enterprise, $0.month) }
            .mapValues { $0.sorted { $0.place < $1.place } }
    }

    /// The keys and carriers of rows by what these say, each once.
    var candidates: [Said: Set<VolumeCandidate>] {
        var candidates: [Said: Set<VolumeCandidate>] = [:]
        for (key, rows) in byKey {
            for row in rows {
                candidates[Said(month: key.month, volume: row.volume), default: []].insert(
                    VolumeCandidate(key: key, carrier: row.carrier))
            }
        }
        return candidates
    }

    /// A month and its volume, as rows and decisions have them.
    struct Said: Hashable {
        let month: Month
        let volume: UInt64
    }
}

/// Rows of volumes on which a decision may be meant.
struct VolumeCandidate: Sendable, Hashable {
    let key: VolumeKey
    let carrier: Int
}
