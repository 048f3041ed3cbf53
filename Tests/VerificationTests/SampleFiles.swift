import Crypto
extension Sample {
    var awards: String {
        let ranked = enterprises.filter { $0.fen > 0 }.sorted {
            ($1.fen, $0.uscc) < ($0.fen, $1.uscc)
        }
        var lines = ["序号,统一社会信用代码,企业名称,核定出货量,占比,补贴金额,金额大写,状态"]
        for (index, one) in ranked.enumerated() {
            let share = one.volume == 33 ? "22.9167%" : "10.4167%"
            lines.append(
                "\(index + 1),\(one.uscc),\(shown(one.name)),\(volume(one.volume)),\(share),"
                    + "\(one.amount),\(Self.words[one.fen] ?? ""),"
                    + (one.payment == "held" ? "暂缓" : "已出具"))
        }
        lines.append("合计,,,\(volume(144)),100.0000%,500000.00,人民币伍拾万元整,")
        return sheet(lines)
    }

    var neutral: String {
        sheet(
            ["业务参考号,收款人名称,收款账号,开户行,联行号,金额,用途"]
                + issued.map { one in
                    "\(one.id),\(quoted(one.name)),\(one.account),测试银行从化支行,"
                        + "103100000026,\(Self.yuan(one.issued)),2026年测试补贴"
                })
    }

    var heldFile: String {
        sheet(
            ["统一社会信用代码,企业名称,金额,原因"]
                + held.map { "\($0.uscc),\(shown($0.name)),\(Self.yuan($0.held)),没有账号" })
    }

    var findings: String {
        let first = shown(export)
        let decided = "已裁定（adjudications.csv:2 2027-01-05 见 adjudications.csv:9）"
        let ofRoster = [
            "roster.csv,6,,coverage.no-rows,914403001922038216,,没有一行"
        ]
        let ofFirst = [
            "\(first),5,状态,status.unlisted,91330100799655058B,SF1000000000001,未列出的状态",
            "\(first),8,运单号,duplicate.same,91330100799655058B,SF1000000000002,\"与第 7 行\r\n相同\"",
            "\(first),9,运单号,duplicate.differs,91330100799655058B,SF1000000000003,件数不同",
            "\(first),20,运单号,adjudicated.other,91330100799655058B,SF1000000000004,\(decided)",
            "\(first),20,运单号,waybill.suspicious,91330100799655058B,SF1000000000004,尾部多零",
            "\(first),21,运单号,waybill.missing,91330100799655058B,,没有运单号",
        ]
        let ofSecond = [
            "yt.csv,4,运单号,duplicate.same,92141127MA0KD1Y64A,YT1000000000001,与第 3 行相同",
            "yt.csv,10,运单号,contested.enterprises,92141127MA0KD1Y64A,YT1000000000002,两家企业",
            "yt.csv,11,运单号,contested.enterprises,N2440117MF1234567D,YT1000000000002,两家企业",
            otherSupport == nil
                ? "yt.csv,30,状态,status.not-counted,92141127MA0KD1Y64A,YT1000000000003,'=退回"
                : "yt.csv,30,,enterprise.other-support,914403001922038216,YT1000000000003,市级较高",
        ]
        return sheet(
            ["文件,行号,列,代码,统一社会信用代码,运单号,说明"]
                + (export < "roster.csv" ? ofFirst + ofRoster : ofRoster + ofFirst) + ofSecond)
    }

    /// The file of the first export's one rejected row; its name has no part that cannot stand.
    var quarantinePath: String {
        "quarantine/" + (export.hasSuffix(".csv") ? export : export + ".csv")
    }

    var quarantine: String {
        sheet(["行号,代码,原因,运单号,收件人,\"'=备注,二\"", "21,waybill.missing,没有运单号,,,"])
    }

    var pain001: String {
        let totals =
            "<NbOfTxs>\(issued.count)</NbOfTxs><CtrlSum>\(Self.sum(\.issued, enterprises))</CtrlSum>"
        let lines = issued.map { "\($0.id),\(Self.yuan($0.issued))\n" }.joined()
        let digest = SHA256.hash(data: Array(lines.utf8)).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
        let message = "2026-" + digest.joined().prefix(24)
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"><CstmrCdtTrfInitn>
            <GrpHdr><MsgId>\(message)</MsgId><CreDtTm>2027-03-15T00:00:00+08:00</CreDtTm>\(totals)
            <InitgPty><Nm>测试联盟</Nm></InitgPty></GrpHdr>
            <PmtInf><PmtInfId>\(message)-1</PmtInfId><PmtMtd>TRF</PmtMtd>\(totals)
            <ReqdExctnDt><Dt>2027-03-15</Dt></ReqdExctnDt><Dbtr><Nm>测试联盟</Nm></Dbtr>
            <DbtrAcct><Id><Othr><Id>\(Self.payerAccount)</Id></Othr></Id><Ccy>CNY</Ccy></DbtrAcct>
            <DbtrAgt><FinInstnId>\(member("102100099996"))<Nm>测试银行</Nm></FinInstnId></DbtrAgt>
            \(issued.map(transaction).joined(separator: "\n"))
            </PmtInf></CstmrCdtTrfInitn></Document>
            """
    }

    private func transaction(_ one: Enterprise) -> String {
        """
        <CdtTrfTxInf><PmtId><InstrId>\(one.id)</InstrId><EndToEndId>\(one.id)</EndToEndId></PmtId>
        <Amt><InstdAmt Ccy="CNY">\(Self.yuan(one.issued))</InstdAmt></Amt>
        <CdtrAgt><FinInstnId>\(member("103100000026"))<Nm>测试银行从化支行</Nm></FinInstnId></CdtrAgt>
        <Cdtr><Nm>\(one.name)</Nm></Cdtr>
        <CdtrAcct><Id><Othr><Id>\(one.account)</Id></Othr></Id></CdtrAcct>
        <RmtInf><Ustrd>2026年测试补贴</Ustrd></RmtInf></CdtTrfTxInf>
        """
    }

    private func member(_ cnaps: String) -> String {
        "<ClrSysMmbId><ClrSysId><Cd>CNAPS</Cd></ClrSysId><MmbId>\(cnaps)</MmbId></ClrSysMmbId>"
    }

    private func sheet(_ lines: [String]) -> String {
        "\u{FEFF}" + lines.map { $0 + "\r\n" }.joined()
    }

    /// A name in a file for people: no formula, quotes where they are needed.
    private func shown(_ name: String) -> String {
        quoted(name.hasPrefix("=") || name.hasPrefix("-") ? "'" + name : name)
    }

    private func quoted(_ text: String) -> String {
        guard text.contains(",") || text.contains("\"") else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
