/// One payment as a payment file has it; nil is what the file does not show.
struct Payment: Equatable {
    let id: String
    let name: String
    let account: String
    var bank: String?
    var cnaps: String?
    /// Yuan with two decimals.
    let amount: String
    var purpose: String?
    /// The account that pays.
    var payerAccount: String?
    /// Whether the file says that payer and payee have one bank.
    var isOfSameBank: Bool?
    /// The line of a text, the row of a workbook.
    var line: Int?
}
