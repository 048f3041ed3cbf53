/// One payment as a payment file has it.
struct Payment: Equatable {
    let id: String
    let name: String
    let account: String
    let bank: String?
    let cnaps: String
    /// Yuan, as written.
    let amount: String
    let purpose: String
    /// The line of a CSV file.
    var line: Int?
}

/// neutral.csv, read back.
enum NeutralFile {
    private static let header = "业务参考号,收款人名称,收款账号,开户行,联行号,金额,用途"

    static func payments(in bytes: [UInt8], proof: inout Proof) -> [Payment] {
        var payments: [Payment] = []
        SheetReader(header: header).read(bytes, proof: &proof) { line, cells, _ in
            payments.append(
                Payment(
                    id: cells.text(0), name: cells.text(1), account: cells.text(2),
                    bank: cells.text(3), cnaps: cells.text(4), amount: cells.text(5),
                    purpose: cells.text(6), line: line))
        }
        return payments
    }
}
