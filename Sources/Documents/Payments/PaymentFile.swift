import Subsidy

/// One file for the bank or for finance, and the payments that it must be found to hold.
struct PaymentFile: Sendable {
    let document: Document
    let form: PaymentForm
    let payments: [PaymentOrder.Payment]

    /// Every file of the order in the forms asked for; none where nothing is paid.
    static func files(
        of order: PaymentOrder, as forms: [PaymentForm]
    ) throws -> [PaymentFile] {
        guard !order.payments.isEmpty else { return [] }
        var files: [PaymentFile] = []
        for form in forms {
            switch form {
            case .pain001:
                files.append(
                    PaymentFile(
                        document: Document(
                            path: "payments/pain.001.xml", bytes: Pain001.bytes(order)),
                        form: form, payments: order.payments))
            case .profile(let profile):
                for part in PaymentPart.parts(of: order, by: profile) {
                    let sheet = ProfileSheet(profile: profile, order: order, part: part)
                    files.append(
                        PaymentFile(
                            document: Document(
                                path: "payments/" + part.file, bytes: try sheet.bytes()),
                            form: form, payments: part.payments))
                }
            }
        }
        return files
    }

    /// Six hexadecimal digits over accounts and amounts, as a control total.
    ///
    /// They are so few because the report shows them: of one payment more would give its account
    /// away to whoever tries all accounts.
    var accountsHash: String {
        let lines = payments.map { "\($0.payee.account)|\($0.amount.count)\n" }.sorted {
            $0.utf8.lexicographicallyPrecedes($1.utf8)
        }
        return Checksums.hexDigest(of: Array(lines.joined().utf8)).prefix(6).uppercased()
    }
}

/// The payments of one file of a profile: as many as it takes, of one kind of bank where asked.
struct PaymentPart: Sendable {
    /// The file's name, `icbc.txt`, `icbc-2.txt`, `ccb-same.xlsx`.
    let file: String
    let payments: [PaymentOrder.Payment]

    static func parts(of order: PaymentOrder, by profile: BankProfile) -> [PaymentPart] {
        let groups: [(suffix: String, payments: [PaymentOrder.Payment])] =
            switch profile.banks {
            case .together: [("", order.payments)]
            case .apart:
                [
                    ("-same", order.payments.filter(order.isWithinBank)),
                    ("-other", order.payments.filter { !order.isWithinBank($0) }),
                ]
            }
        return groups.flatMap { group in
            stride(from: 0, to: group.payments.count, by: profile.rows).map { start in
                let number = start / profile.rows + 1
                return PaymentPart(
                    file: name(
                        profile.file, group.suffix + (number == 1 ? "" : "-\(number)")),
                    payments: Array(group.payments[start...].prefix(profile.rows)))
            }
        }
    }

    private static func name(_ file: String, _ suffix: String) -> String {
        guard let point = file.lastIndex(of: ".") else { return file + suffix }
        return file[..<point] + suffix + file[point...]
    }
}

extension PaymentOrder {
    /// Whether payer and payee are with the same bank: the first three digits of 联行号.
    func isWithinBank(_ payment: Payment) -> Bool {
        payment.payee.cnaps.prefix(3) == payer.cnaps.bankCode
    }
}
