/// A decision of the alliance on a waybill or on a month's volume, as `adjudications.csv` has it.
package struct Adjudication: Sendable, Equatable {
    package static let fileName = "adjudications.csv"

    /// What is decided.
    package enum Subject: Sendable, Hashable {
        /// The canonical bytes of a waybill.
        case waybill([UInt8])
        case volumes(StatedVolume)
    }

    package var subject: Subject
    /// To whom it is given; nil where to nobody.
    package var winner: USCC?
    package var reference: String
    package var date: CalendarDate
    /// The line of the table, from 1.
    package var line: Int

    package init(
        subject: Subject, winner: USCC?, reference: String, date: CalendarDate, line: Int
    ) {
        self.subject = subject
        self.winner = winner
        self.reference = reference
        self.date = date
        self.line = line
    }

    package var statedVolume: StatedVolume? {
        if case .volumes(let stated) = subject { return stated }
        return nil
    }

    /// A fault of the decision's row.
    package func fault(_ problem: InputFault.Problem) -> InputFault {
        let (field, excerpt): (AdjudicationField, String) =
            switch subject {
            case .waybill(let bytes): (.waybill, String(decoding: bytes, as: UTF8.self))
            case .volumes(let stated): (.month, stated.month.description)
            }
        return InputFault(
            problem, file: Self.fileName, line: line, column: field.chineseName, excerpt: excerpt)
    }
}

/// A row of volumes by what it says: month, carrier and volume.
package struct StatedVolume: Sendable, Hashable {
    package var month: Month
    /// As typed; may be empty.
    package var carrier: String
    /// Pieces, waybills or grams.
    package var volume: UInt64

    package init(month: Month, carrier: String, volume: UInt64) {
        self.month = month
        self.carrier = carrier
        self.volume = volume
    }
}

/// The columns of `adjudications.csv`.
package enum AdjudicationField: String, Sendable, CaseIterable {
    case waybill
    case month
    case carrier
    case volume
    case uscc
    case reference
    case date

    package var chineseName: String {
        switch self {
        case .waybill: "运单号"
        case .month: "月份"
        case .carrier: "承运商"
        case .volume: "出货量"
        case .uscc: "统一社会信用代码"
        case .reference: "文号"
        case .date: "日期"
        }
    }
}

/// What came of a decision.
package struct DecisionOutcome: Sendable {
    package var adjudication: Adjudication
    /// Nil where it gives to nobody.
    package var winner: EnterpriseID?
    /// Rows that went on by it; one of them counts, or none where step 8 excludes the winner.
    package var rowsWon = 0
    /// Rows that it took out of the count.
    package var rowsLost = 0
    /// The volume that went on to step 8.
    package var volume: UInt128 = 0

    package init(_ adjudication: Adjudication, winner: EnterpriseID?) {
        self.adjudication = adjudication
        self.winner = winner
    }

    package mutating func add(_ other: DecisionOutcome) {
        rowsWon += other.rowsWon
        rowsLost += other.rowsLost
        volume += other.volume
    }

    /// The volume that counts by it; step 8 takes an enterprise as a whole, or leaves it out.
    package func countedVolume(in volumes: VolumeTally) -> UInt128 {
        guard let winner, volumes.volume(of: winner) > 0 else { return 0 }
        return volume
    }
}
