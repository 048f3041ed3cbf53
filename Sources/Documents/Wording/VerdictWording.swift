import Subsidy

/// What came of the year, in one sentence with its figures.
struct VerdictWording {
    let sentence: Text

    init(_ report: Report) {
        let pool = Self.stated(report.programme.pool)
        switch report.edition.state {
        case .published: sentence = Self.published(report, pool: pool)
        case .draft: sentence = Self.draft(report, pool: pool)
        case .stopped:
            sentence = Text(
                "本次不付款：数据不满足付款条件，原因有 \(report.stops.count) 项。",
                "Nothing is paid: the data does not allow it, for \(report.stops.count) reason"
                    + (report.stops.count == 1 ? "." : "s."))
        case .checked:
            sentence =
                report.stops.isEmpty
                ? Text(
                    "仅核对数据，未计算补贴；数据满足付款条件。",
                    "The data was checked and nothing awarded; it allows a payment.")
                : Text(
                    "仅核对数据，未计算补贴；按现有数据不能付款，原因有 \(report.stops.count) 项。",
                    "The data was checked and nothing awarded; it does not allow a payment yet.")
        }
    }

    /// `500,000.00 元（人民币伍拾万元整）`: in figures, and in words that no one can alter.
    private static func stated(_ amount: Fen) -> Text {
        let figures = Figures.grouped(amount.description)
        let words = AmountInWords.text(of: amount)
        return Text("\(figures) 元（\(words)）", "\(figures) yuan (\(words))")
    }

    /// What the page is, above its title.
    static func overline(year: Int) -> Text {
        Text("分摊报告 · \(year) 年度", "Report on the apportionment of \(year)")
    }

    static func name(of state: Edition.State) -> Text {
        switch state {
        case .published: Text("正式", "Published")
        case .draft: Text("草案", "Draft")
        case .stopped: Text("未付款", "Stopped")
        case .checked: Text("仅核对", "Checked only")
        }
    }

    private static func published(_ report: Report, pool: Text) -> Text {
        let figures = Parts(report)
        let issued = Text(
            "\(figures.issuedCount) 家已出具付款 \(figures.issued) 元",
            "\(figures.issued) yuan issued to \(figures.issuedCount)")
        let held = Text(
            "\(figures.heldCount) 家暂缓 \(figures.held) 元",
            "\(figures.held) yuan held for \(figures.heldCount)")
        let parts =
            (figures.before.map { [$0] } ?? []) + [issued]
            + (figures.heldCount == 0 ? [] : [held])
        return Text(
            "补贴总额 \(pool.zh)分给 \(figures.enterprises) 家企业："
                + parts.map(\.zh).joined(separator: "，") + "。",
            "The pool of \(pool.en) goes to \(figures.enterprises) enterprises: "
                + parts.map(\.en).joined(separator: ", ") + ".")
    }

    private static func draft(_ report: Report, pool: Text) -> Text {
        let figures = Parts(report)
        let issued = Text(
            "\(figures.issuedCount) 家可出具 \(figures.issued) 元",
            "\(figures.issued) yuan can be issued to \(figures.issuedCount)")
        let held = Text(
            "\(figures.heldCount) 家需暂缓 \(figures.held) 元",
            "\(figures.held) yuan would be held for \(figures.heldCount)")
        let parts =
            (figures.before.map { [$0] } ?? []) + [issued]
            + (figures.heldCount == 0 ? [] : [held])
        return Text(
            "拟将补贴总额 \(pool.zh)分给 \(figures.enterprises) 家企业，尚未付款："
                + parts.map(\.zh).joined(separator: "，") + "。",
            "The pool of \(pool.en) would go to \(figures.enterprises) enterprises; nothing is paid "
                + "yet: " + parts.map(\.en).joined(separator: ", ") + ".")
    }

    /// The figures that both sentences name.
    private struct Parts {
        let enterprises: Int
        let issuedCount: Int
        let heldCount: Int
        let issued: String
        let held: String
        /// Nil where nothing was.
        let before: Text?

        init(_ report: Report) {
            enterprises = report.paidAwards.count
            issuedCount = report.awards.count { $0.paymentID != nil }
            heldCount = report.awards.count { !$0.holdReasons.isEmpty }
            issued = Figures.grouped((report.totals?.issued ?? .zero).description)
            held = Figures.grouped((report.totals?.held ?? .zero).description)
            let paidBefore = report.totals?.paidBefore ?? .zero
            let paid = Figures.grouped(paidBefore.description)
            before =
                paidBefore == .zero
                ? nil : Text("此前已付 \(paid) 元", "\(paid) yuan paid before")
        }
    }
}

/// The classes of rows, and what each means.
struct ClassWording {
    let name: Text
    let meaning: Text

    init(of rowClass: RowClass) {
        switch rowClass {
        case .counted:
            name = Text("计入", "Counted")
            meaning = Text("按其出货量分配补贴", "its volume is paid for")
        case .duplicate:
            name = Text("重复", "Duplicate")
            meaning = Text("同一运单已在另一行计入", "its waybill is counted on another row")
        case .contested:
            name = Text("争议", "Contested")
            meaning = Text("有多种申报，裁定前均不计入", "several claim it and nobody is paid for it")
        case .excluded:
            name = Text("不计", "Excluded")
            meaning = Text("有效，但按规则不计入", "valid but not counted by rule")
        case .rejected:
            name = Text("无效", "Rejected")
            meaning = Text("缺项或无法识别", "not valid")
        }
    }
}

/// What becomes of an award.
enum PaymentWording {
    static func name(of payment: PaymentState, in state: Edition.State) -> Text {
        switch payment {
        case .issued: nameOfIssued(in: state)
        case .held: Text("暂缓", "Held")
        case .none: Text("无", "None")
        }
    }

    static func nameOfIssued(in state: Edition.State) -> Text {
        switch state {
        case .published: Text("已出具", "Issued")
        case .draft, .stopped, .checked: Text("可出具", "To be issued")
        }
    }
}

/// The district's approval, or that there is none yet.
enum ApprovalWording {
    static func text(of approval: Approval?) -> Text {
        guard let approval else {
            return Text(
                "未填写区里的批准文号：本页不能作为已获批准的依据。",
                "No approval of the district is entered: this page is no proof of one.")
        }
        let reference = Excerpt.visible(approval.reference, limit: 200)
        return Text(
            "批准文号 \(reference)，\(approval.date)。",
            "Approved under \(reference) on \(approval.date).")
    }
}
