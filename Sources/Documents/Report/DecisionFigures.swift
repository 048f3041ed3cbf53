import Subsidy

/// One decision and what came of it.
struct DecisionFigures: Sendable {
    /// The line of `adjudications.csv`, from 1.
    let line: Int
    let subject: Subject
    /// The code of the enterprise to which it gives; nil where to nobody.
    let uscc: USCC?
    /// The winner's name; empty where it is not on the roster, or there is none.
    let name: String
    let reference: String
    let date: CalendarDate
    /// Rows that went on by it, and rows that it took out.
    let rowsWon: Int
    let rowsLost: Int
    /// What counts by it.
    let volume: String
    /// What that is worth at this run's rate; nil where there is no rate.
    let yuan: String?

    enum Subject: Sendable {
        case waybill(String)
        case volumes(month: String, carrier: String, volume: String)
    }

    /// One for each decision, in order of lines.
    static func all(of settlement: Settlement) -> [DecisionFigures] {
        settlement.reading.decisions.map { DecisionFigures($0, of: settlement) }
    }

    private init(_ outcome: DecisionOutcome, of settlement: Settlement) {
        let programme = settlement.programme
        let volumes = settlement.reading.volumes
        let counted = outcome.countedVolume(in: volumes)
        let adjudication = outcome.adjudication
        line = adjudication.line
        subject =
            switch adjudication.subject {
            case .waybill(let number): .waybill(String(decoding: number, as: UTF8.self))
            case .volumes(let stated):
                .volumes(
                    month: stated.month.description, carrier: stated.carrier,
                    volume: Figures.text(UInt128(stated.volume), in: programme.unit))
            }
        uscc = adjudication.winner
        name = outcome.winner.flatMap { settlement.roster[$0] }?.name ?? ""
        reference = adjudication.reference
        date = adjudication.date
        rowsWon = outcome.rowsWon
        rowsLost = outcome.rowsLost
        volume = Figures.text(counted, in: programme.unit)
        yuan =
            volumes.total == 0
            ? nil : Figures.yuan(counted, pool: programme.pool, counted: volumes.total)
    }
}
