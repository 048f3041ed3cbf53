import Subsidy

// Rows of volumes, and what is decided of rows.
extension FindingWording {
    static let volumeUnreadable = Self(
        Text(
            "出货量无法识别",
            "the volume cannot be read"),
        do: Text(
            "请改为数字后重新导出，没有出货请写 0",
            "write a number and export again; no shipment is 0"))

    static let volumeNegative = Self(
        Text(
            "出货量是负数",
            "the volume is below zero"),
        do: Text(
            "请核对出货量后重新导出",
            "check the volume and export again"))

    static let monthUnreadable = Self(
        Text(
            "月份无法识别",
            "the month cannot be read"),
        do: Text(
            "请改为 2026-03 这样的写法后重新导出",
            "write it like 2026-03 and export again"))

    static let monthOutsidePeriod = Self(
        Text(
            "月份不在补贴期内",
            "the month lies outside the period"),
        do: Text(
            "无需处理；如月份有误，请更正后重新导出",
            "nothing is to be done unless the month is wrong; then correct it and export again"))

    static let duplicateVolume = Self(
        Text(
            "同一企业同一月份的同一出货量已在另一行计入",
            "the same volume of this enterprise and month is counted on another row"),
        do: Text(
            "无需处理",
            "nothing is to be done"))

    static let contestedVolumes = Self(
        Text(
            "同一企业、月份和承运商另有一行出货量不同，裁定前都不计入",
            "another row of this enterprise, month and carrier says another volume; until it is "
                + "decided neither counts"),
        do: Text(
            "请核实哪一行正确并更正导出文件，或在 adjudications.csv 中写明裁定",
            "find out which is right and correct the export or enter a decision in "
                + "adjudications.csv"))

    static let contestedOverlap = Self(
        Text(
            "该企业同一月份和承运商已有运单明细，裁定前本行不计入",
            "this enterprise has waybills of the same month and carrier; until it is decided the "
                + "row does not count"),
        do: Text(
            "请只保留明细或汇总中的一种，或在 adjudications.csv 中写明裁定",
            "keep either the waybills or the month's volume or enter a decision in "
                + "adjudications.csv"))

    static let adjudicatedOther = Self(
        Text(
            "已裁定以另一方为准，本行不计入",
            "a decision gives it to another; the row does not count"),
        do: Text(
            "无需处理；如裁定有误，请更正 adjudications.csv",
            "nothing is to be done unless the decision is wrong; then correct adjudications.csv"))

    static let adjudicatedNone = Self(
        Text(
            "已裁定不归任何一方，本行不计入",
            "a decision gives it to nobody; the row does not count"),
        do: Text(
            "无需处理；如裁定有误，请更正 adjudications.csv",
            "nothing is to be done unless the decision is wrong; then correct adjudications.csv"))
}

/// Why a decision cannot be made, and what to do.
enum DecisionFaultWording {
    /// Nil for what is no fault of a decision.
    static func texts(of problem: InputFault.Problem) -> (problem: Text, remedy: Text)? {
        switch problem {
        case .decisionOnTwoThings:
            (
                Text(
                    "一项裁定应写明运单号，或写明月份与出货量，且只写其一",
                    "a decision names a waybill, or a month and a volume, and not both"),
                Text("请更正该行", "correct this line")
            )
        case .decisionWithoutDispute:
            (
                Text(
                    "没有与之相符的争议：导出文件中没有它，或它并无争议",
                    "there is nothing to decide: the exports have no such, or nobody disputes it"),
                Text(
                    "请对照 findings.csv 中有争议的行更正，或删去该行",
                    "compare it with the contested rows of findings.csv, or take the line out")
            )
        case .decisionFitsTwice:
            (
                Text("与多处争议相符", "it fits more than one dispute"),
                Text(
                    "请写明承运商，或写明企业的统一社会信用代码",
                    "name the carrier, or the enterprise's code (统一社会信用代码)")
            )
        case .decisionForAnother:
            (
                Text("裁定给了并未申报它的企业", "it is given to an enterprise that does not claim it"),
                Text(
                    "请改为申报它的企业；不归任何一方的写“无”",
                    "give it to one that claims it, or write none (无)")
            )
        case .repeatedDecision(let line):
            (
                Text("与第 \(line) 行的裁定重复或冲突", "line \(line) decides the same already"),
                Text("请只留一行", "keep one of the two")
            )
        default: nil
        }
    }
}

/// The table of decisions.
enum DecisionLabel: String, PageLabel {
    case all, title, line, subject, winner, nobody, reference, won, lost, volume, yuan, none

    var text: Text {
        switch self {
        case .all: Text("决定", "Decisions")
        case .title: Text("对争议的裁定", "On what was contested")
        case .none: Text("没有裁定。", "None.")
        case .line: Text("行", "Line")
        case .subject: Text("裁定对象", "On")
        case .winner: Text("归属", "Given to")
        case .nobody: Text("无", "nobody")
        case .reference: Text("文号与日期", "Reference and date")
        case .won: Text("放行的行", "Rows that went on")
        case .lost: Text("不计的行", "Rows left out")
        case .volume: Text("由此计入", "Counts by it")
        case .yuan: Text("按本次单价折合（元）", "Worth at this rate (yuan)")
        }
    }
}
