import Subsidy
import XMLCoder

/// The elements of a pain.001.001.09 message, in the order in which its schema has them.
struct CreditTransferDocument: Encodable {
    let initiation: Initiation

    init(_ order: PaymentOrder) { initiation = Initiation(order) }

    private enum CodingKeys: String, CodingKey {
        case initiation = "CstmrCdtTrfInitn"
    }

    struct Initiation: Encodable {
        let header: GroupHeader
        let information: PaymentInformation

        init(_ order: PaymentOrder) {
            let messageID = Pain001.messageID(of: order)
            header = GroupHeader(order, messageID: messageID)
            information = PaymentInformation(order, messageID: messageID)
        }

        private enum CodingKeys: String, CodingKey {
            case header = "GrpHdr"
            case information = "PmtInf"
        }
    }
}

struct GroupHeader: Encodable {
    let messageID: String
    let created: String
    let count: String
    let sum: String
    let initiator: Party

    init(_ order: PaymentOrder, messageID: String) {
        self.messageID = messageID
        // From the payment date and never from a clock: the same order has the same bytes.
        created = "\(order.date)T00:00:00+08:00"
        count = String(order.payments.count)
        sum = order.total.description
        initiator = Party(name: order.payer.name)
    }

    private enum CodingKeys: String, CodingKey {
        case messageID = "MsgId"
        case created = "CreDtTm"
        case count = "NbOfTxs"
        case sum = "CtrlSum"
        case initiator = "InitgPty"
    }
}

struct PaymentInformation: Encodable {
    let id: String
    let method = "TRF"
    let count: String
    let sum: String
    let executionDate: ExecutionDate
    let debtor: Party
    let debtorAccount: BankAccount
    let debtorAgent: Agent
    let transfers: [Transfer]

    init(_ order: PaymentOrder, messageID: String) {
        id = messageID + "-1"
        count = String(order.payments.count)
        sum = order.total.description
        executionDate = ExecutionDate(date: order.date.description)
        debtor = Party(name: order.payer.name)
        debtorAccount = BankAccount(number: order.payer.account, currency: "CNY")
        debtorAgent = Agent(cnaps: order.payer.cnaps.text, bank: order.payer.bank)
        transfers = order.payments.map(Transfer.init)
    }

    private enum CodingKeys: String, CodingKey {
        case id = "PmtInfId"
        case method = "PmtMtd"
        case count = "NbOfTxs"
        case sum = "CtrlSum"
        case executionDate = "ReqdExctnDt"
        case debtor = "Dbtr"
        case debtorAccount = "DbtrAcct"
        case debtorAgent = "DbtrAgt"
        case transfers = "CdtTrfTxInf"
    }
}

struct ExecutionDate: Encodable {
    let date: String

    private enum CodingKeys: String, CodingKey {
        case date = "Dt"
    }
}

struct Party: Encodable {
    let name: String

    private enum CodingKeys: String, CodingKey {
        case name = "Nm"
    }
}

/// An account by its number: China has no IBAN.
struct BankAccount: Encodable {
    let id: Identification
    let currency: String?

    init(number: String, currency: String? = nil) {
        id = Identification(other: Other(number: number))
        self.currency = currency
    }

    struct Identification: Encodable {
        let other: Other

        private enum CodingKeys: String, CodingKey {
            case other = "Othr"
        }
    }

    struct Other: Encodable {
        let number: String

        private enum CodingKeys: String, CodingKey {
            case number = "Id"
        }
    }

    private enum CodingKeys: String, CodingKey {
        case id = "Id"
        case currency = "Ccy"
    }
}

/// A bank by its CNAPS number 联行号 and, where it is known, its name.
struct Agent: Encodable {
    let institution: Institution

    init(cnaps: String, bank: String) {
        institution = Institution(
            member: ClearingMember(system: ClearingSystem(), number: cnaps),
            name: bank.isEmpty ? nil : bank)
    }

    struct Institution: Encodable {
        let member: ClearingMember
        let name: String?

        private enum CodingKeys: String, CodingKey {
            case member = "ClrSysMmbId"
            case name = "Nm"
        }
    }

    struct ClearingMember: Encodable {
        let system: ClearingSystem
        let number: String

        private enum CodingKeys: String, CodingKey {
            case system = "ClrSysId"
            case number = "MmbId"
        }
    }

    /// From the external code list of ISO 20022.
    struct ClearingSystem: Encodable {
        let code = "CNAPS"

        private enum CodingKeys: String, CodingKey {
            case code = "Cd"
        }
    }

    private enum CodingKeys: String, CodingKey {
        case institution = "FinInstnId"
    }
}

struct Transfer: Encodable {
    let id: PaymentIdentification
    let amount: InstructedAmount
    let creditorAgent: Agent
    let creditor: Party
    let creditorAccount: BankAccount
    let remittance: Remittance

    init(_ payment: PaymentOrder.Payment) {
        id = PaymentIdentification(instruction: payment.id.text, endToEnd: payment.id.text)
        amount = InstructedAmount(value: Money(currency: "CNY", yuan: payment.amount.description))
        creditorAgent = Agent(cnaps: payment.payee.cnaps, bank: payment.payee.bank)
        creditor = Party(name: payment.payee.accountName)
        creditorAccount = BankAccount(number: payment.payee.account)
        remittance = Remittance(text: payment.purpose)
    }

    private enum CodingKeys: String, CodingKey {
        case id = "PmtId"
        case amount = "Amt"
        case creditorAgent = "CdtrAgt"
        case creditor = "Cdtr"
        case creditorAccount = "CdtrAcct"
        case remittance = "RmtInf"
    }
}

struct PaymentIdentification: Encodable {
    let instruction: String
    let endToEnd: String

    private enum CodingKeys: String, CodingKey {
        case instruction = "InstrId"
        case endToEnd = "EndToEndId"
    }
}

struct InstructedAmount: Encodable {
    let value: Money

    private enum CodingKeys: String, CodingKey {
        case value = "InstdAmt"
    }
}

/// Text with the currency as its attribute.
struct Money: Encodable, DynamicNodeEncoding {
    let currency: String
    let yuan: String

    static func nodeEncoding(for key: any CodingKey) -> XMLEncoder.NodeEncoding {
        key.stringValue == CodingKeys.currency.stringValue ? .attribute : .element
    }

    private enum CodingKeys: String, CodingKey {
        case currency = "Ccy"
        case yuan = ""
    }
}

struct Remittance: Encodable {
    let text: String

    private enum CodingKeys: String, CodingKey {
        case text = "Ustrd"
    }
}
