import BankStatements
import Subsidy
import Testing

/// Statements as pain.002 messages.
struct StatusReportTests {
    private typealias Sample = StatementSample

    private func sample(_ name: String) throws -> BankStatement {
        try statement(#require(Sample.messages[name]))
    }

    @Test func transactionsAnswerForThemselves() throws {
        let statement = try sample("transactions")
        #expect(statement.kind == .pain002)
        #expect(
            try statement.entries == [
                BankStatement.Entry(
                    subject: Sample.payment(Sample.paid), state: .paid, amount: Fen(4_598_943),
                    date: #require(CalendarDate(iso: "2027-03-16")), reason: "", line: 6),
                // 20:00 in Greenwich is the next day in China.
                BankStatement.Entry(
                    subject: Sample.payment(Sample.returned), state: .returned, amount: nil,
                    date: #require(CalendarDate(iso: "2027-03-16")), reason: "AC01 账号不存在; X9",
                    line: 6),
            ])
        #expect(statement.undecided == [try Sample.payment(Sample.third)])
        #expect(statement.unanswered == 1)
    }

    @Test func groupAnswersForAll() throws {
        let statement = try sample("group rejected")
        #expect(statement.entries.map(\.subject) == [.message("2026-0123")])
        #expect(statement.entries.map(\.state) == [.returned])
        #expect(statement.entries.map(\.reason) == ["DU01"])
        #expect(statement.entries.map(\.line) == [5])
        #expect(statement.unanswered == 0)
    }

    @Test func groupMayHaveNoAnswerYet() throws {
        let statement = try sample("group waits")
        #expect(statement.entries.isEmpty)
        #expect(statement.undecided == [.message("2026-0123")])
        #expect(statement.unanswered == 1)
    }

    @Test func transactionsStandBeforeTheirBatch() throws {
        let statement = try sample("batch paid but one")
        #expect(
            try statement.entries.map(\.subject) == [
                .paymentInformation("2026-0123-1"), Sample.payment(Sample.paid),
                Sample.payment(Sample.returned),
            ])
        #expect(statement.entries.map(\.state) == [.paid, .paid, .returned])
        #expect(
            try statement.undecided == [.message("2026-0123"), Sample.payment(Sample.third)])
        #expect(statement.unanswered == 1)
    }

    @Test func contentOfBanksOwnIsPassedOver() throws {
        #expect(try sample("extension").entries.map(\.state) == [.paid])
    }

    @Test(arguments: ["ACSC": BankAnswer.State.paid, "ACCC": .paid, "RJCT": .returned])
    func finalStatuses(code: String, state: BankAnswer.State) throws {
        let message = Sample.message(
            Sample.header, Sample.group,
            Sample.instruction(Sample.transaction(Sample.paid, "<TxSts> \(code)\n</TxSts>")))
        #expect(try statement(message).entries.map(\.state) == [state])
    }

    @Test(arguments: [
        "ACCP", "ACSP", "ACTC", "ACWC", "ACWP", "PART", "PDNG", "RCVD", "CANC", "rjct",
    ])
    func otherStatusesAreNoAnswer(code: String) throws {
        let message = Sample.message(
            Sample.header, Sample.group("<GrpSts>RJCT</GrpSts>"),
            Sample.instruction(Sample.transaction(Sample.paid, "<TxSts>\(code)</TxSts>")))
        let statement = try statement(message)
        #expect(statement.entries.map(\.subject) == [.message("2026-0123")])
        #expect(statement.undecided == [try Sample.payment(Sample.paid)])
    }

    static let amounts: [(String, StatementFault)] = [
        (#"<Amt><InstdAmt Ccy="USD">1.00</InstdAmt></Amt>"#, .currency),
        (#"<Amt><EqvtAmt><Amt Ccy="EUR">1.00</Amt></EqvtAmt></Amt>"#, .currency),
        (#"<IntrBkSttlmAmt Ccy="HKD">1.00</IntrBkSttlmAmt>"#, .currency),
        ("<Amt><InstdAmt>1.00</InstdAmt></Amt>", .currency),
        (#"<Amt><InstdAmt Ccy="CNY">1.005</InstdAmt></Amt>"#, .amount),
        (#"<Amt><InstdAmt Ccy="CNY">-1</InstdAmt></Amt>"#, .amount),
        (#"<Amt><InstdAmt Ccy="CNY">1,000.00</InstdAmt></Amt>"#, .amount),
        (#"<Amt><InstdAmt Ccy="CNY">0</InstdAmt></Amt>"#, .amount),
    ]

    @Test(arguments: amounts.indices)
    func amountsAreYuan(index: Int) {
        let (amount, problem) = Self.amounts[index]
        let found = fault(
            Sample.message(
                Sample.header, Sample.group,
                Sample.instruction(
                    "\n"
                        + Sample.transaction(
                            Sample.paid,
                            "<TxSts>ACSC</TxSts>\n<OrgnlTxRef>\(amount)</OrgnlTxRef>"))))
        #expect(found?.problem == .statement(problem))
        #expect(found?.line == 8)
        #expect(found?.column?.hasPrefix("TxInfAndSts/OrgnlTxRef/") == true)
    }

    private static let whole = Sample.message(
        Sample.header, Sample.group,
        Sample.instruction(Sample.transaction(Sample.paid, "<TxSts>ACSC</TxSts>")))

    /// What is put in the place of a text of a sound message, and the fault that it makes.
    static let faults: [(old: String, new: String, problem: InputFault.Problem)] = [
        ("pain.002.001.10", "pain.002.001.03", .statement(.otherMessage)),
        ("<GrpHdr>", "<GrpHdr xmlns=\"urn:other\">", .statement(.otherMessage)),
        ("CstmrPmtStsRpt>", "CstmrCdtTrfInitn>", .statement(.otherMessage)),
        ("pain.001.001.09", "pain.008.001.08", .statement(.otherOrder)),
        (
            "<Document", "<!DOCTYPE Document [<!ENTITY a \"b\">]><Document",
            .statement(.documentType)
        ),
        (
            "<Document", "<!DOCTYPE Document SYSTEM \"file:///etc/passwd\"><Document",
            .statement(.documentType)
        ),
        ("<Document", "<?page?><Document", .statement(.bareInstruction)),
        ("<GrpHdr>", "<?page?><GrpHdr>", .statement(.bareInstruction)),
        ("</Document>", "</Document><?page?>", .statement(.bareInstruction)),
        ("UTF-8", "GB18030", .notUTF8),
        ("UTF-8", "UTF-7", .notUTF8),
        ("</CstmrPmtStsRpt>", "", .statement(.notXML)),
        ("ACSC", "&unknown;", .statement(.notXML)),
        ("<TxSts>", "text<TxSts>", .statement(.notXML)),
        ("<TxSts>ACSC", "<TxSts>ACSC<X/>", .statement(.notXML)),
        (StatementSample.header, "", .missingValue),
        (
            StatementSample.header, StatementSample.header + StatementSample.header,
            .statement(.repeated)
        ),
        (StatementSample.group, "", .missingValue),
        ("<CreDtTm>2027-03-15T20:00:00Z</CreDtTm>", "", .missingValue),
        ("2027-03-15T20:00:00Z", "2027-03-15", .statement(.date)),
        ("<OrgnlMsgId>2026-0123</OrgnlMsgId>", "<OrgnlMsgId/>", .missingValue),
        ("<OrgnlPmtInfId>2026-0123-1</OrgnlPmtInfId>", "", .missingValue),
        ("<TxSts>", "<TxSts>RJCT</TxSts><TxSts>", .statement(.repeated)),
        (StatementSample.paid, "NOTPROVIDED", .statement(.paymentID)),
        ("<OrgnlEndToEndId>\(StatementSample.paid)</OrgnlEndToEndId>", "", .missingValue),
    ]

    @Test(arguments: faults.indices)
    func whatCannotBeReadIsAFault(index: Int) throws {
        let (old, new, problem) = Self.faults[index]
        #expect(fault(Self.whole) == nil)
        try #require(Self.whole.contains(old))
        let found = fault(Self.whole.replacing(old, with: new))
        #expect(found?.problem == problem, "\(old) -> \(new)")
    }

    @Test func faultsNameTheirLine() {
        let found = fault(Self.whole.replacing("\(StatementSample.paid)", with: "no id"))
        #expect(found?.line == 6)
        #expect(found?.column == "TxInfAndSts/OrgnlEndToEndId")
        #expect(fault(Self.whole.replacing("</GrpHdr>", with: "</Other>"))?.line == 4)
    }

    @Test func entitiesOfXMLItselfAreText() throws {
        let message = Self.whole.replacing(
            "<TxSts>ACSC</TxSts>",
            with: """
                <TxSts><![CDATA[RJCT]]></TxSts><StsRsnInf><AddtlInf>a &amp; b &#x4E2D;</AddtlInf>\
                </StsRsnInf>
                """)
        #expect(try statement(message).entries.map(\.reason) == ["a & b 中"])
    }
}
