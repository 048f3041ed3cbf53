import Subsidy

/// What a notice says of each enterprise with an award, and of all of them.
struct NoticeFigures: Sendable {
    let notice: Notice
    /// Largest award first, then by code.
    let lines: [Line]
    let total: Volumes
    let share: String
    let amount: Fen

    /// What the exports state for an enterprise, and what of it does not count.
    struct Volumes: Sendable {
        /// Of every row whose volume can be read.
        let declared: String
        let deducted: String
        let counted: String
    }

    /// Why an enterprise's line needs a word more.
    enum Remark: String, Sendable {
        /// Similar support that it has given up.
        case waived
        /// City support that it has not given up yet.
        case unwaived
    }

    struct Line: Sendable {
        let uscc: USCC
        let name: String
        let volumes: Volumes
        let share: String
        let amount: Fen
        let remark: Remark?
    }

    init(
        _ notice: Notice, of settlement: Settlement, paid: [AwardFigures],
        support: [SupportFigures]
    ) {
        let unit = settlement.programme.unit
        let deductions = Self.deductions(in: settlement)
        func volumes(_ counted: UInt128, _ deducted: UInt128) -> Volumes {
            Volumes(
                declared: Figures.text(counted + deducted, in: unit),
                deducted: Figures.text(deducted, in: unit),
                counted: Figures.text(counted, in: unit))
        }
        let counted = paid.map(\.volumeCount).reduce(0, +)
        let deducted = paid.map { deductions[$0.uscc] ?? 0 }.reduce(0, +)
        self.notice = notice
        lines = paid.map { award in
            Line(
                uscc: award.uscc, name: award.name,
                volumes: volumes(award.volumeCount, deductions[award.uscc] ?? 0),
                share: award.share, amount: award.award?.amount ?? .zero,
                remark: Self.remark(support.filter { $0.uscc == award.uscc }))
        }
        total = volumes(counted, deducted)
        share = Figures.share(counted, of: settlement.reading.volumes.total)
        amount = lines.map(\.amount).total
    }

    /// The readable volume of rows that do not count, by enterprise of the roster.
    private static func deductions(in settlement: Settlement) -> [USCC: UInt128] {
        var deductions: [EnterpriseID: UInt128] = [:]
        for finding in settlement.findings where finding.code.rowClass != nil {
            guard let id = finding.enterprise, let volume = finding.volume else { continue }
            deductions[id, default: 0] += UInt128(volume)
        }
        var byCode: [USCC: UInt128] = [:]
        for (id, volume) in deductions {
            if let enterprise = settlement.roster[id] { byCode[enterprise.uscc] = volume }
        }
        return byCode
    }

    private static func remark(_ support: [SupportFigures]) -> Remark? {
        if support.contains(where: \.isUnwaived) { return .unwaived }
        return support.contains { $0.waivers.contains { $0 != nil } } ? .waived : nil
    }
}
