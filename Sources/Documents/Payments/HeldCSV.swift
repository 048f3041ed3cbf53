import DelimitedText
import Subsidy

/// `payments/held.csv`: awards that are not issued yet, in order of codes, each with its reasons.
enum HeldCSV {
    static func bytes(_ report: Report) -> [UInt8] {
        var table = CSVWriter()
        table.row(["统一社会信用代码", "企业名称", "金额", "原因"])
        for award in report.awards where !award.holdReasons.isEmpty {
            table.row([
                award.uscc.text, SpreadsheetText.guarded(award.name),
                award.award?.position.held.description ?? "",
                HoldWording.text(of: award.holdReasons, in: report.edition.language),
            ])
        }
        return table.bytes
    }
}
