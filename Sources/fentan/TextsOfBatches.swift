import Documents
import Ledger
import Subsidy

/// What the command says of batches, of the ledger and of banks' statements.
extension Texts {
    static func formatHoldsPublished(
        _ folder: String, _ enterprise: Enterprise, _ reasons: [HoldReason]
    ) -> Text {
        let code = enterprise.uscc.text
        return Text(
            zh: "fentan.yaml: payments: \(folder) 已向 \(code) 发出付款，现在的付款文件却不能承载："
                + "\(HoldWording.text(of: reasons, in: .zh))。未写入任何文件。请从 payments 中去掉该文件，"
                + "或改用编码能写的档案。",
            en: "fentan.yaml: payments: \(folder) has a payment to \(code) that a file asked for "
                + "since cannot carry: \(HoldWording.text(of: reasons, in: .en)). Nothing is written. "
                + "Take that file out of payments, or use a profile whose encoding has the "
                + "character.")
    }

    static func batch(_ batch: Batch, of settlement: Settlement) -> Text {
        let positions = (settlement.awards ?? []).map(\.position)
        let (awards, before) = (positions.map(\.award).total, positions.map(\.sentBefore).total)
        let (issued, held) = (settlement.issued, settlement.held)
        let reclaim = positions.map(\.toReclaim).total
        let name = BatchWording.text(of: batch)
        return Text(
            zh: "\(name.zh)。补贴 \(awards) + 应追回 \(reclaim) = 此前已付 \(before) + 本批出具 \(issued) + "
                + "暂缓 \(held)",
            en: "\(name.en). Awards \(awards) + to reclaim \(reclaim) = paid before \(before) + "
                + "issued \(issued) + held \(held)")
    }

    static func finished(_ folder: String) -> Text {
        Text(
            zh: "\(folder)：上次运行中断，现已补齐。",
            en: "\(folder): an earlier run was interrupted; it is finished now.")
    }

    static func nothingOwed(_ plan: BatchPlan, underWay: [SentPayment]) -> Text {
        let waiting = plan.positions.count { $0.held > .zero }
        let amount = underWay.map(\.amount).total
        return Text(
            zh: "没有可以补发的款项，未写入任何文件：\(underWay.count) 笔 \(amount) 元待银行回执，"
                + "\(waiting) 家 \(plan.held) 元仍暂缓。",
            en:
                "nothing is owed that can be paid, nothing is written: \(plural(underWay.count, "payment")) of "
                + "\(amount) yuan wait for the bank, \(plan.held) yuan of \(plural(waiting, "enterprise")) "
                + "are still held.")
    }

    static func nothingToSupersede(_ folder: String) -> Text {
        Text(
            zh: "\(folder)：最近一批就是按这些输入发布的，无需重新核定，未写入任何文件。",
            en:
                "\(folder): the newest batch is from these inputs; there is nothing to supersede and "
                + "nothing is written.")
    }

    static func underWay(_ payments: [SentPayment]) -> Text {
        let ids =
            payments.prefix(5).map(\.id.text).joined(separator: ", ")
            + (payments.count > 5 ? ", …" : "")
        let amount = payments.map(\.amount).total
        return Text(
            zh: "有 \(payments.count) 笔 \(amount) 元尚无银行回执，不能重新核定：\(ids)。"
                + "请先用 fentan settle 登记回执；如财务确认从未将文件导入银行，请加 --never-imported。",
            en:
                "\(payments.count) payments of \(amount) yuan have no answer from the bank, so there "
                + "can be no new awards yet: \(ids). Settle them first with fentan settle, or say "
                + "--never-imported if finance has not used the files.")
    }

    static func nothingPublished(_ ledger: String) -> Text {
        Text(
            zh: "\(ledger)：台账中本年度尚未发布。请先运行 fentan run。",
            en: "\(ledger): nothing of this year is published yet. Run fentan run first.")
    }

    static func unknownBatch(_ folder: String, ledger: String) -> Text {
        Text(
            zh: "\(folder)：已发布，台账 \(ledger) 中却没有这一批，无从得知已付多少。"
                + "请恢复台账，或用 --ledger 指明所用的台账。",
            en:
                "\(folder): it is published, and the ledger \(ledger) does not have it, so that what "
                + "was paid is not known. Restore the ledger, or name the right one with --ledger.")
    }

    static func occupied(_ folder: String) -> Text {
        Text(
            zh: "\(folder)：下一批应写在这里，却已有另一份输出，不予覆盖。请移走，或用 --output 另指一处。",
            en: "\(folder): the next batch belongs here, where another output stands; it is not "
                + "replaced. Move it away, or name another folder with --output.")
    }

    static func notPublishedYet(year: Int) -> Text {
        Text(zh: "\(year) 年度尚未发布。", en: "nothing of \(year) is published yet.")
    }

    static func settled(_ recording: StatementRecording, unanswered: Int) -> Text {
        let answers = recording.answers.map(\.answer)
        func count(_ state: BankAnswer.State) -> Int { answers.count { $0.state == state } }
        return Text(
            zh: "已登记：已付 \(count(.paid))，退回 \(count(.returned))，追回 "
                + "\(count(.reclaimed))；此前已登记 \(recording.known)，尚无结果 \(unanswered)。",
            en: "recorded: \(count(.paid)) paid, \(count(.returned)) returned, "
                + "\(count(.reclaimed)) reclaimed; \(recording.known) known already, "
                + "\(unanswered) without an answer yet.")
    }

    static func nothingNew(_ file: String, known: Int, _ unanswered: Int) -> Text {
        Text(
            zh: "\(file)：没有新内容；此前已登记 \(known)，尚无结果 \(unanswered)。",
            en: "\(file): nothing new; \(known) known already, \(unanswered) without an answer yet."
        )
    }

    static func lateWaybills(_ fault: LateWaybillsFile.Fault) -> Text {
        let (path, year) = (fault.path, fault.year)
        let again = Text(
            zh: "请从备份恢复；或以原输入再次运行 \(year) 年度的 fentan run，会重新生成同样的文件。",
            en: "Restore it from a backup, or run fentan run of \(year) again from its inputs: "
                + "that makes the same file anew.")
        switch fault.problem {
        case .missing:
            return Text(
                zh: "\(path)：找不到 \(year) 年度期末运单，无法判断哪些运单已计入。\(again.zh)",
                en: "\(path): the waybills of the end of \(year) are missing, so that what was "
                    + "counted already is not known. \(again.en)")
        case .differs:
            return Text(
                zh: "\(path)：与台账所记 \(year) 年度期末运单的摘要不符。\(again.zh)",
                en: "\(path): it is not the file of \(year) of which the ledger has the digest. "
                    + again.en)
        case .unreadable(let reason):
            return Text(
                zh: "\(path)：无法读取（\(reason)）。\(again.zh)",
                en: "\(path): it cannot be read (\(reason)). \(again.en)")
        }
    }

    static func ledgerFault(_ path: String, _ fault: LedgerFault) -> Text {
        switch fault {
        case .notALedger:
            Text(
                zh: "\(path)：不是 fentan 的台账。请恢复台账，或用 --ledger 另指一处。",
                en: "\(path): it is no ledger of fentan. Restore it, or name another with --ledger."
            )
        case .newer(let version):
            Text(
                zh: "\(path)：由更新版本的程序写成（第 \(version) 版结构）。请使用该版本。",
                en: "\(path): a later version of the program wrote it (schema \(version)). "
                    + "Use that version.")
        case .damaged(let detail):
            Text(
                zh: "\(path)：台账已损坏（\(detail)）。请从备份恢复。",
                en: "\(path): the ledger is damaged (\(detail)). Restore it from a backup.")
        case .busy, .moved:
            Text(
                zh: "\(path)：另一次运行正在写台账，未写入任何文件。请等它结束后再运行。",
                en: "\(path): another run is writing the ledger; nothing is written. "
                    + "Run again when it has ended.")
        case .cannotCreate(let code):
            cannotWrite(path, FileTree.reason(code))
        case .system(let reason): cannotWrite(path, reason)
        }
    }
}
