import Crypto

@testable import Verification

/// Payment files of profiles, and what report.json says of them.
extension Sample {
    /// The bank's text: two payments a file at most, between lines with totals, in fen.
    var bankParts: [(path: String, issued: [Enterprise])] {
        stride(from: 0, to: issued.count, by: 2).map { start in
            (
                "payments/bank" + (start == 0 ? "" : "-\(start / 2 + 1)") + ".txt",
                Array(issued[start...].prefix(2))
            )
        }
    }

    func bankText(_ issued: [Enterprise]) -> String {
        let sum = issued.reduce(0) { $0 + $1.issued }
        let rows = issued.enumerated().map { index, one in
            "\(index + 1)|CNY|\(one.id)|\(one.name)|\(one.account)|103100000026|01|\(one.issued)|"
                + "20270315|测试联盟|\(Self.payerAccount)|"
        }
        let lines =
            ["#2027-03-15|\(issued.count)|\(sum)", "#序号|币种|编号|户名|账号|行号|行别|金额|日期|付款人|付款账号|"]
            + rows + ["*"]
        return lines.map { $0 + "\n" }.joined()
    }

    var paymentFiles: [String] {
        guard state == "published", !issued.isEmpty else { return [] }
        return payments.flatMap { name in
            switch name {
            case "pain.001": [paymentFile("payments/pain.001.xml", name, issued, layout: "null")]
            case "neutral":
                [paymentFile("payments/neutral.csv", name, issued, layout: Self.neutralLayout)]
            default:
                bankParts.map { paymentFile($0.path, name, $0.issued, layout: Self.bankLayout) }
            }
        }
    }

    private func paymentFile(
        _ path: String, _ profile: String, _ issued: [Enterprise], layout: String
    ) -> String {
        let lines = issued.map { "\($0.account)|\($0.issued)\n" }.sorted().joined()
        let digest = SHA256.hash(data: Array(lines.utf8)).prefix(3).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
        return """
            {"path": "\(path)", "profile": "\(profile)", "payments": \(issued.count), \
            "sum": "\(Self.sum(\.issued, issued))", "accountsHash": "\(digest)", "layout": \(layout)}
            """
    }

    private static let neutralLayout = """
        {"kind": "csv", "encoding": "utf-8-bom", "line-end": "crlf", "separator": ",", \
        "closing-separator": false, "title-prefix": "", "unit": "yuan", "date": "yyyyMMdd", \
        "rows": 100000, "banks": "together", "before": [], "titles": true, "after": [], \
        "columns": [{"title": "业务参考号", "from": "id"}, {"title": "收款人名称", "from": "name"}, \
        {"title": "收款账号", "from": "account"}, {"title": "开户行", "from": "bank"}, \
        {"title": "联行号", "from": "cnaps"}, {"title": "金额", "from": "amount"}, \
        {"title": "用途", "from": "purpose"}]}
        """

    private static let bankLayout = """
        {"kind": "text", "encoding": "utf-8", "line-end": "lf", "separator": "|", \
        "closing-separator": true, "title-prefix": "#", "unit": "fen", "date": "yyyyMMdd", \
        "rows": 2, "banks": "apart", "before": ["#2027-03-15|{count}|{sum}"], "titles": true, \
        "after": ["*"], "columns": [{"title": "序号", "from": "number"}, \
        {"title": "币种", "text": "CNY", "width": 3}, {"title": "编号", "from": "id"}, \
        {"title": "户名", "from": "name"}, {"title": "账号", "from": "account"}, \
        {"title": "行号", "from": "cnaps"}, \
        {"title": "行别", "from": "same-bank", "same": "02", "other": "01"}, \
        {"title": "金额", "from": "amount"}, {"title": "日期", "from": "payment-date"}, \
        {"title": "付款人", "from": "payer-name"}, {"title": "付款账号", "from": "payer-account"}]}
        """
}
