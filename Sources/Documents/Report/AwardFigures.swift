import Subsidy

/// One enterprise's volume and, where there is one, its award with the working.
struct AwardFigures: Sendable {
    let uscc: USCC
    let name: String
    let volume: String
    let volumeCount: UInt128
    /// Of the counted volume, `12.3456%`.
    let share: String
    /// Nil where nothing is awarded to anybody.
    let award: Working?
    let payment: PaymentState
    /// The months in which a volume counts, in order.
    let months: [MonthFigures]
    /// The files of which a row counts, in order.
    let files: [CountedFigures]

    /// What counts of one month.
    struct MonthFigures: Sendable {
        let month: Month
        let volume: String
    }

    /// What counts of one file.
    struct CountedFigures: Sendable {
        let name: String
        let rows: Int
        let volume: String
    }

    /// From the exact quota to whole fen.
    struct Working: Sendable {
        let share: Share
        let amount: Fen
        /// What was sent of it before, and what now.
        let position: BatchPlan.Position

        init(_ award: Award) {
            share = award.share
            amount = award.amount
            position = award.position
        }

        /// `numerator/denominator`, in fen, not reduced.
        var quota: String { "\(share.numerator)/\(share.denominator)" }
    }

    var holdReasons: [HoldReason] {
        if case .held(let reasons) = payment { return reasons }
        return []
    }

    /// What programs read of `payment`.
    var paymentWord: String {
        switch payment {
        case .issued: "issued"
        case .held: "held"
        case .none: "none"
        }
    }

    var paymentID: String? {
        if case .issued(let id) = payment { return id.text }
        return nil
    }

    /// One for each enterprise of the roster; without awards where the edition has none.
    static func all(of settlement: Settlement, edition: Edition) -> [AwardFigures] {
        let volumes = settlement.reading.volumes
        let total = volumes.total
        let awards = edition.state.hasAwards ? settlement.awards : nil
        let files = volumes.files.byEnterprise
        return settlement.roster.enterprises.enumerated().map { index, enterprise in
            let id = EnterpriseID(index)
            let volume = volumes.volume(of: id)
            return AwardFigures(
                uscc: enterprise.uscc, name: enterprise.name,
                volume: Figures.text(volume, in: settlement.programme.unit), volumeCount: volume,
                share: total == 0 ? "" : Figures.share(volume, of: total),
                award: awards.map { Working($0[index]) },
                payment: awards?[index].payment ?? .none,
                months: months(of: id, in: settlement),
                files: (files[id] ?? []).map { counted($0, in: settlement) })
        }
    }

    private static func months(
        of enterprise: EnterpriseID, in settlement: Settlement
    ) -> [MonthFigures] {
        settlement.reading.volumes.byMonth(enterprise).filter { $0.volume > 0 }.map {
            MonthFigures(
                month: $0.month, volume: Figures.text($0.volume, in: settlement.programme.unit))
        }
    }

    private static func counted(
        _ cell: FileVolumes.Cell, in settlement: Settlement
    ) -> CountedFigures {
        CountedFigures(
            name: settlement.reading.files[Int(cell.file)].name, rows: cell.rows,
            volume: Figures.text(cell.volume, in: settlement.programme.unit))
    }
}
