import DelimitedText
import Foundation
import Subsidy
import Testing

@testable import Documents

#if canImport(FoundationXML)
    import FoundationXML
#endif

struct PaymentsTests {
    private func order(_ sample: Sample) throws -> PaymentOrder {
        try PaymentOrder(of: try sample.settlement(), date: try Sample.date("2027-03-15"))
    }

    private func neutral(_ sample: Sample) throws -> [UInt8] {
        let files = try PaymentFile.files(
            of: try order(sample), as: try sample.programme().payments)
        return try #require(files.first { $0.form.name == "neutral" }).document.bytes
    }

    @Test func neutralIsATableByPaymentID() throws {
        let rows = try CSVTable.rows(of: try neutral(try Sample.plain())).map(
            \.cells)
        #expect(rows.count == 4)
        #expect(rows[0] == ["业务参考号", "收款人名称", "收款账号", "开户行", "联行号", "金额", "用途"])
        #expect(
            rows[1] == [
                "202691110000710926094P016C222E", "广州样例甲直播电商有限公司", "6222020000005678",
                "样例银行从化支行", "102581000013", "151785.71", "2026年从化区直播电商物流配套补贴",
            ])
        #expect(rows.dropFirst().map { $0[0] } == rows.dropFirst().map { $0[0] }.sorted())
    }

    @Test func aPayeeThatABanksSheetWouldRunIsNotInTheFile() throws {
        var sample = try Sample.plain()
        sample.enterprises[0].payee.bank = "\u{3000}=1+1"
        let text = String(decoding: try neutral(sample), as: UTF8.self)
        #expect(!text.contains("=1+1"))
        #expect(!text.contains(sample.enterprises[0].uscc.text))
    }

    @Test func thePurposeHasAtMost62CharactersThatEveryFileCarries() throws {
        var sample = try Sample.plain()
        sample.title = "补\u{7}" + String(repeating: "贴", count: 80)
        let purpose = try #require(try order(sample).payments.first?.purpose)
        #expect(purpose.unicodeScalars.count == 62)
        #expect(purpose.hasPrefix("2026年补贴"))
    }

    @Test(arguments: ["", "联盟\u{7}", String(repeating: "长", count: 141)])
    func aPayerThatNoFileCarriesIsAFault(name: String) throws {
        var sample = try Sample.plain()
        sample.payerName = name
        let settlement = try sample.settlement()
        let date = try Sample.date("2027-03-15")
        #expect(throws: OutputDocuments.Fault.payer(.accountName, limit: 140)) {
            try PaymentOrder(of: settlement, date: date)
        }
    }

    @Test func heldNamesAmountAndReasons() throws {
        var sample = try Sample.plain()
        sample.enterprises[0].payee.account = ""
        sample.enterprises[0].payee.cnaps = "1"
        let report = Report(of: try sample.settlement(), edition: try Sample.edition())
        let rows = try CSVTable.rows(of: HeldCSV.bytes(report)).map(\.cells)
        #expect(
            rows == [
                ["统一社会信用代码", "企业名称", "金额", "原因"],
                [
                    "91110000710926094P", "广州样例甲直播电商有限公司", "151785.71",
                    "名册没有账号，请补全；联行号不是 12 位数字，请更正",
                ],
            ])
    }

    @Test func theMessageReadBackHasTheSameIdsNamesAndTotals() throws {
        var sample = try Sample.plain()
        let names = ["甲 & 乙 <公司> \"]]>\" '", "𠮷野䶮㛃有限公司", "广州样例丙供应链有限公司"]
        for (index, name) in names.enumerated() {
            sample.enterprises[index].payee.accountName = name
        }
        sample.enterprises[2].payee.bank = ""
        let order = try order(sample)
        let message = MessageReader(Pain001.bytes(order))
        #expect(message["GrpHdr/NbOfTxs"] == ["3"])
        #expect(message["GrpHdr/CtrlSum"] == ["500000.00"])
        #expect(message["PmtInf/NbOfTxs"] == ["3"])
        #expect(message["PmtInf/CtrlSum"] == ["500000.00"])
        #expect(message["Cdtr/Nm"] == names)
        #expect(message["PmtId/EndToEndId"] == order.payments.map(\.id.text))
        #expect(message["PmtId/InstrId"] == order.payments.map(\.id.text))
        #expect(message["Amt/InstdAmt"] == ["151785.71", "196651.79", "151562.50"])
        #expect(message["GrpHdr/CreDtTm"] == ["2027-03-15T00:00:00+08:00"])
        #expect(message["ReqdExctnDt/Dt"] == ["2027-03-15"])
        #expect(message["Othr/Id"].first == Sample.payerAccount)
        #expect(message["ClrSysMmbId/MmbId"].count == 4)
        #expect(message.currencies == ["CNY", "CNY", "CNY"])
        let messageID = try #require(message["GrpHdr/MsgId"].first)
        #expect(messageID.hasPrefix("2026-") && messageID.count == 29)
        #expect(message["PmtInf/PmtInfId"] == [messageID + "-1"])
    }

    @Test func theMessageIDFollowsFromWhatIsPaid() throws {
        var sample = try Sample.plain()
        let first = Pain001.messageID(of: try order(sample))
        #expect(Pain001.messageID(of: try order(sample)) == first)
        sample.volumes = [681, 881, 679]
        #expect(Pain001.messageID(of: try order(sample)) != first)
    }
}

/// The texts of a message by their element and its parent, `GrpHdr/MsgId`, in order.
private final class MessageReader: NSObject, XMLParserDelegate {
    private(set) var currencies: [String] = []
    private var texts: [String: [String]] = [:]
    private var path: [String] = []
    private var text = ""

    init(_ bytes: [UInt8]) {
        super.init()
        let parser = XMLParser(data: Data(bytes))
        parser.delegate = self
        _ = parser.parse()
    }

    subscript(path: String) -> [String] { texts[path] ?? [] }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
    ) {
        path.append(name)
        text = ""
        if let currency = attributes["Ccy"] { currencies.append(currency) }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
        qualifiedName: String?
    ) {
        texts[path.suffix(2).joined(separator: "/"), default: []].append(text)
        path.removeLast()
        text = ""
    }
}
