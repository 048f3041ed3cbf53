private import Foundation
import Subsidy

/// An explanation for programs: every number stands in `report.json` under the same key, or is a
/// count of lines of `findings.csv`.
enum ExplanationJSON {
    static func bytes(_ explanation: Explanation) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return try Array(encoder.encode(Record(explanation))) + [0x0A]
    }
}

private struct Record: Encodable {
    let schema = 1
    let programme: String
    let year: Int
    let pool: String
    let stops: [StopRecord]
    let enterprise: OrNull<EnterpriseRecord>
    let waybill: OrNull<WaybillRecord>

    init(_ explanation: Explanation) {
        programme = explanation.programme.title
        year = explanation.programme.year
        pool = explanation.programme.pool.description
        stops = explanation.stops.map {
            StopRecord(code: $0.code, text: $0.sentence(in: explanation.language))
        }
        enterprise = OrNull(
            explanation.enterprise.map { EnterpriseRecord($0, of: explanation) })
        waybill = OrNull(
            explanation.waybill.map { WaybillRecord(number: $0.number, rows: $0.rows) })
    }
}

private struct StopRecord: Encodable {
    let code: String
    let text: String
}

private struct EnterpriseRecord: Encodable {
    let uscc: OrNull<String>
    let name: String
    let review: OrNull<String>
    let outcome: String
    let files: [FileRecord]
    let findings: [CodeRecord]
    let notes: [CodeRecord]
    let namelessRows: Int
    let months: [MonthRecord]
    let volume: OrNull<String>
    let countedVolume: String
    let award: OrNull<AwardRecord>

    init(_ enterprise: EnterpriseExplanation, of explanation: Explanation) {
        uscc = OrNull(enterprise.uscc)
        name = enterprise.name
        review = OrNull(enterprise.review?.rawValue)
        outcome = enterprise.outcome.rawValue
        files = enterprise.files.map(FileRecord.init)
        findings = enterprise.codes.map(CodeRecord.init)
        notes = enterprise.notes.map(CodeRecord.init)
        namelessRows = enterprise.namelessRows
        months = (enterprise.figures?.months ?? []).map {
            MonthRecord(month: $0.month.description, volume: $0.volume)
        }
        volume = OrNull(enterprise.figures?.volume)
        countedVolume = Figures.text(enterprise.countedVolume, in: explanation.programme.unit)
        award = OrNull(AwardRecord(enterprise, explanation.language))
    }
}

private struct FileRecord: Encodable {
    let name: String
    let rows: [String: Int]
    let volume: String

    init(_ file: EnterpriseExplanation.FileRows) {
        name = file.name
        var rows: [String: Int] = [:]
        for rowClass in RowClass.allCases { rows[rowClass.rawValue] = file.rows[rowClass] ?? 0 }
        self.rows = rows
        volume = file.volume
    }
}

private struct CodeRecord: Encodable {
    let code: String
    let `class`: OrNull<String>
    let count: Int
    let examples: [ExampleRecord]

    init(_ figures: CodeFigures) {
        code = figures.code.rawValue
        `class` = OrNull(figures.code.rowClass?.rawValue)
        count = figures.count
        examples = figures.examples.map {
            ExampleRecord(
                file: $0.file, line: OrNull($0.line),
                waybill: OrNull($0.waybill.isEmpty ? nil : $0.waybill), text: $0.facts)
        }
    }
}

private struct ExampleRecord: Encodable {
    let file: String
    let line: OrNull<UInt32>
    let waybill: OrNull<String>
    let text: String
}

private struct MonthRecord: Encodable {
    let month: String
    let volume: String
}

private struct AwardRecord: Encodable {
    let quotaFen: String
    let floorFen: Int64
    let remainder: String
    let remainderRank: Int
    let leftOverFen: Int64
    let extraFen: Int64
    let isTied: Bool
    let amount: String
    let amountInWords: String
    let payment: String
    let paymentId: OrNull<String>
    let reasons: [String]

    /// Nil where nothing is awarded to anybody, or the enterprise is not on the roster.
    init?(_ enterprise: EnterpriseExplanation, _ language: Language) {
        guard let figures = enterprise.figures, let working = figures.award,
            let split = enterprise.split
        else { return nil }
        quotaFen = working.quota
        floorFen = working.share.floorFen
        remainder = String(working.share.remainder)
        remainderRank = working.share.rank
        leftOverFen = split.leftOverFen
        extraFen = working.share.extraFen
        isTied = split.isTied
        amount = working.amount.description
        amountInWords = AmountInWords.text(of: working.amount)
        payment = figures.paymentWord
        paymentId = OrNull(figures.paymentID)
        reasons = figures.holdReasons.map { HoldWording.text(of: $0)[language] }
    }
}

private struct WaybillRecord: Encodable {
    let number: String
    let rows: [RowRecord]

    init(number: String, rows: [WaybillExplanation.Row]) {
        self.number = number
        self.rows = rows.map(RowRecord.init)
    }
}

private struct RowRecord: Encodable {
    let file: String
    let line: UInt32
    let uscc: OrNull<String>
    let enterprise: OrNull<String>
    let `class`: String
    let code: OrNull<String>
    let text: String
    let volume: OrNull<String>

    init(_ row: WaybillExplanation.Row) {
        file = row.file
        line = row.line
        uscc = OrNull(row.uscc.isEmpty ? nil : row.uscc)
        enterprise = OrNull(row.enterprise.isEmpty ? nil : row.enterprise)
        `class` = row.rowClass.rawValue
        code = OrNull(row.code?.rawValue)
        text = row.facts
        volume = OrNull(row.volume)
    }
}
