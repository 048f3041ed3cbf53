import Foundation
import Testing

/// What a run does where the year is published already.
@Suite struct PublishedAgainTests {
    @Test func sameInputsLeaveEveryFileAlone() throws {
        let fixture = try Fixture.published()
        let before = try fixture.scratch.stamps("out")
        let again = try fixture.run()
        #expect(again.exit == 0)
        #expect(again.error.isEmpty)
        try #expect(fixture.scratch.stamps("out") == before)
    }

    /// Ways to change what decides money.
    static let otherInputs: [(String, @Sendable (Fixture) throws -> Void)] = [
        ("exports/logistics.csv", { try $0.scratch.edit(Fixture.exportPath, ",3,", ",4,") }),
        (
            "exports/more.csv",
            { try $0.scratch.write(Fixture.header, to: "programme/exports/more.csv") }
        ),
        (
            "exports/logistics.csv",
            { try $0.scratch.rename(Fixture.exportPath, "programme/exports/a.csv") }
        ),
        ("roster.csv", { try $0.scratch.edit("programme/roster.csv", "通过,样例丙公司", "通过,样例丁公司") }),
        (
            "adjudications.csv",
            { try $0.scratch.write("运单号,统一社会信用代码,文号,日期\n", to: Fixture.adjudicationsPath) }
        ),
        ("pool", { try $0.set("pool: 400000.00") }),
        ("volume", { try $0.set("volume: waybills") }),
        ("period", { try $0.set("period: {from: 2026-01-01, to: 2026-12-30}") }),
        ("year", { try $0.scratch.edit("programme/fentan.yaml", "year: 2026", "year: 2025") }),
        ("not-counted", { try $0.set("not-counted: [退回]") }),
        ("max-rejected", { try $0.set("max-rejected: 2%") }),
        ("max-contested", { try $0.set("max-contested: 2%") }),
        ("max-unknown", { try $0.set("max-unknown: 2%") }),
        ("exports", { try $0.set("exports: [{file: \"*\", control: ignore}]") }),
        ("payer", { try $0.scratch.edit("programme/fentan.yaml", "样例联盟", "样例别的联盟") }),
        ("payer", { try $0.scratch.edit("programme/fentan.yaml", "0000018", "0000099") }),
    ]

    @Test(arguments: otherInputs.indices)
    func otherInputsAreRefused(index: Int) throws {
        let (name, change) = Self.otherInputs[index]
        let fixture = try Fixture.published()
        let before = try fixture.scratch.stamps("out")
        try change(fixture)
        let again = try fixture.run()
        #expect(again.exit == 21)
        #expect(again.error.contains(name), "\(again.error)")
        try #expect(fixture.scratch.stamps("out") == before)
        #expect(!fixture.scratch.exists("out.stopped"))
    }

    /// Decisions on T0002, which two enterprises claim, after it was given to the second.
    static let otherDecisions = [
        "T0002,\(Fixture.codes[0]),样例裁1号,2027-01-05", "T0002,无,样例裁1号,2027-01-05",
        "T0002,\(Fixture.codes[1]),样例裁2号,2027-01-05",
        "T0002,\(Fixture.codes[1]),样例裁1号,2027-01-06", nil,
    ]

    @Test(arguments: otherDecisions)
    func otherDecisionIsRefused(decision: String?) throws {
        let header = "运单号,统一社会信用代码,文号,日期\n"
        let fixture = try Fixture()
        try fixture.set("max-contested: 100%")
        try fixture.scratch.write(
            Fixture.export + "T0002,\(Fixture.codes[0]),2026-02-06,2,\n", to: Fixture.exportPath)
        try fixture.scratch.write(
            header + "T0002,\(Fixture.codes[1]),样例裁1号,2027-01-05\n",
            to: Fixture.adjudicationsPath)
        try #require(fixture.run().exit == 0)
        let before = try fixture.scratch.stamps("out")
        try #expect(fixture.run().exit == 0)
        if let decision {
            try fixture.scratch.write(header + decision + "\n", to: Fixture.adjudicationsPath)
        } else {
            try fixture.scratch.rename(Fixture.adjudicationsPath, "programme/decided.csv")
        }
        let again = try fixture.run()
        #expect(again.exit == 21)
        #expect(again.error.contains("adjudications.csv"), "\(again.error)")
        try #expect(fixture.scratch.stamps("out") == before)
        #expect(!fixture.scratch.exists("out.stopped"))
    }

    /// The account is shown by its last four digits alone, and another may have the same.
    @Test func anotherAccountWithTheSameEndIsRefused() throws {
        let fixture = try Fixture.published()
        try fixture.scratch.edit(
            "programme/fentan.yaml", Fixture.payerAccount, "0099440117000099990018")
        try #expect(fixture.run().exit == 21)
    }

    @Test func anotherAccountIsRefusedWhereNothingWasIssued() throws {
        let fixture = try Fixture()
        for account in Fixture.accounts {
            try fixture.scratch.edit("programme/roster.csv", account, "")
        }
        try #require(fixture.run().exit == 0)
        try fixture.scratch.edit(
            "programme/fentan.yaml", Fixture.payerAccount, "0099440117000099990018")
        try #expect(fixture.run().exit == 21)
    }

    @Test func otherInputsAreRefusedBeforeTheyStopTheRun() throws {
        let fixture = try Fixture.published()
        let before = try fixture.scratch.stamps("out")
        try fixture.scratch.edit("programme/roster.csv", "样例乙公司,通过", "样例乙公司,待审")
        try #expect(fixture.run().exit == 21)
        try #expect(fixture.scratch.stamps("out") == before)
        #expect(!fixture.scratch.exists("out.stopped"))
    }

    @Test func draftAndCheckOfOtherInputsLeaveThePublishedAlone() throws {
        let fixture = try Fixture.published()
        let before = try fixture.scratch.stamps("out")
        try fixture.scratch.edit(Fixture.exportPath, ",3,", ",4,")
        try #expect(fixture.run("--dry-run").exit == 0)
        try #expect(
            Command.run("check", "programme", "--output", "out", in: fixture.scratch).exit == 0)
        try #expect(fixture.scratch.stamps("out") == before)
    }

    /// Settings of form, and a text that shows each in the outputs.
    static let forms = [
        "programme: 样例别的名称",
        "payments: [neutral]",
        "approval: {reference: 样例批〔2027〕9号, date: 2027-03-01}",
    ]

    @Test(arguments: forms)
    func changeOfFormPublishesAnewUnderTheSameIds(form: String) throws {
        let fixture = try Fixture.published()
        let before = try fixture.scratch.report("out")
        let files = try fixture.scratch.tree("out")
        try fixture.set(form)
        let again = try fixture.run()
        #expect(again.exit == 0)
        #expect(again.error.isEmpty)
        try #expect(fixture.scratch.report("out").awards == before.awards)
        try #expect(fixture.scratch.tree("out") != files)
        try #expect(fixture.verify("out").exit == 0)
        #expect(fixture.scratch.exists("out/payments/pain.001.xml") == !form.contains("[neutral]"))
    }

    @Test func changeOfPaymentDatePublishesAnewUnderTheSameIds() throws {
        let fixture = try Fixture.published()
        let before = try fixture.scratch.report("out")
        try #expect(fixture.run("--payment-date", "2027-04-01").exit == 0)
        let after = try fixture.scratch.report("out")
        #expect(after.awards == before.awards)
        #expect(after.settings.paymentDate == "2027-04-01")
        let message = try fixture.scratch.text("out/payments/pain.001.xml")
        #expect(message.contains("<Dt>2027-04-01</Dt>"))
        #expect(message.contains("<CreDtTm>2027-04-01T00:00:00+08:00</CreDtTm>"))
    }

    @Test func changeOfLanguagePublishesAnewUnderTheSameIds() throws {
        let fixture = try Fixture.published()
        let before = try fixture.scratch.report("out")
        try #expect(fixture.run("--language", "en").exit == 0)
        try #expect(fixture.scratch.report("out").awards == before.awards)
        try #expect(fixture.scratch.text("out/report.html").contains("lang=\"en\""))
    }

    @Test func defaultPaymentDateIsKept() throws {
        let fixture = try Fixture()
        try fixture.scratch.edit("programme/fentan.yaml", "payment-date: 2027-03-15\n", "")
        try #require(fixture.run().exit == 0)
        // As if it had been published long ago: what the folder says is used, not the clock.
        let today = try #require(fixture.scratch.report("out").settings.paymentDate)
        try fixture.run("--payment-date", "2020-02-29")
        let files = try fixture.scratch.tree("out")
        try #expect(fixture.run().exit == 0)
        try #expect(fixture.scratch.tree("out") == files)
        try #expect(fixture.scratch.report("out").settings.paymentDate == "2020-02-29")
        #expect(today > "2026-01-01")
    }
}
