private import Foundation
import Subsidy

/// `report.json`: what programs read, by the keys that the interface names.
enum ReportJSON {
    /// `payments` are the files that are published beside it.
    static func bytes(_ report: Report, _ payments: [PaymentFile] = []) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return try Array(encoder.encode(ReportRecord(report, payments))) + [0x0A]
    }
}

/// A value that is written as null where there is none, instead of being left out.
struct OrNull<Value: Encodable>: Encodable {
    let value: Value?

    init(_ value: Value?) { self.value = value }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let value { try container.encode(value) } else { try container.encodeNil() }
    }
}

private struct ReportRecord: Encodable {
    let schema = OutputDocuments.reportSchema
    let programme: String
    let year: Int
    let pool: String
    let state: String
    let version: String
    /// Left out where one process read all.
    let engine: String?
    let settings: SettingsRecord
    let inputs: [InputRecord]
    let rows: [String: Int]
    let volume: [String: String]
    let files: [FileRecord]
    let statuses: [StatusRecord]
    let adjudications: [DecisionRecord]
    let awards: [AwardRecord]
    let otherSupport: [SupportRecord]
    let findings: [FindingRecord]
    let totals: TotalsRecord
    let batch: OrNull<BatchRecord>
    let leftOverFen: OrNull<Int64>
    let stops: [StopRecord]
    /// Left out where no notice is made.
    let notice: NoticeRecord?
    let paymentFiles: [PaymentFileRecord]

    init(_ report: Report, _ payments: [PaymentFile]) {
        paymentFiles = payments.map(PaymentFileRecord.init)
        notice = report.notice.map(NoticeRecord.init)
        programme = report.programme.title
        year = report.programme.year
        pool = report.programme.pool.description
        state = report.edition.state.rawValue
        version = report.edition.version
        engine = report.engine
        settings = SettingsRecord(report.programme, edition: report.edition)
        inputs = report.edition.inputs.map { InputRecord(name: $0.name, sha256: $0.sha256) }
        rows = report.rows.record
        var volume: [String: String] = [:]
        for (rowClass, text) in report.volumes { volume[rowClass.rawValue] = text }
        self.volume = volume
        files = report.files.map(FileRecord.init)
        statuses = report.statuses.map {
            StatusRecord(status: $0.status, rows: $0.rows, counts: $0.counts)
        }
        adjudications = report.decisions.map(DecisionRecord.init)
        awards = report.awards.map(AwardRecord.init)
        otherSupport = report.otherSupport.map(SupportRecord.init)
        findings = report.findings.map {
            FindingRecord(
                code: $0.code.rawValue, count: $0.count, volume: OrNull($0.volume),
                yuan: OrNull($0.yuan))
        }
        totals = TotalsRecord(report.totals)
        batch = OrNull(report.totals.map { _ in BatchRecord(report.edition) })
        leftOverFen = OrNull(report.totals?.leftOverFen)
        stops = report.stops.map {
            StopRecord(code: $0.code, text: $0.sentence(in: report.edition.language))
        }
    }
}

extension ClassRows {
    fileprivate var record: [String: Int] {
        var record = ["read": read]
        for rowClass in RowClass.allCases { record[rowClass.rawValue] = self[rowClass] }
        return record
    }
}

private struct InputRecord: Encodable {
    let name: String
    let sha256: String
}

private struct FileRecord: Encodable {
    let name: String
    let sha256: String
    let encoding: String
    let kind: String
    let bytes: Int
    let header: Int
    let rows: [String: Int]
    let controls: [ControlRecord]

    init(_ file: FileFigures) {
        name = file.name
        sha256 = file.sha256
        encoding = file.encoding
        kind = file.kind.rawValue
        bytes = file.bytes
        header = file.header
        rows = file.rows.record
        controls = file.controls.map(ControlRecord.init)
    }
}

private struct ControlRecord: Encodable {
    let line: UInt32
    let stated: String
    let read: String
    let of: String

    init(_ control: ControlTotal) {
        line = control.line
        stated = Figures.text(control.stated, of: control.subject)
        read = Figures.text(control.read, of: control.subject)
        of =
            switch control.subject {
            case .rows: "rows"
            case .pieces: "件数"
            case .weight: "重量"
            case .volume, .volumeWeight: "出货量"
            }
    }
}

private struct StatusRecord: Encodable {
    let status: String
    let rows: Int
    let counts: Bool
}

private struct AwardRecord: Encodable {
    let uscc: String
    let name: String
    let volume: String
    let quotaFen: OrNull<String>
    let floorFen: OrNull<Int64>
    let remainder: OrNull<String>
    let remainderRank: OrNull<Int>
    let extraFen: OrNull<Int64>
    let amount: OrNull<String>
    let payment: String
    let paymentId: OrNull<String>
    let paidBefore: OrNull<String>
    let issued: OrNull<String>
    let held: OrNull<String>
    let toReclaim: OrNull<String>
    let months: [MonthRecord]
    let files: [CountedRecord]

    init(_ figures: AwardFigures) {
        uscc = figures.uscc.text
        name = figures.name
        volume = figures.volume
        quotaFen = OrNull(figures.award?.quota)
        floorFen = OrNull(figures.award?.share.floorFen)
        remainder = OrNull(figures.award.map { String($0.share.remainder) })
        remainderRank = OrNull(figures.award?.share.rank)
        extraFen = OrNull(figures.award?.share.extraFen)
        amount = OrNull(figures.award?.amount.description)
        payment = figures.paymentWord
        paymentId = OrNull(figures.paymentID)
        let position = figures.award?.position
        paidBefore = OrNull(position?.sentBefore.description)
        issued = OrNull(position?.issued.description)
        held = OrNull(position?.held.description)
        toReclaim = OrNull(position?.toReclaim.description)
        months = figures.months.map {
            MonthRecord(month: $0.month.description, volume: $0.volume)
        }
        files = figures.files.map {
            CountedRecord(name: $0.name, rows: $0.rows, volume: $0.volume)
        }
    }
}

private struct MonthRecord: Encodable {
    let month: String
    let volume: String
}

private struct CountedRecord: Encodable {
    let name: String
    let rows: Int
    let volume: String
}

private struct SupportRecord: Encodable {
    let uscc: String
    let level: String
    let programmes: [String]
    let waivers: [OrNull<String>]
    let amount: String
    let volume: String
    let decision: String
    let order: OrNull<Int>
    let quotaFen: OrNull<String>

    init(_ figures: SupportFigures) {
        uscc = figures.uscc.text
        level = figures.level.rawValue
        programmes = figures.programmes
        waivers = figures.waivers.map { OrNull($0) }
        amount = figures.amount
        volume = figures.volume
        decision = figures.decisionWord
        order = OrNull(figures.city?.order)
        quotaFen = OrNull(figures.quota)
    }
}

private struct FindingRecord: Encodable {
    let code: String
    let count: Int
    let volume: OrNull<String>
    let yuan: OrNull<String>
}

private struct TotalsRecord: Encodable {
    let awards: OrNull<String>
    let paidBefore: OrNull<String>
    let issued: OrNull<String>
    let held: OrNull<String>
    let toReclaim: OrNull<String>

    init(_ totals: MoneyTotals?) {
        awards = OrNull(totals?.awards.description)
        issued = OrNull(totals?.issued.description)
        held = OrNull(totals?.held.description)
        paidBefore = OrNull(totals?.paidBefore.description)
        toReclaim = OrNull(totals?.toReclaim.description)
    }
}

private struct BatchRecord: Encodable {
    let number: Int
    let kind: String
    let reason: OrNull<String>
    /// Whether finance has not used the earlier files that no bank had answered.
    let withdraws: Bool
    let earlier: [BatchRecord]

    init(_ edition: Edition) { self.init(edition.batch, after: edition.earlier) }

    private init(_ batch: Batch, after earlier: [Batch]) {
        number = batch.number
        kind = batch.kind.rawValue
        reason = OrNull(batch.reason)
        withdraws = batch.withdraws
        self.earlier = earlier.map { BatchRecord($0, after: []) }
    }
}

private struct StopRecord: Encodable {
    let code: String
    let text: String
}
