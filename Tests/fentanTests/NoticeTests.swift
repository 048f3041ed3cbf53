import Foundation
import Testing

/// The notice and the letters, as whole runs make them.
struct NoticeTests {
    private static let setting =
        "notice: {publish: 2027-02-01, days: 7, unit: working, holidays: [2027-02-05], "
        + "office: 样例办公室, telephone: 020-00000000, address: 样例路 1 号}"

    @Test func draftAndPublishedFolderHaveTheNotice() throws {
        let fixture = try Fixture()
        try fixture.set(Self.setting)
        try #require(fixture.run("--dry-run").exit == 0)
        try #require(fixture.run().exit == 0)
        for folder in ["out", "out.draft"] {
            #expect(try fixture.scratch.text(folder + "/notice.html").contains("2027年2月10日"))
            #expect(
                try fixture.scratch.text(folder + "/SHA256SUMS").contains("  notice.html\n"))
            #expect(try fixture.verify(folder).exit == 0)
        }
    }

    @Test func otherNoticePublishesTheSamePaymentsAnew() throws {
        let fixture = try Fixture.published()
        let payments = try fixture.scratch.text("out/payments/neutral.csv")
        try fixture.set(Self.setting)
        let first = try fixture.run()
        #expect(first.exit == 0, "\(first.error)")
        #expect(fixture.scratch.exists("out/notice.html"))
        try fixture.scratch.edit("programme/fentan.yaml", "days: 7", "days: 5")
        try #expect(fixture.run().exit == 0)
        #expect(try fixture.scratch.text("out/notice.html").contains("2027年2月8日"))
        #expect(try fixture.scratch.text("out/payments/neutral.csv") == payments)
        let stamps = try fixture.scratch.stamps("out")
        try #expect(fixture.run().exit == 0)
        #expect(try fixture.scratch.stamps("out") == stamps)
        #expect(try fixture.verify("out").exit == 0)
    }

    @Test func workingDaysWithoutHolidaysAreRefused() throws {
        let fixture = try Fixture()
        try fixture.set(Self.setting.replacing(" holidays: [2027-02-05],", with: ""))
        let outcome = try fixture.run("--language", "zh")
        #expect(outcome.exit == 78)
        #expect(outcome.error.contains("fentan.yaml:4: 设置项“notice.holidays”: "))
        #expect(outcome.error.contains("holidays: [2027-02-05, 2027-02-06]"))
        #expect(!fixture.scratch.exists("out"))
    }

    @Test func lettersSayWhatExplainSays() throws {
        let fixture = try Fixture()
        try fixture.scratch.edit("programme/roster.csv", Fixture.accounts[1], "")
        try #require(fixture.run("--dry-run", "--letters").exit == 0)
        try #require(fixture.run("--letters").exit == 0)
        for code in Fixture.codes {
            let letter = try fixture.scratch.text("out/letters/\(code).html")
            let explained = try Command.run(
                "explain", "programme", code, "--format", "html", in: fixture.scratch)
            #expect(letter == explained.output)
            #expect(try fixture.scratch.text("out.draft/letters/\(code).html") == letter)
        }
        #expect(try fixture.verify("out").exit == 0)
        #expect(try fixture.verify("out.draft").exit == 0)
    }

    @Test func lettersThatWerePublishedStay() throws {
        let fixture = try Fixture.published()
        #expect(!fixture.scratch.exists("out/letters"))
        let asked = try fixture.run("--letters")
        #expect(asked.exit == 0, "\(asked.error)")
        #expect(fixture.scratch.exists("out/letters/\(Fixture.codes[0]).html"))
        let stamps = try fixture.scratch.stamps("out")
        let plain = try fixture.run()
        #expect(plain.exit == 0)
        #expect(plain.error.isEmpty)
        #expect(try fixture.scratch.stamps("out") == stamps)
        let sums = try fixture.scratch.text("out/SHA256SUMS")
        // A folder that has gone comes back with them, by the ledger.
        try fixture.scratch.remove("out")
        try #expect(fixture.run().exit == 0)
        #expect(try fixture.scratch.text("out/SHA256SUMS") == sums)
        // And without the ledger they are known by the folder.
        try fixture.scratch.remove("ledger.sqlite")
        try #expect(fixture.run().exit == 0)
        #expect(try fixture.scratch.text("out/SHA256SUMS") == sums)
    }

    @Test func stoppedRunHasNoLetters() throws {
        let fixture = try Fixture()
        try fixture.scratch.edit("programme/roster.csv", "通过,样例甲", "待审,样例甲")
        try #expect(fixture.run("--letters").exit == 65)
        #expect(fixture.scratch.exists("out.stopped/report.html"))
        #expect(!fixture.scratch.exists("out.stopped/letters"))
    }
}
