package import DelimitedText
package import Subsidy

/// One file of an output folder, not yet written.
package struct Document: Sendable {
    /// Relative to the folder, `payments/neutral.csv`.
    package let path: String
    package let content: FileBytes

    package init(path: String, content: FileBytes) {
        self.path = path
        self.content = content
    }

    package init(path: String, bytes: [UInt8]) { self.init(path: path, content: .memory(bytes)) }

    /// Of a document that is in memory: all are, but for `findings.csv` where it is large.
    package var bytes: [UInt8] {
        guard case .memory(let bytes) = content else {
            preconditionFailure("a document that is not in memory is read in pieces")
        }
        return bytes
    }
}

/// Turns a settlement into the files of its output folder.
package enum OutputDocuments {
    /// `schema` in report.json: what may be relied on by those who read it.
    package static let reportSchema = 1

    /// A text of the settings that a payment file cannot carry.
    package enum Fault: Error, Equatable {
        /// The payer's field is empty, longer than `limit` or has a character that no file carries.
        case payer(RosterField, limit: Int)
        /// A cell of a bank's file would be run as a formula; the payment should have been held.
        case formula(PaymentID, RosterField)
        /// A cell that is too long for the file or has a character that it cannot carry; the
        /// payment should have been held.
        case unfit(PaymentID, file: String)
        /// A character outside of the cells that the file's encoding does not have.
        case unencodable(UInt32, file: String)
        /// A workbook could not be made, for the system's or its library's reason.
        case workbook(String, file: String)
    }

    /// The files of an edition, `SHA256SUMS` and its signature last; the same bytes for the same values, always.
    ///
    /// `room` is for `findings.csv`, the one that grows with the exports.
    ///
    /// - Throws: `Fault` where the payer's own texts do not fit into a payment file, and
    ///   `InputFault` where the temporary file cannot be written.
    package static func documents(
        of settlement: Settlement, edition: Edition, room: FileBytes.Room = .memory
    ) throws -> [Document] {
        precondition(
            !edition.state.hasAwards || (settlement.awards != nil && settlement.stops.isEmpty),
            "only a settlement without a stop has awards to show")
        let report = Report(of: settlement, edition: edition)
        // Findings may be many, and the page asks for no other file: they are made beside the rest.
        let beside = SideBySide<FileBytes>()
        var documents: [Document] = []
        beside.begin {
            try FindingsCSV.content(of: settlement, language: edition.language, in: room)
        }
        beside.begin { .memory(try ReportPage.bytes(report)) }
        if edition.state.hasAwards {
            documents.append(Document(path: "awards.csv", bytes: AwardsCSV.bytes(report)))
        }
        let payments = edition.state == .published ? try payments(of: settlement, report) : []
        documents += payments.map(\.document)
        if edition.state == .published, report.awards.contains(where: { !$0.holdReasons.isEmpty }) {
            documents.append(Document(path: "payments/held.csv", bytes: HeldCSV.bytes(report)))
        }
        let json = try ReportJSON.bytes(report, payments)
        let results = try beside.results()
        documents += [
            Document(path: "findings.csv", content: results[0]),
            Document(path: "report.json", bytes: json),
            Document(path: "report.html", content: results[1]),
        ]
        if edition.state.hasAwards {
            documents.append(
                Document(path: ReportWorkbook.path, bytes: try ReportWorkbook.bytes(report)))
        }
        if let notice = report.notice {
            documents.append(
                Document(path: "notice.html", bytes: try NoticePage.bytes(report, notice)))
        }
        if edition.letters { documents += try Letters.documents(of: settlement, edition) }
        documents += Quarantine.documents(of: settlement, language: edition.language)
        let sums = try Checksums.document(of: documents)
        documents.append(sums)
        if let key = edition.signingKey {
            documents.append(
                Document(path: sums.path + ".sig", bytes: try key.signature(of: sums.bytes)))
        }
        return documents
    }

    /// The MsgId of the payment message of a settlement; nil where it has none.
    ///
    /// - Throws: `Fault`, as the documents do.
    package static func messageID(of settlement: Settlement) throws -> String? {
        // It does not depend on the day.
        let order = try PaymentOrder(of: settlement, date: settlement.programme.period.to)
        let isMessage = settlement.programme.payments.contains { form in
            if case .pain001 = form { true } else { false }
        }
        guard !order.payments.isEmpty, isMessage else { return nil }
        return Pain001.messageID(of: order)
    }

    /// `report.json` alone, by which a settlement is told from what is published.
    package static func reportJSON(
        of settlement: Settlement, edition: Edition
    ) throws -> [UInt8] {
        try ReportJSON.bytes(Report(of: settlement, edition: edition))
    }

    private static func payments(
        of settlement: Settlement, _ report: Report
    ) throws -> [PaymentFile] {
        guard let date = report.edition.paymentDate else {
            preconditionFailure("what is published has a date")
        }
        let order = try PaymentOrder(of: settlement, date: date)
        return try PaymentFile.files(of: order, as: settlement.programme.payments)
    }
}
