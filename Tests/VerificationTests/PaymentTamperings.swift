@testable import Verification

extension Tampering {
    static let ofPayments = [
        Tampering("broken XML", .xml, in: .pain001, "</Document>", ""),
        Tampering("an end tag", .xml, in: .pain001, "</Document>", "</Docu&ent>"),
        Tampering("text between elements", .xml, in: .pain001, "<PmtMtd>", "9<PmtMtd>"),
        Tampering("bytes that are not UTF-8", .xml) { folder in
            folder[file: "payments/pain.001.xml"]?.insert(0xE8, at: 60)
        },
        Tampering("an initiator", .payer, in: .pain001, "<InitgPty><Nm>测试", "<InitgPty><Nm>别的"),
        Tampering("another clearing system", .transfer, in: .pain001, "CNAPS", "USABA"),
        Tampering("another message", .xml, in: .pain001, "pain.001.001.09", "pain.001.001.03"),
        Tampering("an entity", .xml, in: .pain001, "<Document", entity),
        Tampering("a bare instruction", .xml, in: .pain001, "<Document", "<?page?><Document"),
        Tampering("two accounts", .xml, in: .pain001, "<Othr><Id>6", "<Othr><Id>1</Id><Id>6"),
        Tampering("a second instruction", .xml, in: .pain001, "</PmtInf>", "</PmtInf><PmtInf/>"),
        Tampering("a control sum", .controlSum, in: .pain001, "<CtrlSum>3", "<CtrlSum>4"),
        Tampering("an instruction's control sum", .controlSum) { folder in
            folder.replace(
                "<CtrlSum>385416.66</CtrlSum>\n<Req", "<CtrlSum>1.00</CtrlSum>\n<Req", in: .pain001)
        },
        Tampering("a count", .paymentCount, in: .pain001, "<NbOfTxs>5", "<NbOfTxs>6"),
        Tampering("a repeated id", .paymentRepeated) { folder in
            folder.replace(
                "202691330100799655058B011DB73E", "202612440600MB2C07549J011DB73E", in: .pain001,
                all: true)
        },
        Tampering(
            "an instruction's own id", .transfer, in: .pain001, "<InstrId>2026", "<InstrId>2025"),
        Tampering("a cheque", .transfer, in: .pain001, "TRF", "CHK"),
        Tampering("dollars", .currency, in: .pain001, "Ccy=\"CNY\"", "Ccy=\"USD\""),
        Tampering("a dollar account", .currency, in: .pain001, "<Ccy>CNY", "<Ccy>USD"),
        Tampering("an amount of 0", .paymentAmount, in: .pain001, ">52083.33<", ">0.00<"),
        Tampering("an amount in one file", .paymentAmount, in: .neutral, ",52083.33", ",52083.34"),
        Tampering("an account in one file", .payee, in: .pain001, "00026", "00027"),
        Tampering("a name in one file", .payee, in: .neutral, "戊测试公司", "庚测试公司"),
        Tampering("a bank in one file", .payee, in: .neutral, "103100000026", "104100000004"),
        Tampering("a bank code of 11 digits", .payee, in: .neutral, "103100000026", "10310000002"),
        Tampering("a payment dropped", .paymentSet) { $0.drop("2026N", in: .neutral) },
        Tampering("a payment of nobody", .paymentSet, in: .neutral, "2026N", "2026M"),
        Tampering("a purpose", .purpose, in: .neutral, "2026年测试补贴", "2025年测试补贴"),
        Tampering("a payer's name", .payer, in: .pain001, "<Dbtr><Nm>测试", "<Dbtr><Nm>别的"),
        Tampering("a payer's bank", .payer, in: .pain001, "102100099996", "102100099995"),
        Tampering("a payer's account", .payer, in: .pain001, "66778<", "66779<"),
        Tampering("a payer's account with the same end", .paymentID, in: .pain001, ">110", ">111"),
        Tampering("a message's id", .messageID, in: .pain001, "<MsgId>2026", "<MsgId>2025"),
        Tampering("a message's digest", .messageID, in: .pain001, "<MsgId>2026-", "<MsgId>2026-0"),
        Tampering(
            "an instruction's id", .messageID, in: .pain001, "-1</PmtInfId>", "-2</PmtInfId>"),
        Tampering("a payment date", .paymentDate, in: .pain001, "<Dt>2027", "<Dt>2028"),
        Tampering("no payment date", .paymentDate, in: .report, "\"2027-03-15\"", "null"),
        Tampering("a day that is none", .paymentDate) { folder in
            folder.replace("2027-03-15", "2027-02-29", in: .report)
            folder.replace("2027-03-15", "2027-02-29", in: .pain001, all: true)
        },
        Tampering("another time", .creationTime, in: .pain001, "T00:00:00+08:00", "T00:00:00Z"),
        Tampering("a held amount", .held, in: .held, "114583.34", "114583.33"),
        Tampering(
            "a held enterprise", .held, in: .held, "91110000600037341L", "9111000060003734XX"),
        Tampering("no reason", .held, in: .held, "没有账号", ""),
    ]

    static let ofProfiles = [
        Tampering("no workbook", .workbook) { folder in
            folder.replace(
                #""kind": "text", "encoding": "utf-8""#,
                #""kind": "workbook", "encoding": "utf-8""#, in: .report)
        },
        Tampering("a fixed cell", .profileCell, in: .bank, "|CNY|", "|USD|"),
        Tampering("a row's number", .profileCell, in: .bank, "\n2|CNY", "\n3|CNY"),
        Tampering("a cell too long", .profileCell, in: .report, #""width": 3"#, #""width": 2"#),
        Tampering("a total above", .profileLine, in: .bank, "|2|1", "|2|2"),
        Tampering("a count above", .profileLine, in: .bank, "#2027-03-15|2|", "#2027-03-15|3|"),
        Tampering("a last line", .profileLine, in: .bank, "\n*\n", "\n**\n"),
        Tampering("no last line", .profileLine, in: .bank, "\n*\n", "\n"),
        Tampering(
            "more rows than allowed", .rowLimit, in: .report, #""rows": 2, "banks""#,
            #""rows": 1, "banks""#),
        Tampering("a bank called the payer's own", .bankRelation, in: .bank, "|01|", "|02|"),
        Tampering("both kinds of banks in a file", .bankRelation) { folder in
            folder.replace("102100099996", "103100099996", in: .report)
            folder.replace("103100000026", "102100000026", in: .bank)
        },
        Tampering(
            "a count of the report", .paymentFile, in: .report, #""payments": 5"#,
            #""payments": 6"#),
        Tampering("a sum of the report", .paymentFile, in: .report, #""sum": "3"#, #""sum": "4"#),
        Tampering("accounts of the report", .paymentFile, in: .report, #"Hash": ""#, #"Hash": "0"#),
        Tampering("an amount in fen", .paymentAmount, in: .bank, "|5208333|", "|5208334|"),
        Tampering("an amount in yuan", .paymentAmount, in: .bank, "|5208333|", "|52083.33|"),
        Tampering("a day", .paymentDate, in: .bank, "|20270315|", "|20270316|"),
        Tampering("a name in the bank's file", .payee, in: .bank, "从化测试供销社", "从化测试供销杜"),
        Tampering("an account in the bank's file", .payee, in: .bank, "00018", "00019"),
        Tampering("a payer's name in the bank's file", .payer, in: .bank, "|测试联盟|", "|别的联盟|"),
        Tampering("a payer's account in a row", .payer, in: .bank, "|1100112233", "|1100112234"),
        Tampering("a formula for the bank", .formula, in: .bank, "从化测试供销社", "=从化测试供销社"),
        Tampering("a title", .header, in: .bank, "户名", "名户"),
        Tampering("a prefix of the titles", .header, in: .bank, "#序号", "序号"),
        Tampering("no separator at the end", .quoting, in: .bank, "778|\n", "778\n"),
        Tampering("a cell too many", .cellCount, in: .bank, "778|\n", "778||\n"),
        Tampering("a return", .lineEnd, in: .bank, "778|\n", "778|\r\n"),
        Tampering("a mark", .byteOrderMark, in: .bank, "#2027", "\u{FEFF}#2027"),
        Tampering("a payment in two parts", .paymentRepeated) { folder in
            folder[file: "payments/bank-2.txt"] = folder[file: "payments/bank.txt"]
        },
        Tampering("a part dropped", .documentMissing) { $0[file: "payments/bank-2.txt"] = nil },
        Tampering("a profile that was not asked for", .documentUnexpected) { folder in
            folder.replace(#""neutral", "bank-text""#, #""neutral""#, in: .report)
        },
        Tampering("a path elsewhere", .documentUnexpected) { folder in
            folder.replace("payments/bank.txt", "bank.txt", in: .report)
            folder.files["bank.txt"] = folder.files.removeValue(forKey: "payments/bank.txt")
        },
    ]

    static let ofFindings = [
        Tampering("a dropped line", .findingCount) { $0.drop("sf.csv,8,", in: .findings) },
        Tampering("a dropped line, counted so", .classCount) { folder in
            folder.drop("yt.csv,30,", in: .findings)
            folder.replace(#""status.not-counted", "count": 1"#, notCounted, in: .report)
        },
        Tampering("a line of another file", .classCount, in: .findings, "yt.csv,4,", "sf.csv,22,"),
        Tampering("another code", .classCount, in: .findings, "waybill.missing", "duplicate.same"),
        Tampering("an unknown code", .findingCount, in: .findings, "status.unlisted", "status.odd"),
        Tampering("lines out of order", .findingOrder, in: .findings, "yt.csv,11", "yt.csv,9"),
        Tampering("files out of order", .findingOrder, in: .findings, "roster.csv", "t.csv"),
        Tampering("a row twice", .findingRepeated, in: .findings, "yt.csv,11", "yt.csv,10"),
        Tampering("a header as a row", .findingPlace, in: .findings, "yt.csv,4,", "yt.csv,1,"),
        Tampering("a row without a line", .findingPlace, in: .findings, "yt.csv,4,", "yt.csv,,"),
        Tampering("a line 08", .findingPlace, in: .findings, "sf.csv,8,", "sf.csv,08,"),
        Tampering("a formula in a note", .formula, in: .findings, "'=退回", "=退回"),
    ]

    private static let notCounted = #""status.not-counted", "count": 0"#
    private static let entity = #"<!DOCTYPE a [<!ENTITY b "c">]><Document"#
}
