import Documents
import Ledger
import Subsidy

/// What has become of each enterprise's award, as a table for a terminal.
enum StatusTable {
    /// A header, an enterprise a line in order of codes, and the totals.
    static func lines(
        _ awards: [LedgerAward], in history: PaymentHistory, held: HeldNow, _ language: Language
    ) -> [String] {
        let standings = awards.map { PaymentStanding(of: $0.uscc, in: history) }
        var rows = [
            [Text(zh: "统一社会信用代码", en: "code")[language]] + columns.map { $0.name[language] }
                + [
                    Text(zh: "企业", en: "enterprise")[language],
                    Text(zh: "说明", en: "note")[language],
                ]
        ]
        for (award, standing) in zip(awards, standings) {
            rows.append(
                [award.uscc.text] + columns.map { $0.amount(standing).description }
                    + [award.name, note(of: standing, award.uscc, held, language)])
        }
        let totals = columns.map { column in standings.map(column.amount).total.description }
        rows.append([Text(zh: "合计", en: "total")[language]] + totals + ["", ""])
        return aligned(rows)
    }

    /// Amounts stand to the right of their columns, texts to the left.
    private static func aligned(_ rows: [[String]]) -> [String] {
        let widths = (0...columns.count + 2).map { column in
            rows.map { width(of: $0[column]) }.max() ?? 0
        }
        return rows.map { cells in
            var line = ""
            for (column, cell) in cells.enumerated() {
                let blanks = String(repeating: " ", count: widths[column] - width(of: cell))
                let isAmount = (1...columns.count).contains(column)
                line += (column == 0 ? "" : "  ") + (isAmount ? blanks + cell : cell + blanks)
            }
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
    }

    /// Columns of a terminal: Chinese characters take two.
    private static func width(of text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
    }

    private struct Column: Sendable {
        let name: Text
        let amount: @Sendable (PaymentStanding) -> Fen
    }

    private static let columns = [
        Column(name: Text(zh: "补贴", en: "award")) { $0.award },
        Column(name: Text(zh: "已出具", en: "issued")) { $0.issued },
        Column(name: Text(zh: "已付", en: "paid")) { $0.paid },
        Column(name: Text(zh: "已退回", en: "returned")) { $0.returned },
        Column(name: Text(zh: "暂缓", en: "held")) { $0.held },
        Column(name: Text(zh: "应追回", en: "to reclaim")) { $0.toReclaim },
        Column(name: Text(zh: "已追回", en: "reclaimed")) { $0.reclaimed },
    ]

    private static func note(
        of standing: PaymentStanding, _ uscc: USCC, _ held: HeldNow, _ language: Language
    ) -> String {
        if standing.wait == .held { return held.note(of: uscc, in: language) }
        return note(of: standing)[language]
    }

    private static func note(of standing: PaymentStanding) -> Text {
        switch standing.wait {
        case .returned(let date):
            Text(zh: "\(date) 退回，待补发", en: "returned on \(date), to be sent again")
        case .neverImported: Text(zh: "未导入银行，待补发", en: "never imported, to be sent again")
        case .held, nil:
            if standing.toReclaim > .zero {
                Text(zh: "待追回", en: "to be reclaimed")
            } else if standing.underWay > .zero {
                Text(zh: "待银行回执", en: "waits for the bank")
            } else {
                Text(zh: "", en: "")
            }
        }
    }
}
