/// The payment files, read back and compared with report.json and with each other.
struct PaymentFiles {
    /// One file of report.json that is there.
    private struct Found {
        let file: ReportFile.PaymentFile
        let payments: [Payment]
    }

    private var found: [Found] = []
    /// The account that pays, as the first file that shows it has it.
    private(set) var payerAccount: String?
    private var readFailures: [Failure] = []

    /// Reads what is there; what is wrong with a file's own form is kept among the failures.
    init(in folder: FolderContents, of report: ReportFile) {
        for file in report.paymentFiles {
            guard let bytes = folder[file.path] else { continue }
            var proof = Proof(file: file.path)
            let payments: [Payment]
            if let form = file.layout {
                payments = ProfileProof(file: file, form: form, report: report).payments(
                    in: bytes, proof: &proof)
            } else {
                let message = Pain001.read(bytes)
                proof.require(message != nil, .xml)
                payments =
                    message.map { Pain001Proof.payments(in: $0, of: report, proof: &proof) } ?? []
                let account = message?.instructions.first?["DbtrAcct/Id/Othr/Id"]
                payerAccount = payerAccount ?? account
            }
            file.proveTotals(of: payments, proof: &proof)
            payerAccount = payerAccount ?? payments.lazy.compactMap(\.payerAccount).first
            found.append(Found(file: file, payments: payments))
            readFailures += proof.failures
        }
    }

    /// Every account in the files.
    var accounts: Accounts {
        let payments = found.flatMap(\.payments)
        return Accounts(
            payments.map(\.account) + payments.compactMap(\.payerAccount)
                + (payerAccount.map { [$0] } ?? []))
    }

    func failures(against report: ReportFile) -> [Failure] {
        var failures = readFailures
        var names: [String] = []
        for name in found.map(\.file.profile) where !names.contains(name) { names.append(name) }
        for name in names {
            failures += compare(found.filter { $0.file.profile == name }, with: report)
        }
        let reference = Dictionary(
            found.filter { $0.file.profile == names.first }.flatMap(\.payments).map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        for one in found {
            failures += banks(of: one, in: report, reference)
            if one.file.profile != names.first {
                failures += differences(between: one, and: reference)
            }
        }
        return failures
    }

    /// The same ids and amounts as the issued awards, each once in the files of one profile, with
    /// payees that can be paid.
    private func compare(_ files: [Found], with report: ReportFile) -> [Failure] {
        var due: [String: String] = [:]
        for award in report.awards where award.payment == .issued {
            due[award.paymentId ?? ""] = award.issued
        }
        let purpose = purpose(of: report)
        var seen: Set<String> = []
        var failures: [Failure] = []
        for one in files {
            var proof = Proof(file: one.file.path)
            for payment in one.payments {
                prove(payment, purpose: purpose, in: report, proof: &proof)
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
            failures += proof.failures
        }
        guard let first = files.first else { return failures }
        var proof = Proof(file: first.file.path)
        for id in due.keys.sorted(by: isBefore) where !seen.contains(id) {
            proof.fail(.paymentSet, expected: id)
        }
        let sum = files.flatMap(\.payments).reduce(UInt128(0)) {
            $0 + (Figures.fen($1.amount) ?? 0)
        }
        proof.equal(Figures.yuan(fen: sum), report.totals.issued, .totals, place: "totals.issued")
        return failures + proof.failures
    }

    /// Year and programme in at most 62 characters, controls left out.
    private func purpose(of report: ReportFile) -> String {
        let carried = "\(report.year)年\(report.programme)".unicodeScalars.filter {
            $0.properties.generalCategory != .control
        }
        return String(String.UnicodeScalarView(carried.prefix(62)))
    }

    private func prove(
        _ payment: Payment, purpose: String, in report: ReportFile, proof: inout Proof
    ) {
        let line = payment.line
        proof.require(
            Figures.fen(payment.amount) ?? 0 > 0, .paymentAmount, line: line, place: payment.id,
            found: payment.amount)
        if let stated = payment.purpose {
            proof.equal(stated, purpose, .purpose, line: line, place: payment.id)
        }
        proof.require(
            (1...140).contains(payment.name.unicodeScalars.count), .payee, line: line,
            place: payment.id)
        proof.require(
            (1...34).contains(payment.account.unicodeScalars.count), .payee, line: line,
            place: payment.id)
        if let cnaps = payment.cnaps {
            proof.require(
                cnaps.utf8.count == 12 && cnaps.utf8.allSatisfy { (0x30...0x39).contains($0) },
                .payee, line: line, place: payment.id, found: cnaps)
        }
        if let account = payment.payerAccount {
            proof.require(
                account == payerAccount
                    && Accounts.mask(account) == Accounts.mask(report.settings.payer.account),
                .payer, line: line, place: "payer-account")
        }
    }

    /// Same bank or other bank: by the first three digits of the banks' numbers, in every row that
    /// says it, and one of the two alone in a file where they are kept apart.
    private func banks(
        of one: Found, in report: ReportFile, _ reference: [String: Payment]
    ) -> [Failure] {
        var proof = Proof(file: one.file.path)
        let own = report.settings.payer.cnaps?.prefix(3)
        var kinds: Set<Bool> = []
        for payment in one.payments {
            guard let cnaps = payment.cnaps ?? reference[payment.id]?.cnaps else { continue }
            let isOfSameBank = cnaps.prefix(3) == own
            kinds.insert(isOfSameBank)
            proof.require(
                payment.isOfSameBank ?? isOfSameBank == isOfSameBank, .bankRelation,
                line: payment.line, place: payment.id)
        }
        proof.require(one.file.layout?.banks != .apart || kinds.count <= 1, .bankRelation)
        return proof.failures
    }

    /// Payees that two files name differently; a message shows accounts masked.
    private func differences(
        between one: Found, and reference: [String: Payment]
    ) -> [Failure] {
        var proof = Proof(file: one.file.path)
        for payment in one.payments {
            guard let other = reference[payment.id] else {
                proof.fail(.paymentSet, line: payment.line, found: payment.id)
                continue
            }
            let place = payment.id
            let line = payment.line
            proof.equal(payment.name, other.name, .payee, line: line, place: place)
            proof.require(
                payment.account.utf8.elementsEqual(other.account.utf8), .payee, line: line,
                place: place, expected: Accounts.mask(other.account),
                found: Accounts.mask(payment.account))
            proof.equal(
                payment.amount, other.amount, .paymentAmount, line: line, place: place)
            if let one = payment.cnaps, let two = other.cnaps {
                proof.equal(one, two, .payee, line: line, place: place)
            }
            if let one = payment.bank, let two = other.bank {
                proof.equal(one, two, .payee, line: line, place: place)
            }
        }
        return proof.failures
    }
}
