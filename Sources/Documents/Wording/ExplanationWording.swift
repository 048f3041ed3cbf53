import Subsidy

/// The sentences of an explanation, with its figures.
struct ExplanationWording {
    let explanation: Explanation
    let enterprise: EnterpriseExplanation

    /// What came of it, in a sentence.
    var verdict: Text {
        switch enterprise.outcome {
        case .stopped:
            Text(
                "本次不付款：数据不满足付款条件，任何企业都没有补贴。",
                "Nothing is paid to anybody: the data does not allow it.")
        case .notOnRoster:
            Text(
                "没有补贴：不在名册（roster.csv）上，其出货量不计入。如属联盟成员，请补入名册；如是成员的店铺名，请补入其别名。",
                "No award: it is not on the roster (roster.csv), so its volume does not count. "
                    + "If it is a member add it there; if it is a member's shop add the name to "
                    + "its aliases.")
        case .refused:
            Text(
                "没有补贴：审核不通过，其出货量不计入。",
                "No award: it was refused in review, so its volume does not count.")
        case .noRows:
            Text(
                "没有补贴：没有任何一行写明是该企业的。请核对导出文件是否齐全、名册的代码与别名是否正确。",
                "No award: no row of any export names it. Check that all exports are there, and its "
                    + "code and aliases on the roster.")
        case .nothingCounted:
            Text(
                "没有补贴：它的行没有一行计入，原因见下。",
                "No award: none of its rows counts; why is said below.")
        case .belowOneFen:
            Text(
                "没有补贴：配额不足 1 分，也没有分到剩下的分。",
                "No award: its quota is less than a fen, and none of the fen left over came to it.")
        case .awarded: awarded
        }
    }

    private var awarded: Text {
        let amount = Figures.grouped((enterprise.figures?.award?.amount ?? .zero).description)
        let volume = UnitWording.amount(
            Figures.grouped(enterprise.figures?.volume ?? ""), of: explanation.programme.unit)
        let verb = enterprise.figures?.volume == "1" ? "counts" : "count"
        let share = enterprise.figures?.share ?? ""
        return Text(
            "补贴 \(amount) 元：计入出货量 \(volume.zh)，占全部的 \(share)。",
            "The award is \(amount) yuan: \(volume.en) \(verb), \(share) of all.")
    }

    /// Nil is an enterprise that is not on the roster.
    static func name(of review: Review?) -> Text {
        switch review {
        case .approved: Text("审核通过", "approved in review")
        case .pending: Text("待审", "review pending")
        case .refused: Text("审核不通过", "refused in review")
        case nil: Text("不在名册上", "not on the roster")
        }
    }

    /// Rows that nobody can be given.
    var nameless: Text? {
        guard enterprise.namelessRows > 0 else { return nil }
        let count = Figures.grouped(String(enterprise.namelessRows))
        return Text(
            "另有 \(count) 行无效且认不出是哪家企业的（全部文件合计），不归任何企业；见 findings.csv 中代码一栏为空的无效行。",
            "Besides, \(count) rejected rows of all files name no enterprise that can be read; they "
                + "are nobody's. See the rejected rows without a code in findings.csv.")
    }

    /// How many more there are than are shown, and how to see them; nil where all are.
    static func others(_ figures: CodeFigures) -> Text? {
        let more = figures.count - figures.examples.count
        guard more > 0 else { return nil }
        return Text(
            "另有 \(more) 行，联盟可以全部列出（fentan explain --all）",
            "\(more) more; the alliance can list them all (fentan explain --all)")
    }

    /// The fen left over, and who gets them.
    func leftOver(_ split: EnterpriseExplanation.Split) -> Text {
        let pool = explanation.programme.pool.count
        let given = Figures.grouped(String(pool - split.leftOverFen))
        let whole = Figures.grouped(String(pool))
        let left = split.leftOverFen
        return Text(
            "各企业配额的整数部分共 \(given) 分，\(whole) − \(given) 剩下 \(left) 分。"
                + (left == 0
                    ? "没有剩下的分，不再补。" : "余数最大的 \(left) 家各补 1 分；余数相同的，出货量大的在前，再按代码从小到大。"),
            "The whole parts of all quotas are \(given) fen; \(whole) − \(given) leaves \(left). "
                + (left == 0
                    ? "Nothing is left to give."
                    : (left == 1
                        ? "It goes to the largest remainder"
                        : "One each goes to the \(left) largest remainders")
                        + "; of equal ones to the larger volume, then to the smaller code."))
    }

    /// The place of its remainder, and what follows from it; nil where no fen is left over.
    func rank(_ award: AwardFigures.Working, _ split: EnterpriseExplanation.Split) -> Text? {
        guard split.leftOverFen > 0 else { return nil }
        let (rank, left) = (award.share.rank, split.leftOverFen)
        let tie = Text(
            split.isTied ? "有余数与它相同的企业，由出货量和代码决定先后。" : "",
            split.isTied
                ? " Others have the same remainder; volume and code decided between them." : "")
        if award.share.extraFen > 0 {
            return Text(
                "它的余数在 \(split.remainders) 个余数中排第 \(rank)，不在第 \(left) 之后：补 1 分。\(tie.zh)",
                "Its remainder is no. \(rank) of \(split.remainders), not behind no. \(left): one fen "
                    + "more.\(tie.en)")
        }
        return Text(
            "它的余数在 \(split.remainders) 个余数中排第 \(rank)，在第 \(left) 之后：不补。\(tie.zh)",
            "Its remainder is no. \(rank) of \(split.remainders), behind no. \(left): no fen more."
                + tie.en)
    }

    /// What becomes of the award, in a batch that may not be the year's first.
    func payment(_ figures: AwardFigures) -> Text {
        let position = figures.award?.position
        let before = position.map(\.sentBefore) ?? .zero
        let sent = Figures.grouped(before.description)
        switch figures.payment {
        case .issued(let id):
            guard let position, before > .zero else {
                return Text(
                    "可出具：写入付款文件，业务参考号 \(id.text)。",
                    "To be issued: it goes into the payment files under the id \(id.text).")
            }
            let more = Figures.grouped(position.issued.description)
            return Text(
                "此前各批已出具 \(sent) 元；其余 \(more) 元可出具：写入付款文件，业务参考号 \(id.text)。",
                "Earlier batches have issued \(sent) yuan; the other \(more) are to be issued: they "
                    + "go into the payment files under the id \(id.text).")
        case .held(let reasons):
            let why = Text(
                HoldWording.text(of: reasons, in: .zh), HoldWording.text(of: reasons, in: .en))
            guard let position, before > .zero else {
                return Text("暂缓：\(why.zh)。", "Held: \(why.en).")
            }
            let held = Figures.grouped(position.held.description)
            return Text(
                "此前各批已出具 \(sent) 元；其余 \(held) 元暂缓：\(why.zh)。",
                "Earlier batches have issued \(sent) yuan; the other \(held) are held: \(why.en).")
        case .none: return Self.nothingToPay(position)
        }
    }

    /// Of an award that was paid before there is nothing left.
    private static func nothingToPay(_ position: BatchPlan.Position?) -> Text {
        guard let position, position.sentBefore > .zero else {
            return Text("没有可付的金额。", "There is nothing to pay.")
        }
        let before = Figures.grouped(position.sentBefore.description)
        let back = Figures.grouped(position.toReclaim.description)
        let reclaim =
            position.toReclaim > .zero
            ? Text("应追回 \(back) 元。", " Of it \(back) yuan are to be reclaimed.")
            : Text("没有可再付的金额。", " Nothing is left to pay.")
        return Text(
            "此前各批已出具 \(before) 元。\(reclaim.zh)",
            "Earlier batches have issued \(before) yuan.\(reclaim.en)")
    }

    static func waybill(_ waybill: WaybillExplanation) -> Text {
        let rows = waybill.rows.count
        let counted = waybill.rows.count { $0.rowClass == .counted }
        return Text(
            "运单 \(waybill.number)：\(rows) 行，其中 \(counted) 行计入。",
            "Waybill \(waybill.number): \(rows) row\(rows == 1 ? "" : "s"), \(counted) of them "
                + "counted.")
    }

    /// What became of one row of a waybill.
    static func fate(of row: WaybillExplanation.Row) -> Text {
        guard let code = row.code else {
            return Text("计入：按其出货量分配补贴。", "It counts: its volume is paid for.")
        }
        let wording = FindingWording(of: code)
        let facts = row.facts.isEmpty ? nil : row.facts
        return Text(
            wording.problem.zh + (facts.map { "（\($0)）" } ?? "") + "。" + wording.remedy.zh + "。",
            wording.problem.en.opened + (facts.map { " (\($0))" } ?? "") + ". "
                + wording.remedy.en.opened + ".")
    }
}

extension String {
    /// A sentence with a capital at its beginning, where the script has them.
    var opened: String { prefix(1).uppercased() + dropFirst() }
}
