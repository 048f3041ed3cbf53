package import Subsidy

/// All that the ledger has of one year, in the order in which it was recorded.
package struct LedgerYear: Sendable {
    package let year: Int
    /// The number of the newest event; 0 where there is none.
    package let newest: Int64
    package let entries: [LedgerEntry]

    package init(_ year: Int, newest: Int64 = 0, entries: [LedgerEntry] = []) {
        self.year = year
        self.newest = newest
        self.entries = entries
    }

    package var batches: [LedgerBatch] {
        entries.compactMap { if case .batch(let batch) = $0 { batch } else { nil } }
    }

    /// The forms in which a batch was published, oldest first.
    package func editions(of number: Int) -> [LedgerEdition] {
        entries.compactMap {
            if case .edition(let edition) = $0, edition.batch == number { edition } else { nil }
        }
    }

    /// What was known before a batch; without a number, what is known now.
    package func history(before number: Int? = nil) throws(LedgerFault) -> PaymentHistory {
        var history = PaymentHistory()
        for entry in entries {
            switch entry {
            case .batch(let batch):
                if batch.batch.number == number { return history }
                var awards: [USCC: Fen] = [:]
                for award in batch.awards { awards[award.uscc] = award.amount }
                history.publish(batch.payments, awards: awards)
            case .withdrawal: history.withdrawUnderWay()
            case .statement(let statement):
                for answer in statement.answers { try Self.replay(answer, in: &history) }
            case .edition: break
            }
        }
        return history
    }

    private static func replay(
        _ answer: LedgerAnswer, in history: inout PaymentHistory
    ) throws(LedgerFault) {
        do throws(AnswerFault) {
            _ = try history.take(answer.answer)
        } catch {
            throw .damaged("answer \(answer.answer.payment.text)")
        }
    }
}

/// One thing that was recorded.
package enum LedgerEntry: Hashable, Sendable {
    case batch(LedgerBatch)
    case edition(LedgerEdition)
    case statement(LedgerStatement)
    /// Finance has not used the files with payments that no bank had answered.
    case withdrawal(reason: String)
}

/// What a batch was made of, what it awards and what it sends.
package struct LedgerBatch: Hashable, Sendable {
    package let batch: Batch
    package let inputs: [LedgerInput]
    /// The settings that decide money, by key; values as JSON.
    package let settings: [String: String]
    /// In order of codes.
    package let awards: [LedgerAward]
    /// In order of ids.
    package let payments: [SentPayment]
    /// The SHA-256 of the year's late waybills, which stand in a file beside the ledger; nil where
    /// an earlier version of the program has kept none.
    package let lateWaybills: String?

    package init(
        batch: Batch, inputs: [LedgerInput], settings: [String: String], awards: [LedgerAward],
        payments: [SentPayment], lateWaybills: String? = nil
    ) {
        self.lateWaybills = lateWaybills
        self.batch = batch
        self.inputs = inputs.sorted { $0.name < $1.name }
        self.settings = settings
        self.awards = awards.sorted { $0.uscc < $1.uscc }
        self.payments = payments.sorted { $0.id < $1.id }
    }
}

/// One input file, or a part of one, by its digest.
package struct LedgerInput: Hashable, Sendable {
    package let name: String
    /// SHA-256 in 64 lower-case hexadecimal digits.
    package let sha256: String

    package init(name: String, sha256: String) {
        self.name = name
        self.sha256 = sha256
    }
}

package struct LedgerAward: Hashable, Sendable {
    package let uscc: USCC
    package let name: String
    package let amount: Fen

    package init(uscc: USCC, name: String, amount: Fen) {
        self.uscc = uscc
        self.name = name
        self.amount = amount
    }
}

/// One form in which a batch was published.
package struct LedgerEdition: Hashable, Sendable {
    /// The batch's number.
    package let batch: Int
    package let paymentDate: CalendarDate
    /// The program's version.
    package let version: String
    /// The SHA-256 of the folder's SHA256SUMS, by which the folder is known again.
    package let sums: String
    /// The MsgId of the batch's payment message; nil where it has none.
    package let message: String?
    /// The bytes of report.json.
    package let report: [UInt8]

    package init(
        batch: Int, paymentDate: CalendarDate, version: String, sums: String, message: String?,
        report: [UInt8]
    ) {
        self.batch = batch
        self.paymentDate = paymentDate
        self.version = version
        self.sums = sums
        self.message = message
        self.report = report
    }
}

/// What a bank's file said that was not known before.
package struct LedgerStatement: Hashable, Sendable {
    /// Of the file's bytes.
    package let sha256: String
    /// The file's form, such as `pain.002`.
    package let kind: String
    /// In the order in which they were taken.
    package let answers: [LedgerAnswer]

    package init(sha256: String, kind: String, answers: [LedgerAnswer]) {
        self.sha256 = sha256
        self.kind = kind
        self.answers = answers
    }
}

package struct LedgerAnswer: Hashable, Sendable {
    package let answer: BankAnswer
    /// The line of the file, from 1.
    package let line: Int

    package init(_ answer: BankAnswer, line: Int) {
        self.answer = answer
        self.line = line
    }
}
