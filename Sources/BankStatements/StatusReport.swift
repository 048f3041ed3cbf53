import Subsidy

/// What a pain.002.001.10 message (ISO 20022 CustomerPaymentStatusReport) says of payments.
///
/// ACSC and ACCC are paid, RJCT is returned; any other status is no answer yet. A transaction
/// without a status of its own has its instruction's, else the group's.
struct StatusReport {
    private let file: String
    private let group: Part
    private let created: CalendarDate
    private var entries: [BankStatement.Entry] = []
    private var undecided: Set<BankStatement.Subject> = []
    private var unanswered = 0

    static func statement(of bytes: [UInt8], file: String) throws(InputFault) -> BankStatement {
        let parts = try StatusReportParts.read(bytes, file: file)
        var report = try StatusReport(parts, file: file)
        try report.take(parts.instructions)
        return BankStatement(
            kind: .pain002, entries: report.entries, undecided: report.undecided,
            unanswered: report.unanswered)
    }

    private typealias Part = StatusReportParts.Part
    private typealias Leaf = StatusReportParts.Leaf

    /// A status with the reason that stands beside it.
    private struct Status {
        let code: String
        let reason: String

        var state: BankAnswer.State? {
            switch code {
            case "ACSC", "ACCC": .paid
            case "RJCT": .returned
            default: nil
            }
        }
    }

    private init(_ parts: StatusReportParts, file: String) throws(InputFault) {
        self.file = file
        let header = try Self.only(parts.headers, "GrpHdr", file: file)
        group = try Self.only(parts.groups, "OrgnlGrpInfAndSts", file: file)
        let moment = try Self.needed("CreDtTm", of: header, file: file)
        created = try Self.day(moment, of: header, file: file)
        let order = try Self.needed("OrgnlMsgNmId", of: group, file: file)
        guard order.text.hasPrefix("pain.001") else {
            throw Self.fault(.statement(.otherOrder), order, of: group, file: file)
        }
    }

    private mutating func take(_ instructions: [Part]) throws(InputFault) {
        let message = try needed("OrgnlMsgId", of: group)
        let status = try status("GrpSts", of: group)
        note(status, of: .message(message.text), group, isWhole: instructions.isEmpty)
        for instruction in instructions { try take(instruction, around: status) }
    }

    private mutating func take(_ instruction: Part, around: Status?) throws(InputFault) {
        let id = try needed("OrgnlPmtInfId", of: instruction)
        let own = try status("PmtInfSts", of: instruction)
        note(
            own, of: .paymentInformation(id.text), instruction,
            isWhole: instruction.parts.isEmpty)
        for transaction in instruction.parts {
            try take(transaction: transaction, around: own ?? around)
        }
    }

    /// Takes the status of a group or of an instruction; `isWhole` where none of its parts is listed.
    private mutating func note(
        _ status: Status?, of subject: BankStatement.Subject, _ part: Part, isWhole: Bool
    ) {
        guard let status else { return }
        if let state = status.state {
            entries.append(
                BankStatement.Entry(
                    subject: subject, state: state, amount: nil, date: created,
                    reason: status.reason, line: part.line))
        } else {
            undecided.insert(subject)
            if isWhole { unanswered += 1 }
        }
    }

    private mutating func take(transaction: Part, around: Status?) throws(InputFault) {
        let reference = try needed("OrgnlEndToEndId", of: transaction)
        guard let payment = PaymentID(reference.text) else {
            throw fault(.statement(.paymentID), reference, of: transaction)
        }
        let amount = try amount(of: transaction)
        let accepted = try one("AccptncDtTm", of: transaction)
        let date = try accepted.map { leaf throws(InputFault) in
            try Self.day(leaf, of: transaction, file: file)
        }
        let own = try status("TxSts", of: transaction)
        guard let status = own ?? around, let state = status.state else {
            undecided.insert(.payment(payment))
            unanswered += 1
            return
        }
        let reason = Self.reason(of: transaction)
        entries.append(
            BankStatement.Entry(
                subject: .payment(payment), state: state, amount: amount, date: date ?? created,
                reason: reason.isEmpty ? status.reason : reason, line: transaction.line))
    }

    private func status(_ path: String, of part: Part) throws(InputFault) -> Status? {
        try one(path, of: part).map { Status(code: $0.text, reason: Self.reason(of: part)) }
    }

    /// Codes, each followed by what was added to it: `AC01 …; AM04 …`.
    private static func reason(of part: Part) -> String {
        var reason = ""
        for leaf in part.leaves where !leaf.text.isEmpty {
            switch leaf.path {
            case "StsRsnInf/Rsn/Cd", "StsRsnInf/Rsn/Prtry":
                reason += (reason.isEmpty ? "" : "; ") + leaf.text
            case "StsRsnInf/AddtlInf": reason += (reason.isEmpty ? "" : " ") + leaf.text
            default: break
            }
        }
        return reason
    }

    private func amount(of transaction: Part) throws(InputFault) -> Fen? {
        var amounts: [Fen] = []
        for path in ["Amt/InstdAmt", "Amt/EqvtAmt/Amt", "IntrBkSttlmAmt"] {
            guard let leaf = try one("OrgnlTxRef/" + path, of: transaction) else { continue }
            guard leaf.currency == "CNY" else {
                throw fault(.statement(.currency), leaf, of: transaction)
            }
            guard let amount = StatedAmount.fen(leaf.text), !leaf.text.contains(",") else {
                throw fault(.statement(.amount), leaf, of: transaction)
            }
            amounts.append(amount)
        }
        return amounts.first
    }

    /// The element at `path`; nil where it is missing or empty.
    private func one(_ path: String, of part: Part) throws(InputFault) -> Leaf? {
        try Self.one(path, of: part, file: file)
    }

    private func needed(_ path: String, of part: Part) throws(InputFault) -> Leaf {
        try Self.needed(path, of: part, file: file)
    }

    private func fault(_ problem: InputFault.Problem, _ leaf: Leaf, of part: Part) -> InputFault {
        Self.fault(problem, leaf, of: part, file: file)
    }
}

extension StatusReport {
    private static func only(
        _ parts: [Part], _ name: String, file: String
    ) throws(InputFault) -> Part {
        guard let part = parts.first else {
            throw InputFault(.missingValue, file: file, column: name)
        }
        if parts.count > 1 {
            throw InputFault(
                .statement(.repeated), file: file, line: parts[1].line, column: name)
        }
        return part
    }

    private static func one(
        _ path: String, of part: Part, file: String
    ) throws(InputFault) -> Leaf? {
        let leaves = part.leaves.filter { $0.path == path }
        if leaves.count > 1 {
            throw InputFault(
                .statement(.repeated), file: file, line: leaves[1].line,
                column: part.name + "/" + path)
        }
        return part.leaf(path)
    }

    private static func needed(
        _ path: String, of part: Part, file: String
    ) throws(InputFault) -> Leaf {
        guard let leaf = try one(path, of: part, file: file) else {
            throw InputFault(
                .missingValue, file: file, line: part.line, column: part.name + "/" + path)
        }
        return leaf
    }

    private static func day(
        _ leaf: Leaf, of part: Part, file: String
    ) throws(InputFault) -> CalendarDate {
        guard let date = ChinaDay.day(of: leaf.text) else {
            throw fault(.statement(.date), leaf, of: part, file: file)
        }
        return date
    }

    private static func fault(
        _ problem: InputFault.Problem, _ leaf: Leaf, of part: Part, file: String
    ) -> InputFault {
        InputFault(
            problem, file: file, line: leaf.line, column: part.name + "/" + leaf.path,
            excerpt: leaf.text)
    }
}
