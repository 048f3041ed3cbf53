/// What a batch says of itself, and of each enterprise: what was paid before, is issued, is held and
/// is to be reclaimed add up.
enum BatchProof {
    static func failures(of report: ReportFile) -> [Failure] {
        guard report.state.hasAwards else { return [] }
        var proof = Proof(.report)
        batch(of: report, proof: &proof)
        let parts = Parts.allCases
        var sums = [UInt128](repeating: 0, count: parts.count)
        for award in report.awards {
            let figures = parts.map { $0.fen(of: award) ?? 0 }
            for (index, part) in parts.enumerated() {
                proof.require(part.fen(of: award) != nil, .form, place: award.uscc)
                sums[index] += figures[index]
            }
            let before = Figure(
                award: figures[0], paidBefore: figures[1], issued: figures[2], held: figures[3],
                toReclaim: figures[4])
            prove(award, before, isFirst: report.batch?.number == 1, proof: &proof)
        }
        let totals = report.totals
        for (sum, (name, total)) in zip(
            sums,
            [
                ("awards", totals.awards), ("paidBefore", totals.paidBefore),
                ("issued", totals.issued), ("held", totals.held), ("toReclaim", totals.toReclaim),
            ])
        {
            proof.equal(total, Figures.yuan(fen: sum), .totals, place: "totals.\(name)")
        }
        return proof.failures
    }

    private struct Figure {
        let award: UInt128
        let paidBefore: UInt128
        let issued: UInt128
        let held: UInt128
        let toReclaim: UInt128
    }

    private enum Parts: CaseIterable {
        case award, paidBefore, issued, held, toReclaim

        func fen(of award: ReportFile.Award) -> UInt128? {
            let text =
                switch self {
                case .award: award.amount
                case .paidBefore: award.paidBefore
                case .issued: award.issued
                case .held: award.held
                case .toReclaim: award.toReclaim
                }
            return text.flatMap(Figures.fen)
        }
    }

    /// Nobody both gives back and is owed, and what is owed is issued or held, whole.
    private static func prove(
        _ award: ReportFile.Award, _ figure: Figure, isFirst: Bool, proof: inout Proof
    ) {
        proof.require(
            figure.award + figure.toReclaim == figure.paidBefore + figure.issued + figure.held,
            .position, place: award.uscc)
        let isOwed = figure.issued > 0 || figure.held > 0
        proof.require(!isOwed || figure.toReclaim == 0, .position, place: award.uscc)
        proof.require(!isFirst || figure.paidBefore == 0, .position, place: award.uscc)
        let holds =
            switch award.payment {
            case .issued: figure.issued > 0 && figure.held == 0
            case .held: figure.held > 0 && figure.issued == 0
            case .none: !isOwed
            }
        proof.require(holds, .payment, place: award.uscc, found: award.payment.rawValue)
    }

    /// Batches are numbered from 1; the first alone is the first, and new awards have a reason.
    private static func batch(of report: ReportFile, proof: inout Proof) {
        guard let batch = report.batch else {
            proof.fail(.batch, place: "batch")
            return
        }
        let all = batch.earlier + [batch]
        for (index, one) in all.enumerated() {
            let isReasoned = (one.kind == .supersede) == (one.reason?.isEmpty == false)
            proof.require(
                one.number == index + 1 && (one.kind == .first) == (index == 0) && isReasoned
                    && (one.kind == .supersede || !one.withdraws),
                .batch, place: "batch", expected: String(index + 1), found: String(one.number))
        }
    }
}
