package import Subsidy

/// What a batch of the year's payments is, in a line.
package enum BatchWording {
    package static func text(of batch: Batch) -> Text {
        let kind = kind(of: batch.kind)
        let reason = batch.reason.map { Excerpt.visible($0, limit: 200) }
        let withdrawal = Text(
            "；此前未回执的付款文件，财务确认未导入银行",
            "; finance has not used the earlier files that no bank had answered")
        return Text(
            "第 \(batch.number) 批：\(kind.zh)" + (reason.map { "。原因：\($0)" } ?? "")
                + (batch.withdraws ? withdrawal.zh : ""),
            "Batch \(batch.number): \(kind.en)" + (reason.map { ". Reason: \($0)" } ?? "")
                + (batch.withdraws ? withdrawal.en : ""))
    }

    private static func kind(of kind: Batch.Kind) -> Text {
        switch kind {
        case .first: Text("首次发布", "first publication")
        case .outstanding: Text("补发退回和不再暂缓的款项", "what came back and what is no longer held")
        case .supersede: Text("重新核定补贴", "new awards")
        }
    }
}

/// The section of a further batch.
enum BatchLabel: String, PageLabel {
    case title, identity, awards, toReclaim, paidBefore, issued, held, enterprise

    var text: Text {
        switch self {
        case .title: Text("付款批次", "Batches of payments")
        case .identity:
            Text(
                "补贴与应追回之和，等于此前已付、本批出具与暂缓之和，逐家核对过，分毫不差。",
                "Awards and what is to be reclaimed are what was paid before, what this batch "
                    + "issues and what it holds: of each enterprise, to the fen.")
        case .awards: Text("补贴", "Award")
        case .toReclaim: Text("应追回", "To reclaim")
        case .paidBefore: Text("此前已付", "Paid before")
        case .issued: Text("本批出具", "Issued now")
        case .held: Text("暂缓", "Held")
        case .enterprise: Text("企业", "Enterprise")
        }
    }
}
