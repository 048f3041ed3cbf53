import Subsidy

/// A decision in `report.json`: on a waybill, or on a month, a carrier and the volume that is `stated`.
struct DecisionRecord: Encodable {
    let line: Int
    let waybill: String?
    let month: String?
    let carrier: String?
    let stated: String?
    let uscc: OrNull<String>
    let reference: String
    let date: String
    let rows: RowsRecord
    let volume: String
    let yuan: OrNull<String>

    struct RowsRecord: Encodable {
        let won: Int
        let lost: Int
    }

    init(_ figures: DecisionFigures) {
        line = figures.line
        switch figures.subject {
        case .waybill(let number):
            waybill = number
            (month, carrier, stated) = (nil, nil, nil)
        case .volumes(let ofMonth, let ofCarrier, let volume):
            waybill = nil
            (month, carrier, stated) = (ofMonth, ofCarrier, volume)
        }
        uscc = OrNull(figures.uscc?.text)
        reference = figures.reference
        date = figures.date.description
        rows = RowsRecord(won: figures.rowsWon, lost: figures.rowsLost)
        volume = figures.volume
        yuan = OrNull(figures.yuan)
    }
}
