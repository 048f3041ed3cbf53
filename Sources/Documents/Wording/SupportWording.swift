import Subsidy

/// Other support, and what comes of it.
enum SupportWording {
    static func name(of level: SupportGrant.Level) -> Text {
        switch level {
        case .district: Text("区级", "District")
        case .city: Text("市级", "City")
        }
    }

    static func decision(_ outcome: SupportDecision.Outcome, isUnwaived: Bool) -> Text {
        switch outcome {
        case .excluded: Text("不参与：已享受区级同类扶持", "Excluded: takes district support")
        case .waived: Text("参与：区级扶持已放弃", "Takes part: district support waived")
        case .stays where isUnwaived:
            Text("参与：本补贴不低于市级；未放弃市级前暂缓", "Stays: no less than the city's; held until waived")
        case .stays: Text("参与：本补贴不低于市级", "Stays: no less than the city's")
        case .leaves: Text("退出：市级较高", "Leaves: the city's is higher")
        case .noVolume: Text("没有可计入的出货量", "No volume that could count")
        }
    }

    /// Why an award is held beside lower city support.
    static func unwaived(_ programmes: [String]) -> Text {
        let shown = programmes.prefix(3).map { Excerpt.visible($0) }
        let isCut = programmes.count > shown.count
        return Text(
            "市级同类扶持（\(shown.joined(separator: "、"))\(isCut ? "等" : "")）尚未放弃，不能重复享受；"
                + "请取得放弃文件，将文号填入 other-support.csv",
            "similar city support (\(shown.joined(separator: ", "))\(isCut ? " and others" : "")) "
                + "is not waived, and both are not to be had; enter the waiver's reference in "
                + "other-support.csv")
    }

    static func nobodyStays(_ count: Int) -> Text {
        Text(
            "有出货量的 \(count) 家企业的市级同类扶持都较高，本补贴无人可分",
            "each of the \(count) enterprises with volume has city support that is higher, and "
                + "nobody is left to split among")
    }

    /// The values of a row's finding.
    static func fact(
        _ level: SupportGrant.Level, amountFen: UInt128, quotaFen: UInt128?
    ) -> Text {
        let amount = DecimalText.text(amountFen, decimals: 2)
        guard let quotaFen else {
            return Text("\(name(of: level).zh) \(amount) 元", "\(level.rawValue) \(amount) yuan")
        }
        let quota = DecimalText.text(quotaFen, decimals: 2)
        return Text(
            "\(name(of: level).zh) \(amount) 元，高于本补贴的 \(quota) 元",
            "\(level.rawValue) \(amount) yuan, more than the \(quota) yuan here")
    }
}
