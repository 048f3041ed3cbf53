import Foundation
import Testing

/// What banks say is taken whole or not at all, and once.
@Suite struct SettleTests {
    private func published() throws -> (YearFixture, [YearFixture.Payment]) {
        let year = try YearFixture()
        try #require(year.run().exit == 0)
        return (year, try year.payments(of: "out"))
    }

    @Test func aFileIsTakenOnce() throws {
        let (year, payments) = try published()
        let lines = payments.map { YearFixture.line($0, "已付", day: 16) }
        try #expect(year.settle(lines).exit == 0)
        try #expect(year.status() == [50_000_000, 50_000_000, 50_000_000, 0, 0, 0, 0])
        let before = try year.scratch.data("ledger.sqlite")
        for lines in [lines, lines.reversed(), Array(lines.prefix(1))] {
            let again = try year.settle(lines)
            #expect(again.exit == 0)
            #expect(again.output.contains("nothing new"), "\(again.output)")
        }
        try #expect(year.scratch.data("ledger.sqlite") == before)
    }

    @Test func nothingIsTakenOfAFileWithAFault() throws {
        let (year, payments) = try published()
        let good = YearFixture.line(payments[0], "已付", day: 16)
        let stranger = good.replacingOccurrences(
            of: Fixture.codes[0] + "01", with: Fixture.codes[0] + "02")
        for (bad, text) in [
            (stranger, "no payment of this year"),
            (
                YearFixture.line(payments[1], "已付", day: 16) + "\n"
                    + YearFixture.line(payments[1], "退回", day: 15), "came back on 2027-03-15"
            ),
            ("\(payments[1].id),已付,0.01,,2027-03-16", "is not the 142857.14 yuan"),
            ("\(payments[1].id),已追回,0.01,,2027-03-16", "had not been paid"),
        ] {
            let outcome = try year.settle([good, bad])
            #expect(outcome.exit == 66)
            #expect(outcome.error.contains("bank.csv:"), "\(outcome.error)")
            #expect(outcome.error.contains(text), "\(outcome.error)")
            try #expect(year.status()[2] == 0)
        }
    }

    @Test func wholeMessagesAreAnswered() throws {
        let (year, _) = try published()
        let pain001 = try year.scratch.text("out/payments/pain.001.xml")
        let id = try #require(pain001.firstMatch(of: /<MsgId>([^<]*)</)?.1)
        let report = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
            <GrpHdr><MsgId>B1</MsgId><CreDtTm>2027-03-16T09:00:00+08:00</CreDtTm></GrpHdr>
            <OrgnlGrpInfAndSts><OrgnlMsgId>\(id)</OrgnlMsgId>
            <OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId><GrpSts>ACSC</GrpSts>
            </OrgnlGrpInfAndSts></CstmrPmtStsRpt></Document>
            """
        try year.scratch.write(report, to: "bank.xml")
        let outcome = try Command.run("settle", "programme", "bank.xml", in: year.scratch)
        #expect(outcome.exit == 0, "\(outcome.error)")
        try #expect(year.status()[2] == 50_000_000)
        try year.scratch.edit("bank.xml", String(id), "2026-000000000000000000000000")
        try #expect(
            Command.run("settle", "programme", "bank.xml", in: year.scratch).exit == 66)
    }

    @Test func whatIsNotPublishedCannotBeSettled() throws {
        let year = try YearFixture()
        try #expect(year.settle(["x"]).exit == 66)
        #expect(!year.scratch.exists("ledger.sqlite"))
    }

    @Test func statusBeforeThereIsAny() throws {
        let year = try YearFixture()
        let outcome = try Command.run("status", "programme", in: year.scratch)
        #expect(outcome.exit == 0)
        #expect(outcome.output.contains("2026"))
        #expect(!year.scratch.exists("ledger.sqlite"))
    }

    @Test func statusNamesWhyAnEnterpriseWaits() throws {
        let year = try YearFixture()
        try year.account(2, "")
        try #require(year.run().exit == 0)
        let payments = try year.payments(of: "out")
        try #require(year.settle([YearFixture.line(payments[0], "退回", day: 16)]).exit == 0)
        let outcome = try Command.run("status", "programme", in: year.scratch)
        let lines = outcome.output.split(separator: "\n")
        func line(_ index: Int) -> Substring {
            lines.first { $0.hasPrefix(Fixture.codes[index]) } ?? ""
        }
        #expect(line(0).contains("returned on 2027-03-16"))
        #expect(line(1).contains("waits for the bank"))
        #expect(line(2).hasSuffix("held: the roster has no account; fill it in"))
    }

    @Test func statusNamesWhatStillHolds() throws {
        let year = try YearFixture()
        try year.account(2, "")
        try #require(year.run().exit == 0)
        func note(_ language: String) throws -> String {
            let outcome = try Command.run(
                "status", "programme", "--language", language, in: year.scratch)
            try #require(outcome.exit == 0)
            let line = outcome.output.split(separator: "\n")
                .first { $0.hasPrefix(Fixture.codes[2]) }
            return String(line ?? "")
        }
        try #expect(note("zh").hasSuffix("暂缓：名册没有账号，请补全"))
        let roster = try year.scratch.text("programme/roster.csv")
        try year.scratch.edit("programme/roster.csv", "样例丙公司,,", "样例丙公司,990377,")
        try #expect(note("zh").hasSuffix("暂缓原因已消除，可用 fentan run programme --outstanding 补发"))
        try #expect(
            note("en").hasSuffix("no longer held: fentan run programme --outstanding sends it"))
        try year.scratch.edit("programme/roster.csv", ",990377,样例银行", ",990377,=银行")
        try #expect(note("en").contains("held: bank begins like a formula"))
        // The ledger alone still says that it is held.
        try year.scratch.remove("programme/roster.csv")
        try #expect(note("en").hasSuffix("held, see held.csv"))
        try year.scratch.write(roster, to: "programme/roster.csv")
        try year.scratch.write(
            """
            统一社会信用代码,级别,项目,金额,已放弃
            \(Fixture.codes[2]),市,样例市级项目,1.00,

            """, to: "programme/other-support.csv")
        let city = try note("zh")
        #expect(city.contains("样例市级项目"), "\(city)")
    }
}
