/// What rows of volumes are compared by: enterprise and month; the carrier is compared by meeting.
package struct VolumeKey: Hashable, Sendable {
    package let enterprise: EnterpriseID
    package let month: Month

    package init(_ enterprise: EnterpriseID, _ month: Month) {
        self.enterprise = enterprise
        self.month = month
    }

    /// Whether two carriers are one, or one of them is not named (0).
    package static func meets(_ carrier: Int, _ other: Int) -> Bool {
        carrier == other || carrier == 0 || other == 0
    }
}

/// The carriers that waybill rows of one enterprise and month name, each with its first row.
package struct ShownCarriers: Sendable, Equatable {
    /// By carrier, its first row.
    package private(set) var places: [Int: Place] = [:]
    private var first: Place?

    package init() {}

    package mutating func add(_ carrier: Int, at place: Place) {
        places[carrier] = min(places[carrier] ?? place, place)
        first = min(first ?? place, place)
    }

    package mutating func add(_ other: ShownCarriers) {
        for (carrier, place) in other.places { add(carrier, at: place) }
    }

    /// The first waybill row that a row of volumes with this carrier meets.
    package func place(meeting carrier: Int) -> Place? {
        carrier == 0 ? first : [places[carrier], places[0]].compactMap(\.self).min()
    }
}

/// A decision's number: its position among those of the run.
package struct AdjudicationID: Hashable, Sendable, BitwiseCopyable {
    package let index: Int

    package init(_ index: Int) { self.index = index }
}

/// A decision on the volumes of one enterprise, month and carrier.
package struct VolumeKeyDecision: Sendable, Equatable {
    package let id: AdjudicationID
    /// As rows have it; 0 for the rows that name none.
    package let carrier: Int
    /// Which of the volumes is right; nil where none is.
    package let volume: UInt64?

    package init(id: AdjudicationID, carrier: Int, volume: UInt64?) {
        self.id = id
        self.carrier = carrier
        self.volume = volume
    }
}
