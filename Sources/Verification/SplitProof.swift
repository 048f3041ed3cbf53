/// The split, done again from pool and volumes: quota, floor, remainder, extra fen, amount.
enum SplitProof {
    static func failures(of report: ReportFile) -> [Failure] {
        var proof = Proof(.report)
        guard report.state.hasAwards, let pool = Figures.fen(report.pool) else { return [] }
        let shares = shares(of: report, pool: pool, proof: &proof)
        guard shares.count == report.awards.count else { return proof.failures }
        let leftOver = leftOver(of: shares, pool: pool)
        proof.equal(
            report.leftOverFen.map(String.init), String(leftOver), .leftOver,
            place: "leftOverFen")
        for (position, index) in ranking(of: shares).enumerated() {
            compare(
                report.awards[index], with: shares[index], rank: position + 1,
                extra: position < leftOver ? 1 : 0, proof: &proof)
        }
        let sum = report.awards.reduce(UInt128(0)) { $0 + ($1.amount.flatMap(Figures.fen) ?? 0) }
        proof.equal(Figures.yuan(fen: sum), report.pool, .poolTotal, place: "awards")
        return proof.failures
    }

    /// One enterprise's part of the pool, before the fen left over are given out.
    private struct Share {
        let uscc: String
        let volume: UInt128
        /// Pool in fen x volume.
        let dividend: UInt128
        /// All volume.
        let divisor: UInt128
        let quotient: UInt128
        let remainder: UInt128
    }

    /// A share for every enterprise, in the report's order; none where nothing can be split.
    private static func shares(
        of report: ReportFile, pool: UInt128, proof: inout Proof
    ) -> [Share] {
        let volumes = report.awards.map { Figures.volume($0.volume, in: report.settings.volume) }
        let total = volumes.reduce(UInt128(0)) { $0 + ($1 ?? 0) }
        guard total > 0 else {
            proof.fail(.volumeTotal, place: "volume.counted", found: "0")
            return []
        }
        var shares: [Share] = []
        for (award, volume) in zip(report.awards, volumes) {
            guard let volume, let dividend = Figures.product(pool, volume) else {
                proof.fail(.form, place: award.uscc, found: award.volume)
                continue
            }
            let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: total)
            precondition(quotient * total + remainder == dividend && remainder < total)
            shares.append(
                Share(
                    uscc: award.uscc, volume: volume, dividend: dividend, divisor: total,
                    quotient: quotient, remainder: remainder))
        }
        return shares
    }

    /// The fen that the floors leave.
    private static func leftOver(of shares: [Share], pool: UInt128) -> UInt128 {
        let given = shares.reduce(UInt128(0)) { $0 + $1.quotient }
        precondition(given <= pool && pool - given <= UInt128(shares.count))
        return pool - given
    }

    /// In the order in which those are given: largest remainder first, then larger volume, then the
    /// code in ascending order.
    private static func ranking(of shares: [Share]) -> [Int] {
        shares.indices.sorted { left, right in
            let (one, other) = (shares[left], shares[right])
            if one.remainder != other.remainder { return one.remainder > other.remainder }
            if one.volume != other.volume { return one.volume > other.volume }
            return isBefore(one.uscc, other.uscc)
        }
    }

    private static func compare(
        _ award: ReportFile.Award, with share: Share, rank: Int, extra: UInt128,
        proof: inout Proof
    ) {
        let place = award.uscc
        proof.equal(award.quotaFen, "\(share.dividend)/\(share.divisor)", .quota, place: place)
        proof.equal(award.floorFen.map { "\($0)" }, "\(share.quotient)", .floor, place: place)
        proof.equal(award.remainder, "\(share.remainder)", .remainder, place: place)
        proof.equal(
            award.remainderRank.map { "\($0)" }, "\(rank)", .remainderRank, place: place)
        proof.equal(award.extraFen.map { "\($0)" }, "\(extra)", .extraFen, place: place)
        proof.equal(
            award.amount, Figures.yuan(fen: share.quotient + extra), .amount, place: place)
    }
}
