import DelimitedText
import Subsidy

/// `awards.csv`: the enterprises with an award, largest first, and their total.
enum AwardsCSV {
    static func bytes(_ report: Report) -> [UInt8] {
        var table = CSVWriter()
        table.row(["序号", "统一社会信用代码", "企业名称", "核定出货量", "占比", "补贴金额", "金额大写", "状态"])
        let awards = report.paidAwards
        for (index, award) in awards.enumerated() {
            let amount = award.award?.amount ?? .zero
            table.row([
                String(index + 1), award.uscc.text, SpreadsheetText.guarded(award.name),
                award.volume, award.share, amount.description, AmountInWords.text(of: amount),
                award.holdReasons.isEmpty ? "已出具" : "暂缓",
            ])
        }
        let volume = awards.map(\.volumeCount).reduce(0, +)
        let total = awards.compactMap(\.award?.amount).total
        table.row([
            "合计", "", "", Figures.text(volume, in: report.programme.unit),
            Figures.share(volume, of: report.countedVolume), total.description,
            AmountInWords.text(of: total), "",
        ])
        return table.bytes
    }
}
