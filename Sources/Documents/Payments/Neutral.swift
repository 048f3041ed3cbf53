import DelimitedText
import Subsidy

/// `payments/neutral.csv`: a table of payments that finance can paste into any bank's template.
///
/// A bank may read it, so that nothing is put before a cell; what would be a formula is held instead.
enum Neutral {
    static func bytes(_ order: PaymentOrder) throws(OutputDocuments.Fault) -> [UInt8] {
        var table = CSVWriter()
        table.row(["业务参考号", "收款人名称", "收款账号", "开户行", "联行号", "金额", "用途"])
        for payment in order.payments {
            let payee = payment.payee
            let cells: [(RosterField, String)] = [
                (.accountName, payee.accountName), (.account, payee.account), (.bank, payee.bank),
                (.cnaps, payee.cnaps),
            ]
            for (field, cell) in cells where SpreadsheetText.isFormula(cell) {
                throw .formula(payment.id, field)
            }
            table.row(
                [payment.id.text] + cells.map(\.1) + [payment.amount.description, payment.purpose])
        }
        return table.bytes
    }
}
