/// Other support, decided again from volumes and amounts: who is excluded, the order of the others,
/// the quota of each beside those that already stay, and that nobody would rather change.
struct SupportProof {
    private let report: ReportFile
    private let unit: VolumeUnit
    private let pool: UInt128
    private let entries: [ReportFile.OtherSupport]
    /// By code: the volume that awards.csv has.
    private let counted: [String: UInt128]

    static func failures(of report: ReportFile) -> [Failure] {
        var proof = Proof(.report)
        let isInput = report.inputs.contains { $0.name == "other-support.csv" }
        let entries = report.otherSupport ?? []
        proof.require(
            isInput ? report.otherSupport != nil : entries.isEmpty, .inputs, place: "otherSupport",
            found: entries.first?.uscc)
        guard !entries.isEmpty, let pool = Figures.fen(report.pool) else { return proof.failures }
        let support = SupportProof(report, entries, pool: pool)
        support.proveForms(&proof)
        support.proveDistrict(&proof)
        support.proveCity(&proof)
        support.proveRows(&proof)
        support.proveHolds(&proof)
        return proof.failures
    }

    /// The codes whose rows other support excludes.
    static func excluded(in report: ReportFile) -> Set<String> {
        let entries = report.otherSupport ?? []
        return Set(entries.filter { [.excluded, .leaves].contains($0.decision) }.map(\.uscc))
    }

    private init(
        _ report: ReportFile, _ entries: [ReportFile.OtherSupport], pool: UInt128
    ) {
        self.report = report
        self.entries = entries
        self.pool = pool
        unit = report.settings.volume
        let unit = unit
        counted = Dictionary(
            report.awards.map { ($0.uscc, Figures.volume($0.volume, in: unit) ?? 0) },
            uniquingKeysWith: { first, _ in first })
    }

    private func volume(_ entry: ReportFile.OtherSupport) -> UInt128 {
        Figures.volume(entry.volume, in: unit) ?? 0
    }

    private func amount(_ entry: ReportFile.OtherSupport) -> UInt128 {
        Figures.fen(entry.amount) ?? 0
    }

    private func proveForms(_ proof: inout Proof) {
        for (entry, next) in zip(entries, entries.dropFirst()) {
            let isInOrder =
                isBefore(entry.uscc, next.uscc)
                || (entry.uscc == next.uscc && entry.level == .district && next.level == .city)
            proof.require(isInOrder, .supportOrder, place: "otherSupport", found: next.uscc)
        }
        for entry in entries {
            let isWhole =
                counted[entry.uscc] != nil && !entry.programmes.isEmpty
                && entry.programmes.count == entry.waivers.count
                && Figures.fen(entry.amount) != nil
                && Figures.volume(entry.volume, in: unit) != nil
            proof.require(isWhole, .form, place: entry.uscc, found: entry.amount)
        }
    }

    /// A grant of the district without a waiver excludes; whoever is excluded has no volume.
    private func proveDistrict(_ proof: inout Proof) {
        let district = entries.filter { $0.level == .district }
        let enjoying = Set(
            district.filter { $0.waivers.contains { $0 == nil } }.map(\.uscc))
        for entry in entries {
            let isDecided: Bool =
                switch entry.decision {
                case .excluded: enjoying.contains(entry.uscc)
                case .waived: entry.level == .district && !enjoying.contains(entry.uscc)
                case .stays, .leaves:
                    entry.level == .city && volume(entry) > 0 && !enjoying.contains(entry.uscc)
                case .noVolume: volume(entry) == 0
                }
            proof.require(
                isDecided, .support, place: entry.uscc, found: entry.decision.rawValue)
            let mayCount = entry.decision == .stays || entry.decision == .waived
            proof.require(
                mayCount || counted[entry.uscc] == 0, .supportRows, place: entry.uscc,
                expected: "0", found: counted[entry.uscc].map { "\($0)" })
        }
    }

    /// A candidate of the order of city support.
    private struct Candidate {
        let uscc: String
        let volume: UInt128
        let cityFen: UInt128
        let entry: ReportFile.OtherSupport?
    }

    private var candidates: [Candidate] {
        let city = Dictionary(
            entries.filter { $0.level == .city && [.stays, .leaves].contains($0.decision) }
                .map { ($0.uscc, $0) },
            uniquingKeysWith: { first, _ in first })
        return report.awards.compactMap { award in
            let entry = city[award.uscc]
            let volume = entry.map { self.volume($0) } ?? counted[award.uscc] ?? 0
            guard volume > 0 else { return nil }
            return Candidate(
                uscc: award.uscc, volume: volume, cityFen: entry.map { amount($0) } ?? 0,
                entry: entry)
        }
    }

    /// The decisions one by one, and then every single change of them.
    private func proveCity(_ proof: inout Proof) {
        let ordered = candidates.sorted(by: Self.precedes)
        let total = counted.values.reduce(UInt128(0), +)
        var staying: UInt128 = 0
        for (index, candidate) in ordered.enumerated() {
            guard let (quota, dividend) = self.quota(of: candidate, beside: staying) else {
                proof.fail(.form, place: candidate.uscc, found: "\(candidate.volume)")
                continue
            }
            let divisor = staying + candidate.volume
            let stays = quota >= candidate.cityFen
            if stays { staying = divisor }
            guard let entry = candidate.entry else { continue }
            let place = candidate.uscc
            proof.equal(
                entry.order.map { "\($0)" }, "\(index + 1)", .supportOrder, place: place)
            proof.equal(entry.quotaFen, "\(dividend)/\(divisor)", .supportQuota, place: place)
            proof.equal(
                entry.decision.rawValue, stays ? "stays" : "leaves", .support, place: place)
            proof.equal(
                counted[candidate.uscc] ?? 0, stays ? candidate.volume : 0, .supportRows,
                place: place)
            // With what counts in the end nobody would rather be elsewhere.
            let isHere = entry.decision == .stays
            let others = isHere ? total - min(total, candidate.volume) : total
            let final = self.quota(of: candidate, beside: others)?.fen ?? 0
            proof.require(
                (final >= candidate.cityFen) == isHere, .supportStable, place: place,
                expected: entry.amount, found: Figures.yuan(fen: final))
        }
        for entry in entries where ![.stays, .leaves].contains(entry.decision) {
            proof.require(
                entry.order == nil && entry.quotaFen == nil, .supportOrder, place: entry.uscc)
        }
    }

    /// The whole fen of a quota, and what was divided; nil where it is too large.
    private func quota(
        of candidate: Candidate, beside others: UInt128
    ) -> (fen: UInt128, dividend: UInt128)? {
        guard let dividend = Figures.product(pool, candidate.volume) else { return nil }
        return (dividend / (others + candidate.volume), dividend)
    }

    private static func precedes(_ left: Candidate, _ right: Candidate) -> Bool {
        let order = compare((left.cityFen, left.volume), (right.cityFen, right.volume))
        if order != 0 { return order < 0 }
        if left.volume != right.volume { return left.volume > right.volume }
        return isBefore(left.uscc, right.uscc)
    }

    /// Below, at or above zero as one fraction is less than, equal to or more than the other, by
    /// their continued fractions: no product that could be too large.
    private static func compare(
        _ left: (UInt128, UInt128), _ right: (UInt128, UInt128)
    ) -> Int {
        let (mine, other) = (left.0 / left.1, right.0 / right.1)
        if mine != other { return mine < other ? -1 : 1 }
        let (rest, otherRest) = (left.0 % left.1, right.0 % right.1)
        if rest == 0 || otherRest == 0 { return rest == otherRest ? 0 : (rest == 0 ? -1 : 1) }
        return -compare((left.1, rest), (right.1, otherRest))
    }

    /// The excluded volume is that of the findings.
    private func proveRows(_ proof: inout Proof) {
        var excluded: [String: UInt128] = [:]
        for entry in entries where [.excluded, .leaves].contains(entry.decision) {
            if let other = excluded.updateValue(volume(entry), forKey: entry.uscc) {
                proof.equal(volume(entry), other, .supportRows, place: entry.uscc)
            }
        }
        let found = report.findings.first { $0.code == "enterprise.other-support" }
        proof.equal(
            found?.volume.flatMap { Figures.volume($0, in: unit) } ?? 0,
            excluded.values.reduce(0, +), .supportRows, place: "enterprise.other-support")
    }

    /// Not both: an award beside city support waits for the waiver of each grant.
    private func proveHolds(_ proof: inout Proof) {
        guard report.state.hasAwards else { return }
        let payments = Dictionary(
            report.awards.map { ($0.uscc, $0.payment) }, uniquingKeysWith: { first, _ in first })
        for entry in entries where entry.decision == .stays && amount(entry) > 0 {
            guard entry.waivers.contains(where: { $0 == nil }) else { continue }
            proof.require(
                payments[entry.uscc] != .issued, .supportHold, place: entry.uscc,
                expected: "held", found: payments[entry.uscc]?.rawValue)
        }
    }
}
