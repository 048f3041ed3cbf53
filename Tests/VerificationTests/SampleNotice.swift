@testable import Verification

extension Sample {
    /// Seven working days from a Monday, with two holidays and a Sunday that is worked; a name that
    /// has a bracket and a control character in it.
    static var withNotice: Sample {
        var sample = Sample.besideSupport
        sample.hasNotice = true
        sample.enterprises[1].name = "=甲<b>&\u{200B}商贸"
        return sample
    }

    private var proposed: [Enterprise] {
        enterprises.filter { $0.fen > 0 }.sorted { ($1.fen, $0.uscc) < ($0.fen, $1.uscc) }
    }

    private func deducted(_ one: Enterprise) -> Int { one.volume == 33 ? 2 : 0 }

    var noticeSettings: String {
        guard hasNotice else { return "" }
        return """
            , "notice": {"publish": "2027-02-01", "days": 7, "unit": "working",
            "holidays": ["2027-02-04", "2027-02-05"], "workdays": ["2027-02-07"],
            "office": "测试办公室", "telephone": "020-00000000", "address": "测试路 1 号"}
            """
    }

    var noticeFigures: String {
        guard hasNotice, isSplit else { return "" }
        let lines = proposed.map { one in
            let remark = remark(of: one).isEmpty ? "null" : "\"\(remark(of: one))\""
            return
                #"{"uscc": "\#(one.uscc)", "declared": "\#(volume(one.volume + deducted(one)))", "#
                + #""deducted": "\#(volume(deducted(one)))", "remark": \#(remark)}"#
        }
        return """
            "notice": {"firstDay": "2027-02-01", "lastDay": "2027-02-10",
            "declared": "\(volume(150))", "deducted": "\(volume(6))",
            "lines": [\(lines.joined(separator: ",\n"))]},

            """
    }

    private func remark(of one: Enterprise) -> String {
        guard otherSupport != nil else { return "" }
        return switch one.uscc {
        case "12440600MB2C07549J", "91330100799655058B": "waived"
        case "91110000600037341L": "unwaived"
        default: ""
        }
    }

    var notice: String {
        let rows = proposed.enumerated().map { index, one in
            let share = one.volume == 33 ? "22.9167%" : "10.4167%"
            return "<tr><td>\(index + 1)</td><td>\(Self.escaped(one.name))</td><td>\(one.uscc)</td>"
                + "<td>\(volume(one.volume + deducted(one)))</td><td>\(volume(deducted(one)))</td>"
                + "<td>\(volume(one.volume))</td><td>\(share)</td>"
                + "<td>\(Self.grouped(one.amount))</td><td>\(remark(of: one))</td></tr>"
        }
        return """
            <!DOCTYPE html>
            <html lang="zh-CN"><head><title>公示</title><style>td > p { color: red; }</style></head>
            <body><table><thead><tr><th>序号</th></tr></thead><tbody>\(rows.joined())</tbody>
            <tfoot><tr><th>合计</th><td>\(volume(150))</td><td>\(volume(6))</td>
            <td>\(volume(144))</td><td>100.0000%</td><td>500,000.00</td><td></td></tr>
            <tr><th>大写</th><td>人民币伍拾万元整</td></tr></tfoot></table>
            <p><span id="first-day">2027年2月1日</span><span id="last-day">2027年2月10日</span></p>
            <p><span id="office">测试办公室</span><span id="telephone">020-00000000</span>
            <span id="address">测试路 1 号</span></p></body></html>
            """
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing("\u{200B}", with: "⟨U+200B⟩")
    }

    private static func grouped(_ amount: String) -> String {
        String(amount.dropLast(6)) + "," + String(amount.suffix(6))
    }
}

extension Tampering {
    static let ofNotice = [
        Tampering("no notice", .documentMissing) { $0[file: "notice.html"] = nil },
        Tampering(
            "no figures of the notice", .noticeText, in: .report, "\"notice\": {\"first",
            "\"note\": {\"first"),
        Tampering("a script", .noticePage, in: .notice, "</table>", "</table><script></script>"),
        Tampering("a picture", .noticePage, in: .notice, "<p>", "<p style=\"x\">"),
        Tampering("a page cut off", .noticePage, in: .notice, "</body></html>", ""),
        Tampering(
            "an entity", .noticePage, in: .notice, "<!DOCTYPE html>",
            "<!DOCTYPE html [<!ENTITY a \"b\">]>"),
        Tampering(
            "a bare instruction", .noticePage, in: .notice, "</body>", "<?page?></body>"),
        Tampering("another start", .noticePage, in: .notice, "<!DOCTYPE html>", "<!doctype html>"),
        Tampering("two last days", .noticePage, in: .notice, "id=\"first-day\"", "id=\"last-day\""),
        Tampering("another last day", .noticePeriod, in: .notice, "2月10日", "2月9日"),
        Tampering("no first day", .noticePeriod, in: .notice, "id=\"first-day\"", "id=\"first\""),
        Tampering(
            "another last day in the report", .noticePeriod, in: .report, "2027-02-10", "2027-02-09"
        ),
        Tampering("a holiday less", .noticePeriod, in: .report, "\"2027-02-04\", ", ""),
        Tampering("a working day less", .noticePeriod, in: .report, "[\"2027-02-07\"]", "[]"),
        Tampering("another unit", .noticePeriod, in: .report, "\"working\"", "\"calendar\""),
        Tampering("another telephone", .noticeText, in: .notice, "020-00000000", "020-00000001"),
        Tampering("another office", .noticeText, in: .notice, "测试办公室", "别的办公室"),
        Tampering("another name", .noticeText, in: .notice, "甲&lt;b", "乙&lt;b"),
        Tampering("another beginning of a name", .noticeText, in: .notice, "&amp;⟨", "&lt;⟨"),
        Tampering("another amount", .noticeText, in: .notice, "114,583.33", "114,583.34"),
        Tampering("another share", .noticeText, in: .notice, "22.9167%", "22.9166%"),
        Tampering("another total", .noticeText, in: .notice, "500,000.00", "500,000.01"),
        Tampering("other words", .noticeText, in: .notice, "伍拾万元整", "伍拾万元"),
        Tampering("a line more", .noticeText, in: .notice, "<tbody>", "<tbody><tr></tr>"),
        Tampering(
            "a remark", .noticeText, in: .notice, "<td></td></tr></tbody>",
            "<td>账号</td></tr></tbody>"),
        Tampering(
            "more declared", .noticeVolume, in: .report, "\"declared\": \"35\"",
            "\"declared\": \"36\""),
        Tampering(
            "more deducted in all", .noticeVolume, in: .report, "\"deducted\": \"6\"",
            "\"deducted\": \"7\""),
        Tampering(
            "less deducted on the page", .noticeText, in: .notice, "<td>35</td><td>2</td>",
            "<td>35</td><td>1</td>"),
        Tampering("an account", .accountLeak, in: .notice, "020-00000000", "6222020000000000026"),
    ]
}
