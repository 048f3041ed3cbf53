/// The payment files, read back and compared with report.json and with each other.
struct PaymentFiles {
    private let neutral: [Payment]?
    private let pain001: [Payment]?
    /// The account that pays, as pain.001 has it.
    let payerAccount: String?
    private var readFailures: [Failure] = []

    /// Reads what is there; what is wrong with a file's own form is kept among the failures.
    init(in folder: FolderContents, of report: ReportFile) {
        var sheet = Proof(.neutral)
        neutral = folder[.neutral].map { NeutralFile.payments(in: $0, proof: &sheet) }
        var message = Proof(.pain001)
        let pain = folder[.pain001].flatMap(Pain001.read)
        message.require(pain != nil || folder[.pain001] == nil, .xml)
        pain001 = pain.map { Pain001Proof.payments(in: $0, of: report, proof: &message) }
        payerAccount = pain?.instructions.first?["DbtrAcct/Id/Othr/Id"]
        readFailures = sheet.failures + message.failures
    }

    /// Every account in the files.
    var accounts: Accounts {
        let payees = (neutral ?? []) + (pain001 ?? [])
        return Accounts(payees.map(\.account) + (payerAccount.map { [$0] } ?? []))
    }

    func failures(against report: ReportFile) -> [Failure] {
        var failures = readFailures
        for (document, payments) in [(Document.neutral, neutral), (.pain001, pain001)] {
            guard let payments else { continue }
            var proof = Proof(document)
            compare(payments, with: report, proof: &proof)
            failures += proof.failures
        }
        if let neutral, let pain001 {
            failures += differences(between: neutral, and: pain001)
        }
        return failures
    }

    /// The same ids and amounts as the issued awards, each once, with payees that can be paid.
    private func compare(
        _ payments: [Payment], with report: ReportFile, proof: inout Proof
    ) {
        var due: [String: String] = [:]
        for award in report.awards where award.payment == .issued {
            due[award.paymentId ?? ""] = award.issued
        }
        let purpose = purpose(of: report)
        var seen: Set<String> = []
        for payment in payments {
            prove(payment, purpose: purpose, proof: &proof)
            guard seen.insert(payment.id).inserted else {
                proof.fail(.paymentRepeated, line: payment.line, found: payment.id)
                continue
            }
            guard let amount = due[payment.id] else {
                proof.fail(.paymentSet, line: payment.line, found: payment.id)
                continue
            }
            proof.equal(
                payment.amount, amount, .paymentAmount, line: payment.line, place: payment.id)
        }
        for id in due.keys.sorted(by: isBefore) where !seen.contains(id) {
            proof.fail(.paymentSet, expected: id)
        }
        let sum = payments.reduce(UInt128(0)) { $0 + (Figures.fen($1.amount) ?? 0) }
        proof.equal(Figures.yuan(fen: sum), report.totals.issued, .totals, place: "totals.issued")
    }

    /// Year and programme in at most 62 characters, controls left out.
    private func purpose(of report: ReportFile) -> String {
        let carried = "\(report.year)年\(report.programme)".unicodeScalars.filter {
            $0.properties.generalCategory != .control
        }
        return String(String.UnicodeScalarView(carried.prefix(62)))
    }

    private func prove(_ payment: Payment, purpose: String, proof: inout Proof) {
        let line = payment.line
        proof.require(
            Figures.fen(payment.amount) ?? 0 > 0, .paymentAmount, line: line, place: payment.id,
            found: payment.amount)
        proof.equal(payment.purpose, purpose, .purpose, line: line, place: payment.id)
        proof.require(
            (1...140).contains(payment.name.unicodeScalars.count), .payee, line: line,
            place: payment.id)
        proof.require(
            (1...34).contains(payment.account.unicodeScalars.count), .payee, line: line,
            place: payment.id)
        proof.require(
            payment.cnaps.utf8.count == 12
                && payment.cnaps.utf8.allSatisfy { (0x30...0x39).contains($0) },
            .payee, line: line, place: payment.id, found: payment.cnaps)
    }

    /// Payees that the two files name differently; a message shows accounts masked.
    private func differences(between neutral: [Payment], and pain001: [Payment]) -> [Failure] {
        var proof = Proof(.pain001)
        let sheet = Dictionary(neutral.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for payment in pain001 {
            guard let other = sheet[payment.id] else {
                proof.fail(.paymentSet, found: payment.id)
                continue
            }
            let place = payment.id
            proof.equal(payment.name, other.name, .payee, place: place)
            proof.require(
                payment.account.utf8.elementsEqual(other.account.utf8), .payee, place: place,
                expected: Accounts.mask(other.account), found: Accounts.mask(payment.account))
            proof.equal(payment.cnaps, other.cnaps, .payee, place: place)
            proof.equal(payment.amount, other.amount, .paymentAmount, place: place)
            if let bank = payment.bank { proof.equal(bank, other.bank, .payee, place: place) }
        }
        let ids = Set(pain001.map(\.id))
        for payment in neutral where !ids.contains(payment.id) {
            proof.fail(.paymentSet, expected: payment.id)
        }
        return proof.failures
    }
}
