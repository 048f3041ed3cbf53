internal import Crypto

/// pain.001.xml: one instruction, its totals recomputed, its payer and dates as in report.json.
enum Pain001Proof {
    /// The payments of a message, once what stands around them is proved.
    static func payments(
        in message: Pain001, of report: ReportFile, proof: inout Proof
    ) -> [Payment] {
        guard let header = message.headers.first, message.headers.count == 1,
            let instruction = message.instructions.first, message.instructions.count == 1
        else {
            proof.fail(.xml, place: "CstmrCdtTrfInitn")
            return []
        }
        for part in message.headers + message.instructions + message.transactions {
            if let path = part.repeated { proof.fail(.xml, place: path) }
        }
        for (name, part) in [("GrpHdr", header), ("PmtInf", instruction)] {
            totals(of: part, named: name, for: message.transactions, proof: &proof)
        }
        identify(header, instruction, message.transactions, in: report, proof: &proof)
        dates(header, instruction, in: report, proof: &proof)
        payer(header, instruction, in: report, proof: &proof)
        return message.transactions.map { payment($0, proof: &proof) }
    }

    private static func totals(
        of part: Pain001.Part, named name: String, for transactions: [Pain001.Part],
        proof: inout Proof
    ) {
        let sum = transactions.reduce(UInt128(0)) { sum, transaction in
            sum + (transaction["Amt/InstdAmt"].flatMap(Figures.fen) ?? 0)
        }
        proof.equal(
            part["NbOfTxs"], String(transactions.count), .paymentCount, place: name + "/NbOfTxs")
        proof.equal(
            part["CtrlSum"], Figures.yuan(fen: sum), .controlSum, place: name + "/CtrlSum")
    }

    /// MsgId is the year and 24 hexadecimal digits of the SHA-256 over ids and amounts.
    ///
    /// The one instruction carries it and `-1`.
    private static func identify(
        _ header: Pain001.Part, _ instruction: Pain001.Part, _ transactions: [Pain001.Part],
        in report: ReportFile, proof: inout Proof
    ) {
        let lines = transactions.map { part in
            (part["PmtId/EndToEndId"] ?? "") + "," + (part["Amt/InstdAmt"] ?? "") + "\n"
        }
        let digest = Digests.hex(SHA256.hash(data: Array(lines.joined().utf8)))
        let id = header["MsgId"] ?? ""
        proof.equal(
            id, "\(report.year)-\(digest.prefix(24).uppercased())", .messageID, place: "MsgId")
        proof.equal(instruction["PmtInfId"], id + "-1", .messageID, place: "PmtInfId")
        proof.equal(instruction["PmtMtd"], "TRF", .transfer, place: "PmtMtd")
    }

    private static func dates(
        _ header: Pain001.Part, _ instruction: Pain001.Part, in report: ReportFile,
        proof: inout Proof
    ) {
        let date = report.settings.paymentDate
        proof.require(
            date.map(isDate) ?? false, .paymentDate, place: "settings.payment-date", found: date)
        proof.equal(
            instruction["ReqdExctnDt/Dt"], date, .paymentDate, place: "ReqdExctnDt")
        proof.equal(
            header["CreDtTm"], date.map { $0 + "T00:00:00+08:00" }, .creationTime,
            place: "CreDtTm")
    }

    private static func payer(
        _ header: Pain001.Part, _ instruction: Pain001.Part, in report: ReportFile,
        proof: inout Proof
    ) {
        let payer = report.settings.payer
        let account = instruction["DbtrAcct/Id/Othr/Id"]
        proof.equal(instruction["Dbtr/Nm"], payer.name, .payer, place: "Dbtr/Nm")
        proof.equal(
            account.map(Accounts.mask), Accounts.mask(payer.account), .payer,
            place: "DbtrAcct/Id/Othr/Id")
        proof.equal(instruction["DbtrAcct/Ccy"], "CNY", .currency, place: "DbtrAcct/Ccy")
        if let initiator = header["InitgPty/Nm"] {
            proof.equal(initiator, payer.name, .payer, place: "InitgPty/Nm")
        }
        let agent = "DbtrAgt/FinInstnId/"
        proof.equal(
            instruction[agent + "ClrSysMmbId/ClrSysId/Cd"], "CNAPS", .transfer,
            place: agent + "ClrSysId")
        proof.equal(
            instruction[agent + "ClrSysMmbId/MmbId"], payer.cnaps, .payer, place: agent + "MmbId")
        if let bank = instruction[agent + "Nm"] {
            proof.equal(bank, payer.bank, .payer, place: agent + "Nm")
        }
    }

    private static func payment(_ transaction: Pain001.Part, proof: inout Proof) -> Payment {
        let id = transaction["PmtId/EndToEndId"] ?? ""
        let agent = "CdtrAgt/FinInstnId/"
        proof.equal(transaction["PmtId/InstrId"], id, .transfer, place: "InstrId")
        proof.equal(transaction["Amt/InstdAmt@Ccy"], "CNY", .currency, place: id)
        proof.equal(
            transaction[agent + "ClrSysMmbId/ClrSysId/Cd"], "CNAPS", .transfer,
            place: agent + "ClrSysId")
        return Payment(
            id: id, name: transaction["Cdtr/Nm"] ?? "",
            account: transaction["CdtrAcct/Id/Othr/Id"] ?? "", bank: transaction[agent + "Nm"],
            cnaps: transaction[agent + "ClrSysMmbId/MmbId"] ?? "",
            amount: transaction["Amt/InstdAmt"] ?? "", purpose: transaction["RmtInf/Ustrd"] ?? "")
    }

    /// A day of the calendar, as 2027-03-15.
    private static func isDate(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2],
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
            (1...12).contains(month)
        else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...days[month - 1]).contains(day)
    }
}
