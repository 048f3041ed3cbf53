import Foundation
import Testing

/// Inputs that once crashed a run, took hours, were passed over in silence or showed what is private.
@Suite struct HostileInputTests {
    @Test(arguments: ["pieces: 数量", "status: 签收", "carrier: 快递"])
    func columnOfTheSettingsThatAnExportLacksIsRefused(column: String) throws {
        let fixture = try Fixture()
        try fixture.set("exports: [{file: \"*\", columns: {\(column)}}]")
        let outcome = try fixture.run()
        #expect(outcome.exit == 66)
        #expect(outcome.error.contains("exports/logistics.csv:1"))
    }

    @Test func patternThatFitsNoExportIsRefused() throws {
        let fixture = try Fixture()
        try fixture.set("exports: [{file: \"logistic-*.csv\", control: ignore}]")
        let outcome = try fixture.run()
        #expect(outcome.exit == 78)
        #expect(outcome.error.contains("fentan.yaml:4"))
        #expect(outcome.error.contains("exports[1].file"))
    }

    @Test(arguments: [
        ("account: \"\(Fixture.payerAccount)\"", "account \"\(Fixture.payerAccount)\""),
        ("bank: 样例银行", "\(Fixture.payerAccount): 样例银行"),
    ])
    func accountTypedAsAKeyIsNotShown(typed: (right: String, wrong: String)) throws {
        let fixture = try Fixture()
        try fixture.scratch.edit("programme/fentan.yaml", typed.right, typed.wrong)
        let outcome = try fixture.run()
        #expect(outcome.exit == 78)
        #expect(!outcome.error.contains(Fixture.payerAccount))
    }

    @Test(arguments: [
        "362322198709086409", "362322 19870908 6409", "362322-19870908-6409",
        "362322198709086400", "362322870908640", "身份证362322198709086409",
    ])
    func identityNumberIsMaskedHoweverItIsWritten(number: String) throws {
        let fixture = try Fixture()
        try fixture.set("max-rejected: 100%")
        try fixture.scratch.write(
            Fixture.export + "T9,\(number),2026-05-05,1,\n", to: Fixture.exportPath)
        try #expect(fixture.run().exit == 0)
        for path in ["out/findings.csv", "out/report.html", "out/report.json"] {
            let text = try fixture.scratch.text(path)
            for part in ["19870908", "870908", "0908 64", "0908-64"] {
                #expect(!text.contains(part), "\(path)")
            }
        }
    }

    @Test func telephoneInAStatusIsNotShown() throws {
        let fixture = try Fixture()
        try fixture.scratch.write(
            Fixture.export + "T9,\(Fixture.codes[0]),2026-05-05,1,已签收退 13800138000\n",
            to: Fixture.exportPath)
        try #expect(fixture.run().exit == 0)
        for path in ["out/findings.csv", "out/report.html", "out/report.json"] {
            try #expect(!fixture.scratch.text(path).contains("13800138000"), "\(path)")
        }
    }

    @Test func placeholderForAWaybillInManyRowsIsJudged() throws {
        let fixture = try Fixture()
        let rows = (0..<20_000).map { "0,\(Fixture.codes[$0 % 3]),2026-05-05,1,\n" }
        try fixture.set("max-contested: 100%")
        try fixture.scratch.write(Fixture.export + rows.joined(), to: Fixture.exportPath)
        let outcome = try fixture.run()
        #expect(outcome.exit == 0)
        #expect(outcome.output.contains("contested 20000"))
    }

    @Test func quotesThatDoNotFitCostNoMoreThanTheirLines() throws {
        let fixture = try Fixture()
        try fixture.set("max-rejected: 100%")
        let lines = String(repeating: "\",x\",\"\n", count: 20_000)
        try fixture.scratch.write(Fixture.export + lines, to: Fixture.exportPath)
        let outcome = try fixture.run()
        #expect(outcome.exit == 0)
        #expect(outcome.output.contains("rejected 20000"))
    }

    @Test func cellOfNothingButQuotationMarksIsAWaybillLikeAnother() throws {
        let fixture = try Fixture()
        let marks = String(repeating: "'", count: 1_000_000)
        try fixture.scratch.write(
            Fixture.export + "\(marks),\(Fixture.codes[0]),2026-05-05,1,\n",
            to: Fixture.exportPath)
        try #expect(fixture.run().exit == 0)
    }

    @Test func openQuoteAboveTheHeaderHidesNothingBelow() throws {
        let fixture = try Fixture()
        let rows = (0..<40_000).map { "R\($0),\(Fixture.codes[0]),2026-05-05,1,已签收\n" }
        try fixture.scratch.write(
            "\"2026年,,\n" + Fixture.export + rows.joined(), to: Fixture.exportPath)
        let outcome = try fixture.run()
        #expect(outcome.exit == 0)
        #expect(outcome.output.contains("read 40004 rows"))
    }

    @Test func fileThatBeginsWithALongLineIsNotCalledEmpty() throws {
        let fixture = try Fixture()
        try fixture.scratch.write(
            String(repeating: "x", count: 3_000_000) + "\n" + Fixture.export,
            to: Fixture.exportPath)
        let outcome = try fixture.run()
        #expect(outcome.exit == 66)
        #expect(!outcome.error.contains("empty"))
    }

    @Test(arguments: ["　合计,,,7,", "\u{A0}总计,,,7,", "\u{3000},\u{A0},,,"])
    func paddedFootersAndBlanksAreNoRows(line: String) throws {
        let fixture = try Fixture()
        try fixture.scratch.write(Fixture.export + line + "\n", to: Fixture.exportPath)
        let outcome = try fixture.run()
        #expect(outcome.exit == 0)
        #expect(outcome.output.contains("read 4 rows"))
    }

    @Test func folderThatStandsWhereTheStoppedOneGoesIsLetBe() throws {
        let fixture = try Fixture()
        try fixture.scratch.write("mine", to: "out.stopped/mine.txt")
        try #expect(fixture.run().exit == 0)
        try #expect(fixture.run().exit == 0)
        #expect(fixture.scratch.exists("out.stopped/mine.txt"))
    }

    @Test func alteredReportIsNoOtherInput() throws {
        let fixture = try Fixture.published()
        try fixture.scratch.edit("out/report.json", "\"500000.00\"", "\"500001.00\"")
        try #expect(fixture.run().exit == 70)
    }

    @Test func emptyFolderMadeBeforehandIsUsed() throws {
        let fixture = try Fixture()
        try FileManager.default.createDirectory(
            at: fixture.scratch.url("out"), withIntermediateDirectories: false)
        try #expect(fixture.run().exit == 0)
        try #expect(fixture.verify("out").exit == 0)
    }

    @Test func linkToAnOutputStandsForIt() throws {
        let fixture = try Fixture.published()
        try FileManager.default.moveItem(
            at: fixture.scratch.url("out"), to: fixture.scratch.url("real"))
        try FileManager.default.createSymbolicLink(
            atPath: fixture.scratch.url("out").path, withDestinationPath: "real")
        try #expect(fixture.run().exit == 0)
        try #expect(fixture.run("--payment-date", "2027-04-01").exit == 0)
        try #expect(fixture.verify("real").exit == 0)
    }
}
