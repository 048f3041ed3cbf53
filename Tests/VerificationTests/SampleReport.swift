extension Sample {
    /// report.json, an award and a finding a line.
    var report: String {
        """
        {"schema": 1, "programme": "测试补贴", "year": 2026, "pool": "500000.00",
        "state": "\(state)", "version": "0.1.0",
        "stops": [\(state == "stopped" ? #"{"code": "limit.rejected", "text": "太多"}"# : "")],
        "settings": {"programme": "测试补贴", "year": "2026", "pool": "500000", "volume": "\(unit)",
        "period": {"from": "2026-01-01", "to": "2026-12-31"}, "not-counted": ["退回"],
        "max-rejected": "1%", "max-contested": "1%", "max-unknown": "1%",
        "payer": {"name": "测试联盟", "account": "****6778", "bank": "测试银行", "cnaps": "102100099996"},
        "payment-date": "2027-03-15", "approval": null, "exports": [],
        "payments": [\(payments.map { "\"\($0)\"" }.joined(separator: ", "))]\(noticeSettings)\(hasLetters ? ", \"letters\": true" : "")},
        "inputs": [{"name": "adjudications.csv", "sha256": "\(digest("d"))"},
        {"name": "exports/\(export)", "sha256": "\(digest("a"))"},
        {"name": "exports/yt.csv", "sha256": "\(digest("b"))"},
        \(otherSupport == nil ? "" : supportInput)\
        {"name": "roster.csv", "sha256": "\(digest("c"))"}],
        "rows": \(rows(152, 144, 3, 2, 2, 1)),
        "volume": {"counted": "\(volume(144))", "duplicate": "\(volume(5))",
        "contested": "\(volume(2))", "excluded": "\(volume(6))", "rejected": null},
        "files": [
        {"name": "\(export)", "sha256": "\(digest("a"))", "encoding": "utf-8", "kind": "waybills",
        "bytes": 9, "header": 3, "controls": [], "rows": \(rows(100, 96, 2, 0, 1, 1))},
        {"name": "yt.csv", "sha256": "\(digest("b"))", "encoding": "gb18030", "kind": "waybills",
        "bytes": 9, "header": 1, "controls": [], "rows": \(rows(52, 48, 1, 2, 1, 0))}],
        "statuses": [{"status": "退回", "rows": 1, "counts": false}],
        "adjudications": [\(decisions)],
        "awards": [
        \(enterprises.map(award).joined(separator: ",\n"))],
        "findings": [
        \(findingTotals.joined(separator: ",\n"))],
        \(otherSupport.map { "\"otherSupport\": [\($0.joined(separator: ",\n"))],\n" } ?? "")\
        \(noticeFigures)"totals": \(totals), "batch": \(batch),
        "paymentFiles": [
        \(paymentFiles.joined(separator: ",\n"))],
        "leftOverFen": \(isSplit ? "2" : "null")}
        """
    }

    private var supportInput: String {
        #"{"name": "other-support.csv", "sha256": "\#(digest("d"))"},"# + "\n"
    }

    private func digest(_ letter: String) -> String { String(repeating: letter, count: 64) }

    private func rows(
        _ read: Int, _ counted: Int, _ duplicate: Int, _ contested: Int, _ excluded: Int,
        _ rejected: Int
    ) -> String {
        """
        {"read": \(read), "counted": \(counted), "duplicate": \(duplicate), \
        "contested": \(contested), "excluded": \(excluded), "rejected": \(rejected)}
        """
    }

    private func award(_ one: Enterprise) -> String {
        let name = one.name.replacing("\"", with: "\\\"")
        let head =
            #"{"uscc": "\#(one.uscc)", "name": "\#(name)", "volume": "\#(volume(one.volume))", "#
        guard isSplit else {
            return head + #""quotaFen": null, "floorFen": null, "remainder": null, "#
                + #""remainderRank": null, "extraFen": null, "amount": null, "#
                + #""payment": "none", "paymentId": null, "paidBefore": null, "issued": null, "#
                + #""held": null, "toReclaim": null, \#(parts(one))}"#
        }
        let id = one.payment == "issued" ? "\"\(one.id)\"" : "null"
        return head + #""quotaFen": "\#(50_000_000 * one.volume)/144", "floorFen": \#(one.floor), "#
            + #""remainder": "\#(one.remainder)", "extraFen": \#(one.extra), "#
            + #""remainderRank": \#(one.rank), "#
            + #""amount": "\#(one.amount)", "payment": "\#(one.payment)", "paymentId": \#(id), "#
            + #""paidBefore": "\#(Self.yuan(one.paidBefore))", "issued": "\#(Self.yuan(one.issued))", "#
            + #""held": "\#(Self.yuan(one.held))", "toReclaim": "\#(Self.yuan(one.toReclaim))", "#
            + parts(one) + "}"
    }

    /// A row a piece, two thirds of them in the first file and month.
    private func parts(_ one: Enterprise) -> String {
        guard one.volume > 0 else { return #""months": [], "files": []"# }
        let second = one.volume / 3
        let first = one.volume - second
        return #""months": [{"month": "2026-01", "volume": "\#(volume(first))"}, "#
            + #"{"month": "2026-12", "volume": "\#(volume(second))"}], "#
            + #""files": [{"name": "\#(export)", "rows": \#(first), "#
            + #""volume": "\#(volume(first))"}, "#
            + #"{"name": "yt.csv", "rows": \#(second), "volume": "\#(volume(second))"}]"#
    }

    private var totals: String {
        guard isSplit else {
            return #"{"awards": null, "issued": null, "held": null, "paidBefore": null, "#
                + #""toReclaim": null}"#
        }
        return #"{"awards": "500000.00", "issued": "\#(Self.sum(\.issued, enterprises))", "#
            + #""held": "\#(Self.sum(\.held, enterprises))", "#
            + #""paidBefore": "\#(Self.sum(\.paidBefore, enterprises))", "#
            + #""toReclaim": "\#(Self.sum(\.toReclaim, enterprises))"}"#
    }

    private var batch: String {
        guard isSplit else { return "null" }
        let first =
            #"{"number": 1, "kind": "first", "reason": null, "withdraws": false, "earlier": []}"#
        guard isFurther else { return first }
        return #"{"number": 2, "kind": "supersede", "reason": "异议成立", "withdraws": true, "#
            + #""earlier": [\#(first)]}"#
    }

    /// One waybill given to another, and one month's volume given to nobody.
    private var decisions: String {
        """
        {"line": 2, "waybill": "SF1000000000004", "uscc": "91110000600037341L",
        "reference": "测试〔2027〕1号", "date": "2027-01-05", "rows": {"won": 1, "lost": 1},
        "volume": "\(volume(1))", "yuan": "3472.22"},
        {"line": 4, "month": "2026-03", "carrier": "", "stated": "\(volume(7))", "uscc": null,
        "reference": "测试〔2027〕2号", "date": "2027-01-05", "rows": {"won": 0, "lost": 0},
        "volume": "\(volume(0))", "yuan": "0.00"}
        """
    }

    private var findingTotals: [String] {
        findingValues.map { total in
            let worth = total.volume.map { #""\#(volume($0))", "yuan": "\#(total.yuan)""# }
            return #"{"code": "\#(total.code)", "count": \#(total.count), "volume": "#
                + (worth ?? #"null, "yuan": null"#) + "}"
        }
    }

    var findingValues: [(code: String, count: Int, volume: Int?, yuan: String)] {
        let totals: [(code: String, count: Int, volume: Int?, yuan: String)] = [
            ("adjudicated.other", 1, 1, "3472.22"),
            ("contested.enterprises", 2, 2, "6944.44"), ("coverage.no-rows", 1, nil, ""),
            ("duplicate.differs", 1, 3, "10416.67"), ("duplicate.same", 2, 2, "6944.44"),
            ("enterprise.other-support", 1, 5, "17361.11"),
            ("status.not-counted", 1, 5, "17361.11"),
            ("status.unlisted", 1, 1, "3472.22"), ("waybill.missing", 1, nil, ""),
            ("waybill.suspicious", 1, 1, "3472.22"),
        ]
        let other = otherSupport == nil ? "enterprise.other-support" : "status.not-counted"
        return totals.filter { $0.code != other }
    }
}
