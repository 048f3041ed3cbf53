/// The head of the page.
enum HeadLabel: String, PageLabel {
    case draftNote, stops, footer, prepared, reviewed, approved,
        seal, signDate

    var text: Text {
        switch self {
        case .draftNote:
            Text(
                "草案：供公示与评审之用，不是付款依据。",
                "Draft for notice and review; it pays nothing.")
        case .stops: Text("为什么不能付款", "Why nothing can be paid")
        case .footer: Text("由 fentan 生成，版本", "Made by fentan, version")
        case .prepared: Text("制表", "Prepared by")
        case .reviewed: Text("复核", "Reviewed by")
        case .approved: Text("审批", "Approved by")
        case .seal: Text("盖章", "Seal")
        case .signDate: Text("日期", "Date")
        }
    }
}

/// The two sums that must hold.
enum FlowLabel: String, PageLabel {
    case rows, read, rowIdentity, rowsUnit, rowClass, rowShare, volume, money,
        awards, held, moneyIdentity, enterprises, item, enterpriseCount, amount, inWords

    var text: Text {
        switch self {
        case .rows: Text("每一行的去向", "Where every row went")
        case .read: Text("读取", "Read")
        case .rowIdentity:
            Text(
                "读取的行数等于五类之和，逐个文件核对过。",
                "The rows read are the sum of the five classes, checked file by file.")
        case .rowsUnit: Text("行数", "Rows")
        case .rowClass: Text("类别", "Class")
        case .rowShare: Text("占比", "Share")
        case .volume: Text("出货量", "Volume")
        case .money: Text("资金的去向", "Where the money went")
        case .awards: Text("补贴合计", "Awards")
        case .held: Text("暂缓", "Held")
        case .moneyIdentity:
            Text(
                "补贴合计等于补贴总额，也等于两部分之和，分毫不差。",
                "The awards are the pool and the sum of both parts, to the fen.")
        case .enterprises: Text("家", "enterprises")
        case .item: Text("款项", "Part")
        case .enterpriseCount: Text("企业数", "Enterprises")
        case .amount: Text("金额（元）", "Yuan")
        case .inWords: Text("大写", "In words")
        }
    }
}

/// Other support and what came of it.
enum SupportLabel: String, PageLabel {
    case title, rule, order, enterprise, programmes, volume, elsewhere, here, decision, waivers,
        none

    var text: Text {
        switch self {
        case .title: Text("其他同类扶持", "Other similar support")
        case .rule:
            Text(
                "就高、不重复享受：有出货量的企业按“市级金额 ÷ 出货量”从小到大（相同的先出货量大者，再按代码）"
                    + "依次决定；与已参与的企业一起计算，本补贴的配额不低于市级金额的参与，否则退出。"
                    + "序号是在全部有出货量的企业中的次序，没有市级扶持的排在最前。配额舍去不足 1 分的部分。"
                    + "未放弃区级同类扶持的企业不参与。",
                "The higher counts, not both: the enterprises with volume come in order of city "
                    + "amount / volume (of equal ones the larger volume first, then by code); who "
                    + "has a quota beside those that already stay of at least its city amount "
                    + "stays, the others leave. The number is the place among all enterprises "
                    + "with volume, those without city support first; quotas are rounded down to "
                    + "the fen. Who has not waived its district support takes no part.")
        case .order: Text("次序", "Order")
        case .enterprise: Text("企业", "Enterprise")
        case .programmes: Text("扶持项目", "Programmes")
        case .volume: Text("出货量", "Volume")
        case .elsewhere: Text("其他扶持（元）", "Elsewhere (yuan)")
        case .here: Text("本补贴配额（元）", "Quota here (yuan)")
        case .decision: Text("决定", "Decision")
        case .waivers: Text("放弃文号", "Waived under")
        case .none: Text("没有登记其他同类扶持。", "None.")
        }
    }
}

/// The table of awards.
enum AwardLabel: String, PageLabel {
    case title, number, enterprise, volume, share, amount, state, rule, working, quota, floor,
        remainder, rank, extra, fen, total, unpaid, reason, inWords, paymentID, months

    var text: Text {
        switch self {
        case .title: Text("各企业补贴", "Awards")
        case .number: Text("序号", "No.")
        case .enterprise: Text("企业", "Enterprise")
        case .volume: Text("核定出货量", "Volume")
        case .share: Text("占比", "Share")
        case .amount: Text("补贴金额（元）", "Award (yuan)")
        case .state: Text("状态", "State")
        case .rule:
            Text(
                "配额（分）＝ 补贴总额（分）× 出货量 ÷ 总出货量。先取整数部分；剩下的分按余数从大到小各补 1 分，余数相同的先出货量大者，再按代码。",
                "Quota in fen = pool in fen x volume / total volume. Its whole part "
                    + "is awarded; the fen left over go one each to the largest remainders, "
                    + "of equal ones to the larger volume, then by code.")
        case .quota: Text("配额（分）", "Quota (fen)")
        case .floor: Text("取整", "Whole")
        case .remainder: Text("余数", "Remainder")
        case .rank: Text("余数排名", "Rank")
        case .extra: Text("补", "Extra")
        case .fen: Text("分", "fen")
        case .total: Text("合计", "Total")
        case .unpaid: Text("没有补贴的企业", "Enterprises without an award")
        case .reason: Text("暂缓原因", "Held because")
        case .working: Text("算式", "Working")
        case .inWords: Text("大写", "In words")
        case .paymentID: Text("业务参考号", "Payment id")
        case .months: Text("各月", "By month")
        }
    }
}
