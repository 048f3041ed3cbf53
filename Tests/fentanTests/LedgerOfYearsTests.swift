import Foundation
import Testing

/// The ledger is what was published; folders are its copies.
@Suite struct LedgerOfYearsTests {
    @Test func sameInputsGiveTheSameBytesElsewhere() throws {
        let fixture = try Fixture.published()
        let first = try fixture.scratch.tree("out")
        let outcome = try Command.run(
            "run", "programme", "--output", "elsewhere", in: fixture.scratch)
        #expect(outcome.exit == 0)
        try #expect(fixture.scratch.tree("elsewhere") == first)
        try fixture.scratch.remove("out")
        try #expect(fixture.run().exit == 0)
        try #expect(fixture.scratch.tree("out") == first)
    }

    @Test func defaultPaymentDateIsKeptAlsoElsewhere() throws {
        let fixture = try Fixture()
        try fixture.scratch.edit("programme/fentan.yaml", "payment-date: 2027-03-15\n", "")
        try #require(fixture.run("--payment-date", "2020-02-29").exit == 0)
        let first = try fixture.scratch.tree("out")
        try fixture.scratch.remove("out")
        try #expect(fixture.run().exit == 0)
        try #expect(fixture.scratch.tree("out") == first)
    }

    @Test func otherInputsAreRefusedAlsoWhereTheFolderHasGone() throws {
        let fixture = try Fixture.published()
        try fixture.scratch.remove("out")
        try fixture.scratch.edit(Fixture.exportPath, ",3,", ",4,")
        let outcome = try fixture.run()
        #expect(outcome.exit == 21)
        #expect(outcome.error.contains("exports/logistics.csv"))
        #expect(!fixture.scratch.exists("out"))
    }

    @Test func folderWithoutLedgerIsTakenIntoOne() throws {
        let fixture = try Fixture.published()
        let before = try fixture.scratch.stamps("out")
        try fixture.scratch.remove("ledger.sqlite")
        try #expect(fixture.run().exit == 0)
        try #expect(fixture.scratch.stamps("out") == before)
        try fixture.scratch.remove("out")
        try fixture.scratch.edit(Fixture.exportPath, ",3,", ",4,")
        try #expect(fixture.run().exit == 21)
    }

    @Test func folderWithoutLedgerIsNotTakenIntoOneByOtherInputs() throws {
        let fixture = try Fixture.published()
        try fixture.scratch.remove("ledger.sqlite")
        try fixture.scratch.edit(Fixture.exportPath, ",3,", ",4,")
        try #expect(fixture.run().exit == 21)
        #expect(!fixture.scratch.exists("ledger.sqlite"))
    }

    @Test func laterBatchWithoutLedgerStopsTheYear() throws {
        let year = try YearFixture()
        try year.account(2, "")
        try #require(year.run().exit == 0)
        try year.scratch.edit("programme/roster.csv", "样例丙公司,,", "样例丙公司,990377,")
        try #require(year.run("--outstanding").exit == 0)
        try year.scratch.remove("ledger.sqlite")
        let outcome = try year.run("--outstanding")
        #expect(outcome.exit == 66)
        #expect(outcome.error.contains("out-2") && outcome.error.contains("ledger.sqlite"))
        #expect(!year.scratch.exists("ledger.sqlite"))
    }

    @Test func damagedFolderIsAnErrorAndStays() throws {
        let fixture = try Fixture.published()
        try fixture.scratch.write("x", to: "out/awards.csv")
        let before = try fixture.scratch.stamps("out")
        try #expect(fixture.run().exit == 70)
        try #expect(fixture.scratch.stamps("out") == before)
    }

    /// Such a folder is sound by itself: `verify` has nothing else to go by, a run has the ledger.
    @Test(arguments: ["report.html", "letters/\(Fixture.codes[0]).html"])
    func folderThatWasChangedWithItsDigestsIsAnErrorAndStays(path: String) throws {
        let fixture = try Fixture()
        try #require(fixture.run("--letters").exit == 0)
        let published = try fixture.scratch.tree("out")
        try fixture.scratch.write(try fixture.scratch.text("out/" + path) + " ", to: "out/" + path)
        let digests = "cut -c67- SHA256SUMS | xargs sha256sum >../sums && mv ../sums SHA256SUMS"
        _ = try Command.start(
            URL(fileURLWithPath: "/usr/bin/env"), ["sh", "-c", "cd out && " + digests],
            in: fixture.scratch
        ).outcome()
        try #require(fixture.verify("out").exit == 0)
        let before = try fixture.scratch.stamps("out")
        let outcome = try fixture.run()
        #expect(outcome.exit == 70)
        #expect(outcome.error.contains("SHA256SUMS"), "\(outcome.error)")
        try #expect(fixture.scratch.stamps("out") == before)
        try fixture.scratch.rename("out", "changed")
        try #expect(fixture.run("--letters").exit == 0)
        try #expect(fixture.scratch.tree("out") == published)
    }

    @Test func settingsAndOptionsNameTheLedger() throws {
        let fixture = try Fixture()
        try fixture.set("ledger: ../books/years.sqlite")
        let refused = try fixture.run()
        #expect(refused.exit == 73)
        #expect(refused.error.contains("books/years.sqlite"))
        #expect(!fixture.scratch.exists("out"))
        try fixture.scratch.write("", to: "books/readme")
        try #expect(fixture.run().exit == 0)
        #expect(fixture.scratch.exists("books/years.sqlite"))
        #expect(!fixture.scratch.exists("ledger.sqlite"))
        try #expect(
            Command.run(
                "run", "programme", "--output", "out2", "--ledger", "another.sqlite",
                in: fixture.scratch
            ).exit == 0)
        #expect(fixture.scratch.exists("another.sqlite"))
    }

    @Test func ledgerIsPrivateAndHasNoAccount() throws {
        let fixture = try Fixture.published()
        let stamp = try #require(fixture.scratch.stamps("ledger.sqlite")[""])
        #expect(stamp.mode == 0o600)
        let text = String(decoding: try fixture.scratch.data("ledger.sqlite"), as: UTF8.self)
        for account in Fixture.accounts + [Fixture.payerAccount] {
            #expect(!text.contains(account))
        }
    }

    @Test func whatIsNoLedgerIsNamed() throws {
        let fixture = try Fixture()
        try fixture.scratch.write(
            "not a database, but long enough to be read as one", to: "ledger.sqlite")
        let outcome = try fixture.run()
        #expect(outcome.exit == 66)
        #expect(outcome.error.contains("ledger.sqlite: it is no ledger of fentan"))
        #expect(!fixture.scratch.exists("out"))
    }

    /// As a run that was killed between the ledger and the folder's name leaves it.
    @Test func recordedBatchIsFinishedWhateverTheInputsAre() throws {
        let fixture = try Fixture.published()
        let whole = try fixture.scratch.tree("out")
        try FileManager.default.createDirectory(
            at: fixture.scratch.url(".out.fentan-part"), withIntermediateDirectories: false)
        try fixture.scratch.rename("out", ".out.fentan-part/new")
        try fixture.scratch.edit(Fixture.exportPath, ",3,", ",4,")
        try #expect(fixture.run().exit == 21)
        try #expect(fixture.scratch.tree("out") == whole)
        #expect(!fixture.scratch.exists(".out.fentan-part"))
    }

    /// As a run leaves it that was killed after a change of form was recorded.
    @Test func recordedFormIsFinished() throws {
        let fixture = try Fixture.published()
        try fixture.scratch.copy(fixture.scratch.url("out"), to: "before")
        try fixture.set("programme: 样例别的名称")
        try #require(fixture.run().exit == 0)
        let after = try fixture.scratch.tree("out")
        try FileManager.default.createDirectory(
            at: fixture.scratch.url(".out.fentan-part"), withIntermediateDirectories: false)
        try fixture.scratch.rename("out", ".out.fentan-part/new")
        try fixture.scratch.rename("before", "out")
        try fixture.scratch.edit(Fixture.exportPath, ",3,", ",4,")
        try #expect(fixture.run().exit == 21)
        try #expect(fixture.scratch.tree("out") == after)
        #expect(!fixture.scratch.exists(".out.fentan-part"))
    }

    @Test func fiftyRunsAtOncePublishOnce() throws {
        let fixture = try Fixture()
        let running = try (0..<50).map { _ in
            try Command.start(
                Command.binary, ["run", "programme", "--output", "out"], in: fixture.scratch)
        }
        let outcomes = try running.map { try $0.outcome() }
        #expect(outcomes.count { $0.output.contains("published: out\n") } == 1)
        for outcome in outcomes { #expect([0, 75].contains(outcome.exit), "\(outcome.error)") }
        try #expect(fixture.verify("out").exit == 0)
        guard try fixture.sqlite("PRAGMA integrity_check") == "ok" else {
            try #expect(fixture.sqlite("SELECT 1") == nil)
            return
        }
        try #expect(fixture.sqlite("SELECT count(*) FROM event") == "2")
        try #expect(fixture.sqlite("SELECT sum(fen) FROM payment") == "50000000")
    }
}

extension Fixture {
    /// What the sqlite3 command says of the ledger; nil where there is no such command.
    func sqlite(_ sql: String) throws -> String? {
        let command = URL(fileURLWithPath: "/usr/bin/sqlite3")
        guard FileManager.default.isExecutableFile(atPath: command.path) else { return nil }
        let outcome = try Command.start(
            command, ["-batch", scratch.url("ledger.sqlite").path, sql], in: scratch
        ).outcome()
        return (outcome.output + outcome.error).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
