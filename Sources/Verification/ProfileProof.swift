internal import Crypto

/// A profile's file against its form and against report.json: what stands in each column, the lines
/// around the payments, and count, sum and the digest of accounts, all computed anew.
struct ProfileProof {
    let file: ReportFile.PaymentFile
    let form: ReportFile.PaymentForm
    let report: ReportFile

    /// The payments of `bytes`.
    func payments(in bytes: [UInt8], proof: inout Proof) -> [Payment] {
        let lines =
            form.kind == .workbook
            ? PaymentWorkbookReader.read(bytes, form, proof: &proof)
            : PaymentTextReader(form).read(bytes, proof: &proof)
        var payments: [Payment] = []
        for (index, line) in lines.rows.enumerated() {
            payments.append(payment(of: line, number: index + 1, proof: &proof))
        }
        proof.require(
            payments.count <= form.rows, .rowLimit, expected: String(form.rows),
            found: String(payments.count))
        // The payer's own texts are compared where report.json shows them.
        surroundings(lines.before, form.before, of: payments, from: 1, proof: &proof)
        let below = form.before.count + (form.titles ? 1 : 0) + lines.rows.count + 1
        surroundings(lines.after, form.after, of: payments, from: below, proof: &proof)
        return payments
    }

    private func payment(
        of line: PaymentLines.Line, number: Int, proof: inout Proof
    ) -> Payment {
        var texts: [String: String] = [:]
        var isOfSameBank: Bool?
        for (index, column) in form.columns.enumerated() {
            let cell = index < line.cells.count ? line.cells[index] : .text("")
            let text = cell.text
            let place = column.title
            if let width = column.width {
                proof.require(
                    text.unicodeScalars.count <= width, .profileCell, line: line.number,
                    place: place)
            }
            if case .number = cell {
                proof.require(
                    column.from == "amount", .profileCell, line: line.number, place: place)
            }
            guard let source = column.from else {
                proof.equal(text, column.text, .profileCell, line: line.number, place: place)
                continue
            }
            texts[source] = text
            switch source {
            case "amount": texts[source] = amount(cell, line: line.number, proof: &proof)
            case "same-bank":
                proof.require(
                    [column.same, column.other].contains(text), .profileCell, line: line.number,
                    place: place, found: text)
                isOfSameBank = column.same == column.other ? nil : text == column.same
            default:
                guard let due = due(source, number: number) else { continue }
                proof.equal(text, due.text, due.check, line: line.number, place: place)
            }
        }
        return Payment(
            id: texts["id"] ?? "", name: texts["name"] ?? "", account: texts["account"] ?? "",
            bank: texts["bank"], cnaps: texts["cnaps"], amount: texts["amount"] ?? "",
            purpose: texts["purpose"], payerAccount: texts["payer-account"],
            isOfSameBank: isOfSameBank, line: line.number)
    }

    /// What report.json alone decides.
    private func due(_ source: String, number: Int) -> (text: String?, check: Check)? {
        let payer = report.settings.payer
        switch source {
        case "number": return (String(number), .profileCell)
        case "payment-date": return (date, .paymentDate)
        case "payer-name": return (payer.name, .payer)
        case "payer-bank": return (payer.bank, .payer)
        case "payer-cnaps": return (payer.cnaps, .payer)
        default: return nil
        }
    }

    private var date: String? {
        report.settings.paymentDate.map { form.date == .iso ? $0 : $0.filter { $0 != "-" } }
    }

    /// The amount in yuan with two decimals, whatever the file has it in.
    private func amount(
        _ cell: PaymentLines.Cell, line: Int, proof: inout Proof
    ) -> String {
        let fen: UInt128?
        switch (cell, form.unit) {
        case (.number(let digits), .yuan):
            proof.require(form.kind == .workbook, .profileCell, line: line)
            fen = Self.fen(ofNumber: digits)
        case (.number(let text), .fen): fen = Figures.whole(text)
        case (.text(let text), .yuan): fen = Figures.fen(text)
        case (.text(let text), .fen): fen = Figures.whole(text)
        }
        if case .text(let text) = cell, form.kind == .workbook {
            proof.fail(.workbook, line: line, found: text)
        }
        guard let fen else {
            proof.fail(.paymentAmount, line: line, found: cell.text)
            return cell.text
        }
        return Figures.yuan(fen: fen)
    }

    /// Fen of a workbook's number: it is binary, and its shortest decimal must be yuan and fen.
    private static func fen(ofNumber digits: String) -> UInt128? {
        guard let number = Double(digits), number.isFinite else { return nil }
        let shortest = number.description.split(separator: ".", omittingEmptySubsequences: false)
        guard shortest.count == 2, (1...2).contains(shortest[1].utf8.count) else { return nil }
        return Figures.fen(
            shortest[0] + "." + shortest[1] + (shortest[1].utf8.count == 1 ? "0" : ""))
    }

    /// Lines around the payments, their places filled with what the payments come to.
    private func surroundings(
        _ found: [String], _ templates: [String], of payments: [Payment], from first: Int,
        proof: inout Proof
    ) {
        let total = payments.reduce(UInt128(0)) { $0 + (Figures.fen($1.amount) ?? 0) }
        let values = [
            "count": String(payments.count),
            "sum": form.unit == .yuan ? Figures.yuan(fen: total) : String(total),
            "date": date ?? "", "payer-name": report.settings.payer.name,
            "payer-account": payments.lazy.compactMap(\.payerAccount).first ?? "",
        ]
        for (index, (line, template)) in zip(found, templates).enumerated() {
            var due = template
            for (place, value) in values { due.replace("{\(place)}", with: value) }
            let showsAccount = template.contains("{payer-account}")
            proof.require(
                line.utf8.elementsEqual(due.utf8)
                    || (showsAccount && values["payer-account"] == ""),
                .profileLine, line: first + index, expected: showsAccount ? nil : due,
                found: showsAccount ? nil : line)
        }
    }
}

extension ReportFile.PaymentFile {
    /// Count, sum and the digest of accounts as they are, against what report.json says.
    func proveTotals(of payments: [Payment], proof: inout Proof) {
        proof.equal(
            UInt128(payments.count), UInt128(self.payments), .paymentFile, place: "payments")
        let total = payments.reduce(UInt128(0)) { $0 + (Figures.fen($1.amount) ?? 0) }
        proof.equal(Figures.yuan(fen: total), sum, .paymentFile, place: "sum")
        let lines = payments.map { "\($0.account)|\(Figures.fen($0.amount) ?? 0)\n" }
            .sorted(by: isBefore)
        let digest = Digests.hex(SHA256.hash(data: Array(lines.joined().utf8)))
        proof.equal(
            digest.prefix(6).uppercased(), accountsHash, .paymentFile, place: "accountsHash")
    }
}
