import BankStatements
import Subsidy
import Testing

/// Payments, and messages of a bank about them, put together from parts.
enum StatementSample {
    static let paid = "202691440117MY26069668010A1B2C"
    static let returned = "202691440117MY2600118G010A1B2C"
    static let third = "202691440117MY2601487W020A1B2C"

    static func payment(_ text: String) throws -> BankStatement.Subject {
        .payment(try #require(PaymentID(text)))
    }

    static let group = """
        <OrgnlGrpInfAndSts><OrgnlMsgId>2026-0123</OrgnlMsgId>\
        <OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId></OrgnlGrpInfAndSts>
        """

    static func group(_ status: String) -> String {
        group.replacing("</OrgnlGrpInfAndSts>", with: status + "</OrgnlGrpInfAndSts>")
    }

    static let header = "<GrpHdr><MsgId>B1</MsgId><CreDtTm>2027-03-15T20:00:00Z</CreDtTm></GrpHdr>"

    static func instruction(_ content: String) -> String {
        "<OrgnlPmtInfAndSts><OrgnlPmtInfId>2026-0123-1</OrgnlPmtInfId>\(content)</OrgnlPmtInfAndSts>"
    }

    static func transaction(_ id: String, _ content: String = "") -> String {
        """
        <TxInfAndSts><OrgnlEndToEndId>\(id)</OrgnlEndToEndId>\(content)</TxInfAndSts>
        """
    }

    /// A message of its parts, a line each, the first on line 4.
    static func message(_ parts: String...) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10">
        <CstmrPmtStsRpt>
        \(parts.joined(separator: "\n"))
        </CstmrPmtStsRpt>
        </Document>

        """
    }

    /// One message of each kind that a bank sends.
    static let messages: [String: String] = [
        "transactions": message(
            header, group,
            instruction(
                [
                    transaction(
                        paid,
                        """
                        <TxSts>ACSC</TxSts><AccptncDtTm>2027-03-16T09:30:00+08:00</AccptncDtTm>\
                        <OrgnlTxRef><Amt><InstdAmt Ccy="CNY">45989.43</InstdAmt></Amt></OrgnlTxRef>
                        """),
                    transaction(
                        returned,
                        """
                        <TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>AC01</Cd></Rsn>\
                        <AddtlInf>账号不存在</AddtlInf></StsRsnInf>\
                        <StsRsnInf><Rsn><Prtry>X9</Prtry></Rsn></StsRsnInf>
                        """),
                    transaction(third, "<TxSts>PDNG</TxSts>"),
                ].joined())),
        "group rejected": message(
            header,
            group("<GrpSts>RJCT</GrpSts><StsRsnInf><Rsn><Cd>DU01</Cd></Rsn></StsRsnInf>")),
        "group waits": message(header, group("<GrpSts>ACTC</GrpSts>")),
        "batch paid but one": message(
            header, group("<GrpSts>PART</GrpSts>"),
            instruction(
                """
                <PmtInfSts>ACCC</PmtInfSts>\(transaction(paid))\
                \(transaction(returned, "<TxSts>RJCT</TxSts>"))\
                \(transaction(third, "<TxSts>ACSP</TxSts>"))
                """)),
        "extension": message(
            header, group("<GrpSts>ACSC</GrpSts>"),
            """
            <SplmtryData><Envlp><GrpHdr xmlns="urn:bank">text<CreDtTm>no</CreDtTm></GrpHdr></Envlp>\
            </SplmtryData>
            """),
    ]
}

/// What `text` is read as.
func statement(_ text: String) throws(InputFault) -> BankStatement {
    try BankStatementFile.statement(of: Array(text.utf8), file: "bank")
}

func fault(_ text: String) -> InputFault? { fault(bytes: Array(text.utf8)) }

func fault(bytes: [UInt8]) -> InputFault? {
    do throws(InputFault) {
        _ = try BankStatementFile.statement(of: bytes, file: "bank")
        return nil
    } catch {
        return error
    }
}
