/// The fixed texts of an explanation.
enum ExplanationLabel: String, PageLabel {
    case overline, stops, rows, file, total, rowCount, volume, leftOut, allCount, nothingLeftOut,
        months, working, pool, own, all, quota, whole, remainder, proof, award, inWords, payment,
        notes, unreadable, fen, yuan, rule, footer, grams

    var text: Text {
        switch self {
        case .overline: Text("补贴计算说明", "How an award was worked out")
        case .stops: Text("为什么不能付款", "Why nothing can be paid")
        case .rows: Text("它的行，按文件", "Its rows, by file")
        case .file: Text("文件", "File")
        case .total: Text("合计", "Total")
        case .rowCount: Text("行数", "Rows")
        case .volume: Text("计入量", "Volume counted")
        case .leftOut: Text("没有计入的行", "Rows that do not count")
        case .allCount:
            Text("行数 ＝ 五类之和，每一行恰属一类。", "Rows are the sum of the classes; each row is in one.")
        case .nothingLeftOut: Text("它的每一行都计入。", "Every row of it counts.")
        case .months: Text("计入的出货量，按月", "Volume counted, by month")
        case .working: Text("计算", "The working")
        case .pool: Text("补贴总额", "Pool")
        case .own: Text("它的计入量", "Its volume")
        case .all: Text("全部计入量", "All volume")
        case .quota: Text("配额", "Quota")
        case .whole: Text("整数部分", "Whole part")
        case .remainder: Text("余数", "Remainder")
        case .proof: Text("验算", "Check")
        case .award: Text("补贴金额", "Award")
        case .inWords: Text("大写", "In words")
        case .payment: Text("付款", "Payment")
        case .notes: Text("其他提示", "Also noted")
        case .unreadable: Text("（无法识别）", "(not readable)")
        case .fen: Text("分", "fen")
        case .yuan: Text("元", "yuan")
        case .rule:
            Text(
                "配额（分）＝ 补贴总额（分）× 它的计入量 ÷ 全部计入量",
                "Quota in fen = pool in fen × its volume ÷ all volume")
        case .footer: Text("由 fentan explain 生成，版本", "Made by fentan explain, version")
        case .grams: Text("克", "g")
        }
    }
}
