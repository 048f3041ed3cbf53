import Subsidy

/// The fixed texts of a notice.
enum NoticeLabel: String, PageLabel {
    case heading, number, name, code, declared, deducted, counted, share, amount, remark, total,
        inWords, volumes, period, to, objections, how, office, telephone, address, seal, footer

    var text: Text {
        switch self {
        case .heading: Text("拟补贴名单公示", "Notice of proposed awards")
        case .number: Text("序号", "No.")
        case .name: Text("企业名称", "Enterprise")
        case .code: Text("统一社会信用代码", "Code (USCC)")
        case .declared: Text("申报出货量", "Declared")
        case .deducted: Text("剔除", "Deducted")
        case .counted: Text("核定出货量", "Counted")
        case .share: Text("占比", "Share")
        case .amount: Text("拟补贴金额（元）", "Award (yuan)")
        case .remark: Text("备注", "Remarks")
        case .total: Text("合计", "Total")
        case .inWords: Text("大写", "In words")
        case .volumes:
            Text(
                "申报出货量为各导出文件所载该企业出货量之和；剔除为其中重复、有争议、无效或按规定不计的部分；"
                    + "核定出货量＝申报出货量－剔除。占比为占全部核定出货量的百分比，保留四位小数。",
                "Declared is all volume that the exports state for the enterprise; deducted is what "
                    + "of it is duplicate, contested, not valid or not counted by rule; counted = "
                    + "declared − deducted. The share is of all counted volume, to four decimals.")
        case .period: Text("公示期", "Period")
        case .to: Text("至", "to")
        case .objections: Text("异议", "Objections")
        case .how:
            Text(
                "对公示内容有异议的，请在公示期内以书面形式提出：单位提出的须加盖公章，个人提出的须本人签名并注明联系方式。"
                    + "匿名异议不予受理。",
                "Whoever objects does so in writing within the period: an enterprise with its seal, "
                    + "a person with signature and contact. Anonymous objections are not taken.")
        case .office: Text("受理单位", "Office")
        case .telephone: Text("联系电话", "Telephone")
        case .address: Text("联系地址", "Address")
        case .seal: Text("（盖章）", "(seal)")
        case .footer: Text("由 fentan 生成，版本", "Made by fentan, version")
        }
    }
}

/// The sentences of a notice that have figures in them.
enum NoticeWording {
    static func opening(year: Int, pool: Fen, unit: VolumeUnit) -> Text {
        let amount = Figures.grouped(pool.description)
        let volume = UnitWording.subject(of: unit)
        return Text(
            "\(year) 年度补贴总额 \(amount) 元，按各企业核定出货量（\(volume.zh)）所占比例分配。现将拟补贴情况公示如下。",
            "The pool of \(year), \(amount) yuan, is split by the counted volume (\(volume.en)) of "
                + "each enterprise. The proposed awards are as follows.")
    }

    static func text(of date: CalendarDate) -> Text {
        let (year, month, day) = date.civil
        return Text("\(year)年\(month)月\(day)日", date.description)
    }

    /// How the period is counted: the first day is one of its days.
    static func length(of notice: Notice) -> Text {
        let days = notice.days
        let plural = days == 1 ? "" : "s"
        return switch notice.unit {
        case .calendar:
            Text("（\(days) 个自然日，首尾两日均计入）", " (\(days) day\(plural), first and last included)")
        case .working:
            Text(
                "（\(days) 个工作日，首尾两日均计入）",
                " (\(days) working day\(plural), first and last included)")
        }
    }

    /// `2027年2月1日至2027年2月9日（7 个工作日，…）`.
    static func summary(of notice: Notice) -> Text {
        let (first, last) = (text(of: notice.publish), text(of: notice.lastDay))
        let length = length(of: notice)
        return Text(
            "\(first.zh)至\(last.zh)\(length.zh)", "\(first.en) to \(last.en)\(length.en)")
    }

    static func text(of remark: NoticeFigures.Remark) -> Text {
        switch remark {
        case .waived: Text("已放弃其他同类扶持", "Other similar support waived")
        case .unwaived:
            Text("放弃市级同类扶持后拨付", "Paid once similar city support is waived")
        }
    }
}
