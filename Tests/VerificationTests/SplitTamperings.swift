@testable import Verification

extension Tampering {
    static let ofSplit = [
        Tampering("a fen moved between two awards", .amount) { folder in
            folder.replace("114583.33", "114583.34", in: .report)
            folder.replace("114583.34", "114583.33", in: .report)
        },
        Tampering("a fen more", .poolTotal, in: .report, #""52083.33""#, #""52083.34""#),
        Tampering("the tie rule swapped", .extraFen) { folder in
            folder.replace(#""extraFen": 0"#, #""extraFen": 1"#, in: .report)
            folder.replace(
                #""extraFen": 1, "remainderRank": 1"#, #""extraFen": 0, "remainderRank": 1"#,
                in: .report)
        },
        Tampering("a remainder", .remainder, in: .report, #""remainder": "48""#, remainder47),
        Tampering("a reduced quota", .quota, in: .report, "750000000/144", "62500000/12"),
        Tampering("a floor", .floor, in: .report, "\"floorFen\": 5208333", "\"floorFen\": 5208334"),
        Tampering("a rank", .remainderRank, in: .report, #""remainderRank": 4"#, rank5),
        Tampering("a fen more left over", .leftOver, in: .report, "Fen\": 2}", "Fen\": 3}"),
        Tampering("a month's volume", .monthTotal, in: .report, january22, january23),
        Tampering("a month twice", .monthTotal, in: .report, "2026-12\", \"v", "2026-01\", \"v"),
        Tampering("a month outside", .monthTotal, in: .report, "2026-12\", \"v", "2027-01\", \"v"),
        Tampering("a file's volume", .fileTotal, in: .report, ofYT11, ofYT12),
        Tampering("a file twice", .fileTotal, in: .report, yt5, sf5),
        Tampering("a row of a file", .fileRows, in: .report, yt5, yt6),
        Tampering("a file that was not read", .fileRows, in: .report, yt5, zz5),
        Tampering("no amount", .amount, in: .report, #""52083.33""#, "null"),
        Tampering("total of awards", .totals, in: .report, "{\"awards\": \"5", "{\"awards\": \"6"),
        Tampering("total issued", .totals, in: .report, #""issued": "385416.66""#, issued),
        Tampering("total held", .totals, in: .report, #""held": "114583.34""#, held),
        Tampering(
            "an award neither issued nor held", .payment, in: .report, paymentHeld, paymentNone),
        Tampering("paid before the first batch", .position, in: .report, before0, before1),
        Tampering("a fen issued and not awarded", .position, in: .report, issued33, issued34),
        Tampering("total paid before", .totals, in: .report, totalBefore0, totalBefore1),
        Tampering("total to reclaim", .totals, in: .report, totalBefore0, totalReclaim1),
        Tampering("no batch", .batch, in: .report, firstBatch, "null"),
        Tampering(
            "a second batch without a first", .batch, in: .report, "\"number\": 1", "\"number\": 2"),
        Tampering(
            "a first batch of another kind", .batch, in: .report, "\"first\"", "\"outstanding\""),
        Tampering(
            "a reason of the first batch", .batch, in: .report, noReason, "\"reason\": \"x\", \"w"),
        Tampering("an id of another payer", .paymentID, in: .report, "1DB73E", "1DB73F"),
        Tampering("an id of another year", .paymentID, in: .report, "\"20261", "\"20251"),
        Tampering("attempt 00", .paymentID, in: .report, "011DB73E", "001DB73E"),
        Tampering("an id in small letters", .paymentID, in: .report, "1DB73E", "1db73e"),
        Tampering("no id", .paymentID, in: .report, "\"202612440600MB2C07549J011DB73E\"", "null"),
    ]

    static let ofAwards = [
        Tampering("no BOM", .byteOrderMark, in: .awards, "\u{FEFF}", ""),
        Tampering("a line end of LF", .lineEnd, in: .awards, "\r\n", "\n"),
        Tampering("no line end at the end", .lineEnd, in: .awards, "整,\r\n", "整,"),
        Tampering("bytes that are not UTF-8", .encoding) { folder in
            folder[file: "awards.csv"]?.append(contentsOf: [0xB2, 0xE2, 0x0D, 0x0A])
        },
        Tampering("an open quote", .quoting, in: .awards, "戊测试公司", "\"戊测试公司"),
        Tampering("a column's name", .header, in: .awards, "占比", "比例"),
        Tampering("a cell too many", .cellCount, in: .awards, "戊测试公司", "戊测试,公司"),
        Tampering("a blank line", .cellCount, in: .awards, "合计", "\r\n合计"),
        Tampering("a formula", .formula, in: .awards, "'=甲", "=甲"),
        Tampering("a full-width formula", .formula, in: .awards, "戊测试公司", "＝1+1"),
        Tampering("another name", .awardCell, in: .awards, "戊测试公司", "庚测试公司"),
        Tampering("another amount", .awardCell, in: .awards, "52083.33", "52083.34"),
        Tampering("words of another amount", .amountInWords, in: .awards, "叁角肆分", "叁角伍分"),
        Tampering("words without 人民币", .amountInWords, in: .awards, "人民币伍拾", "伍拾"),
        Tampering("a share", .share, in: .awards, "22.9167%", "22.9166%"),
        Tampering("a serial number", .serial, in: .awards, "\r\n2,", "\r\n3,"),
        Tampering("a status", .awardStatus, in: .awards, "暂缓", "已出具"),
        Tampering("two lines swapped", .awardOrder) { folder in
            folder.replace("92141127MA0KD1Y64A", "~", in: .awards)
            folder.replace("12440600MB2C07549J", "92141127MA0KD1Y64A", in: .awards)
            folder.replace("~", "12440600MB2C07549J", in: .awards)
        },
        Tampering("no total line", .totalLine, in: .awards, "合计", "共计"),
        Tampering("another total", .totalLine, in: .awards, ",500000.00,", ",500000.01,"),
        Tampering(
            "a line below the total", .totalLine, in: .awards, "整,\r\n", "整,\r\n7,,,,,,,\r\n"),
        Tampering("a line dropped", .awardSet) { folder in
            folder.drop("6,", in: .awards)
        },
    ]

    private static let paymentHeld = #""payment": "held""#
    private static let paymentNone = #""payment": "none""#
    private static let before0 = #""paidBefore": "0.00", "issued""#
    private static let before1 = #""paidBefore": "0.01", "issued""#
    private static let issued33 = #""issued": "52083.33", "held""#
    private static let issued34 = #""issued": "52083.34", "held""#
    private static let totalBefore0 = #""paidBefore": "0.00", "toReclaim": "0.00"}"#
    private static let totalBefore1 = #""paidBefore": "0.01", "toReclaim": "0.00"}"#
    private static let totalReclaim1 = #""paidBefore": "0.00", "toReclaim": "0.01"}"#
    private static let firstBatch =
        #"{"number": 1, "kind": "first", "reason": null, "withdraws": false, "earlier": []}"#
    private static let noReason = #""reason": null, "w"#
    private static let rank5 = #""remainderRank": 5"#
    private static let january22 = #""2026-01", "volume": "22""#
    private static let january23 = #""2026-01", "volume": "23""#
    private static let ofYT11 = #""rows": 11, "volume": "11""#
    private static let ofYT12 = #""rows": 11, "volume": "12""#
    private static let yt5 = #"{"name": "yt.csv", "rows": 5"#
    private static let yt6 = #"{"name": "yt.csv", "rows": 6"#
    private static let sf5 = #"{"name": "sf.csv", "rows": 5"#
    private static let zz5 = #"{"name": "zz.csv", "rows": 5"#
    private static let remainder47 = #""remainder": "47""#
    private static let issued = #""issued": "385416.67""#
    private static let held = #""held": "114583.33""#
}

extension FolderContents {
    /// Takes out the line that begins with `prefix`.
    mutating func drop(_ prefix: String, in document: SampleFile) {
        let text = String(decoding: self[document.rawValue] ?? [], as: UTF8.self)
        let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
        let kept = lines.filter { !$0.hasPrefix(prefix) }
        self[file: document.rawValue] = Array(kept.joined(separator: "\r\n").utf8)
    }
}
