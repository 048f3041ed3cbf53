import DelimitedText
import Documents
import Ledger
import Subsidy

/// A batch made ready: its documents, and what the ledger is to keep of it.
struct PreparedBatch {
    let settlement: Settlement
    let documents: [Document]
    let ledger: LedgerBatch
    let edition: LedgerEdition

    var batch: Batch { ledger.batch }

    init(
        _ batch: Batch, of settled: ProgrammeReading.Settled, plan: BatchPlan, edition: Edition,
        room: FileBytes.Room
    ) throws {
        guard let date = edition.paymentDate else {
            preconditionFailure("what is published has a date")
        }
        settlement = settled.settlement.paid(by: plan)
        documents = try OutputDocuments.documents(
            of: settlement, edition: edition, room: room)
        let report = try Self.bytes(of: "report.json", in: documents)
        ledger = LedgerBatch(
            batch: batch,
            inputs: settled.inputs.map { LedgerInput(name: $0.name, sha256: $0.sha256) }
                + settled.steadyInputs,
            settings: try PublishedReport(json: report).moneySettings,
            awards: (settlement.awards ?? []).map {
                LedgerAward(
                    uscc: $0.enterprise.uscc, name: $0.enterprise.name, amount: $0.amount)
            },
            payments: plan.payments, lateWaybills: settled.lateWaybills.sha256)
        self.edition = LedgerEdition(
            batch: batch.number, paymentDate: date, version: edition.version,
            sums: Digest.sha256(try Self.bytes(of: "SHA256SUMS", in: documents)),
            message: try OutputDocuments.messageID(of: settlement), report: report)
    }

    private static func bytes(of path: String, in documents: [Document]) throws -> [UInt8] {
        guard let document = documents.first(where: { $0.path == path }) else {
            preconditionFailure("every output has \(path)")
        }
        return document.bytes
    }
}
