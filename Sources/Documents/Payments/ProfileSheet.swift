import DelimitedText
import Subsidy

/// A file of a profile as lines and cells, before it becomes bytes.
struct ProfileSheet {
    enum Cell: Equatable {
        case text(String)
        case amount(Fen)
    }

    let profile: BankProfile
    let order: PaymentOrder
    let part: PaymentPart

    var total: Fen { part.payments.map(\.amount).total }

    var before: [String] { profile.before.map(filled) }

    var after: [String] { profile.after.map(filled) }

    var titles: [String]? { profile.hasTitles ? profile.columns.map(\.title) : nil }

    /// A row for each payment, a cell for each column.
    func rows() throws(OutputDocuments.Fault) -> [[Cell]] {
        var rows: [[Cell]] = []
        for (index, payment) in part.payments.enumerated() {
            var cells: [Cell] = []
            for column in profile.columns {
                cells.append(try cell(column, payment, number: index + 1))
            }
            rows.append(cells)
        }
        return rows
    }

    /// The amount as a file has it that is no workbook.
    func text(of amount: Fen) -> String {
        switch profile.unit {
        case .yuan: amount.description
        case .fen: String(amount.count)
        }
    }

    private func filled(_ template: LineTemplate) -> String {
        template.filled { place in
            switch place {
            case .count: String(part.payments.count)
            case .sum: text(of: total)
            case .date: profile.date.text(of: order.date)
            case .payerName: order.payer.name
            case .payerAccount: order.payer.account
            }
        }
    }

    /// What could not stand there was to be held: it is never mended here.
    private func cell(
        _ column: ProfileColumn, _ payment: PaymentOrder.Payment, number: Int
    ) throws(OutputDocuments.Fault) -> Cell {
        guard case .source(let source) = column.content else {
            return .text(fixedText(of: column.content, for: payment))
        }
        if source == .amount { return .amount(payment.amount) }
        let text = text(of: source, payment, number: number)
        if SpreadsheetText.isFormula(text) {
            throw .formula(payment.id, source.rosterField ?? .name)
        }
        let isTooLong = column.width.map { text.unicodeScalars.count > $0 } ?? false
        if isTooLong || profile.stray(in: text) != nil {
            throw .unfit(payment.id, file: profile.file)
        }
        return .text(text)
    }

    private func fixedText(
        of content: ProfileColumn.Content, for payment: PaymentOrder.Payment
    ) -> String {
        switch content {
        case .fixed(let text): text
        case .bankRelation(let same, let other): order.isWithinBank(payment) ? same : other
        case .source: ""
        }
    }

    private func text(
        of source: ProfileSource, _ payment: PaymentOrder.Payment, number: Int
    ) -> String {
        switch source {
        case .number: String(number)
        case .id: payment.id.text
        case .name: payment.payee.accountName
        case .account: payment.payee.account
        case .bank: payment.payee.bank
        case .cnaps: payment.payee.cnaps
        case .province: payment.payee.province
        case .city: payment.payee.city
        case .amount: text(of: payment.amount)
        case .purpose: payment.purpose
        case .paymentDate: profile.date.text(of: order.date)
        case .payerName: order.payer.name
        case .payerAccount: order.payer.account
        case .payerBank: order.payer.bank
        case .payerCNAPS: order.payer.cnaps.text
        }
    }
}
