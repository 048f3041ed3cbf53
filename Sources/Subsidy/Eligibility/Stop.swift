/// A reason for which nothing may be paid: the pool is fixed, and what is left out raises the rest.
package enum Stop: Sendable, Equatable {
    case rejected(rows: Int, of: Int)
    case rejectedInFile(String, rows: Int, of: Int)
    case contested(volume: UInt128, of: UInt128)
    case unknown(volume: UInt128, of: UInt128)
    /// Enterprises with volume whose review is pending, with the award they would have.
    case pending([PendingClaim])
    case controlDiffers(file: String, ControlTotal)
    case noVolume
    /// So many enterprises have volume, and each of them a city support that is higher.
    case nobodyStays(Int)

    package struct PendingClaim: Sendable, Equatable {
        package let uscc: USCC
        package let volume: UInt128
        package let award: Fen
    }

    package var code: String {
        switch self {
        case .rejected: "limit.rejected"
        case .rejectedInFile: "limit.rejected-file"
        case .contested: "limit.contested"
        case .unknown: "limit.unknown"
        case .pending: "enterprise.pending"
        case .controlDiffers: "control.differs"
        case .noVolume: "volume.none"
        case .nobodyStays: "support.nobody-stays"
        }
    }
}

/// The limits of the settings, held against what was read.
package enum StopRules {
    package static func stops(
        programme: Programme, roster: Roster, reading: Reading, shares: [Share]?
    ) -> [Stop] {
        rejections(programme.limits.rejected, reading)
            + volumes(programme.limits, reading)
            + pending(roster, reading, shares)
            + controls(reading)
            + (shares == nil ? [nothingToSplit(reading)] : [])
    }

    private static func nothingToSplit(_ reading: Reading) -> Stop {
        let leaving = reading.support.leavingCount
        return leaving == 0 ? .noVolume : .nobodyStays(leaving)
    }

    private static func rejections(_ limit: Percentage, _ reading: Reading) -> [Stop] {
        let total = reading.total
        var stops: [Stop] = []
        if exceeds(limit, total) {
            stops.append(.rejected(rows: total.rows(.rejected), of: total.total))
        }
        // A few rows of a small file are no sign of a broken one.
        for file in reading.files where file.tally.rows(.rejected) > 3 && exceeds(limit, file.tally)
        {
            stops.append(
                .rejectedInFile(file.name, rows: file.tally.rows(.rejected), of: file.tally.total))
        }
        return stops
    }

    private static func exceeds(_ limit: Percentage, _ tally: ClassTally) -> Bool {
        limit.isExceeded(by: UInt128(tally.rows(.rejected)), of: UInt128(tally.total))
    }

    private static func volumes(_ limits: Limits, _ reading: Reading) -> [Stop] {
        let weighed = reading.stepEight
        let whole =
            weighed.contested + weighed.notOnRoster + weighed.refused + weighed.otherSupport
            + reading.volumes.total
        var stops: [Stop] = []
        if limits.contested.isExceeded(by: weighed.contested, of: whole) {
            stops.append(.contested(volume: weighed.contested, of: whole))
        }
        if limits.unknown.isExceeded(by: weighed.notOnRoster, of: whole) {
            stops.append(.unknown(volume: weighed.notOnRoster, of: whole))
        }
        return stops
    }

    private static func pending(
        _ roster: Roster, _ reading: Reading, _ shares: [Share]?
    ) -> [Stop] {
        guard let shares else { return [] }
        let claims = zip(roster.enterprises.indices, zip(roster.enterprises, shares))
            .filter { $1.0.review == .pending && $1.1.numerator > 0 }
            .map { index, pair in
                Stop.PendingClaim(
                    uscc: pair.0.uscc, volume: reading.volumes.volume(of: EnterpriseID(index)),
                    award: pair.1.award)
            }
        return claims.isEmpty ? [] : [.pending(claims)]
    }

    private static func controls(_ reading: Reading) -> [Stop] {
        reading.files.filter { !$0.ignoresControls }.flatMap { file in
            file.controls.filter { !$0.agrees }.map { .controlDiffers(file: file.name, $0) }
        }
    }
}
