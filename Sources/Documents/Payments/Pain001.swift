import Subsidy

/// `payments/pain.001.xml`: ISO 20022 CustomerCreditTransferInitiation, pain.001.001.09.
///
/// The elements stand in the order in which the schema has them.
struct Pain001 {
    private let order: PaymentOrder
    private let messageID: String

    static func bytes(_ order: PaymentOrder) -> [UInt8] {
        let message = Pain001(order: order, messageID: messageID(of: order))
        var text = XMLText()
        let namespace = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"
        text.element("Document", attributes: " xmlns=\"\(namespace)\"") { text in
            text.element("CstmrCdtTrfInitn") { text in
                text.element("GrpHdr") { message.header(&$0) }
                text.element("PmtInf") { message.information(&$0) }
            }
        }
        return text.bytes
    }

    /// The year and 24 hexadecimal digits over what is paid: the same order, the same id.
    static func messageID(of order: PaymentOrder) -> String {
        let lines = order.payments.map { "\($0.id.text),\($0.amount)\n" }.joined()
        let digest = Checksums.hexDigest(of: Array(lines.utf8))
        return "\(order.year)-\(digest.prefix(24).uppercased())"
    }

    private func header(_ text: inout XMLText) {
        text.element("MsgId", messageID)
        // From the payment date and never from a clock: the same order has the same bytes.
        text.element("CreDtTm", "\(order.date)T00:00:00+08:00")
        totals(&text)
        text.element("InitgPty") { $0.element("Nm", order.payer.name) }
    }

    private func totals(_ text: inout XMLText) {
        text.element("NbOfTxs", String(order.payments.count))
        text.element("CtrlSum", order.total.description)
    }

    private func information(_ text: inout XMLText) {
        text.element("PmtInfId", messageID + "-1")
        text.element("PmtMtd", "TRF")
        totals(&text)
        text.element("ReqdExctnDt") { $0.element("Dt", order.date.description) }
        text.element("Dbtr") { $0.element("Nm", order.payer.name) }
        text.element("DbtrAcct") { text in
            Self.account(order.payer.account, &text)
            text.element("Ccy", "CNY")
        }
        text.element("DbtrAgt") {
            Self.bank(order.payer.bank, cnaps: order.payer.cnaps.text, &$0)
        }
        for payment in order.payments {
            text.element("CdtTrfTxInf") { Self.transfer(payment, &$0) }
        }
    }

    private static func transfer(_ payment: PaymentOrder.Payment, _ text: inout XMLText) {
        let payee = payment.payee
        text.element("PmtId") { text in
            text.element("InstrId", payment.id.text)
            text.element("EndToEndId", payment.id.text)
        }
        text.element("Amt") {
            $0.element("InstdAmt", attributes: " Ccy=\"CNY\"", payment.amount.description)
        }
        text.element("CdtrAgt") { bank(payee.bank, cnaps: payee.cnaps, &$0) }
        text.element("Cdtr") { $0.element("Nm", payee.accountName) }
        text.element("CdtrAcct") { account(payee.account, &$0) }
        text.element("RmtInf") { $0.element("Ustrd", payment.purpose) }
    }

    /// An account by its number: China has no IBAN.
    private static func account(_ number: String, _ text: inout XMLText) {
        text.element("Id") { $0.element("Othr") { $0.element("Id", number) } }
    }

    /// A bank by its CNAPS number 联行号, of a system in the external code list of ISO 20022, and,
    /// where it is known, its name.
    private static func bank(_ name: String, cnaps: String, _ text: inout XMLText) {
        text.element("FinInstnId") { text in
            text.element("ClrSysMmbId") { text in
                text.element("ClrSysId") { $0.element("Cd", "CNAPS") }
                text.element("MmbId", cnaps)
            }
            if !name.isEmpty { text.element("Nm", name) }
        }
    }
}
