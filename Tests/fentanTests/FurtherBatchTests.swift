import Foundation
import Testing

/// Further batches: what may be asked for, and what is refused.
@Suite struct FurtherBatchTests {
    static let further = [
        ["--outstanding"], ["--supersede", "--reason", "x"], ["--outstanding", "--dry-run"],
    ]

    @Test(arguments: further) func thereIsNothingFurtherBeforeTheFirst(arguments: [String]) throws {
        let fixture = try Fixture()
        let outcome = try Command.run(
            ["run", "programme", "--output", "out"] + arguments, in: fixture.scratch)
        #expect(outcome.exit == 66)
        #expect(outcome.error.contains("nothing of this year is published yet"))
        #expect(!fixture.scratch.exists("out") && !fixture.scratch.exists("ledger.sqlite"))
    }

    static let misuses = [
        ["--outstanding", "--supersede", "--reason", "x"], ["--supersede"],
        ["--supersede", "--reason", " \u{200B}"], ["--reason", "x"], ["--never-imported"],
        ["--ledger", ""],
    ]

    @Test(arguments: misuses) func misuseIsNamed(arguments: [String]) throws {
        let fixture = try Fixture()
        try #expect(
            Command.run(["run", "programme"] + arguments, in: fixture.scratch).exit == 64)
    }

    @Test func nothingOwedIsNothingWritten() throws {
        let year = try YearFixture()
        try year.account(2, "")
        try #require(year.run().exit == 0)
        let before = try year.scratch.stamps("")
        let outcome = try year.run("--outstanding")
        #expect(outcome.exit == 0)
        #expect(outcome.output.contains("nothing is owed"))
        try #expect(
            year.scratch.stamps("").filter { $0.key.hasPrefix("out") }
                == before.filter { $0.key.hasPrefix("out") })
        #expect(!year.scratch.exists("out-2"))
    }

    static let others: [(String, @Sendable (YearFixture) throws -> Void)] = [
        ("exports/logistics.csv", { try $0.scratch.edit(Fixture.exportPath, ",3,", ",4,") }),
        ("pool", { try $0.fixture.set("pool: 1.00") }),
        (
            "roster.csv without",
            { try $0.scratch.edit("programme/roster.csv", "样例乙公司,通过", "样例乙公司,不通过") }
        ),
        (
            "roster.csv without",
            { try $0.scratch.edit("programme/roster.csv", "样例乙公司,通过", "样例丁公司,通过") }
        ),
    ]

    @Test(arguments: others.indices) func outstandingAllowsOnlyOtherAccounts(index: Int) throws {
        let (name, change) = Self.others[index]
        let year = try YearFixture()
        try year.account(2, "")
        try #require(year.run().exit == 0)
        try year.scratch.edit("programme/roster.csv", "样例丙公司,,", "样例丙公司,990377,")
        try change(year)
        let outcome = try year.run("--outstanding")
        #expect(outcome.exit == 21)
        #expect(outcome.error.contains(name), "\(outcome.error)")
        #expect(!year.scratch.exists("out-2"))
    }

    @Test func whatIsUnderWayStopsNewAwards() throws {
        let year = try YearFixture()
        try #require(year.run().exit == 0)
        try year.scratch.edit(Fixture.exportPath, ",2026-02-05,2,", ",2026-02-05,3,")
        let stopped = try year.run("--supersede", "--reason", "x")
        #expect(stopped.exit == 65)
        #expect(stopped.error.contains("--never-imported"))
        #expect(!year.scratch.exists("out-2"))
        let outcome = try year.run("--supersede", "--reason", "x", "--never-imported")
        #expect(outcome.exit == 0, "\(outcome.error)")
        try #expect(year.totals("out-2")["issued"] == 50_000_000)
        try #expect(year.totals("out-2")["paidBefore"] == 0)
        // What was never imported cannot be paid by the bank.
        let payment = try #require(year.payments(of: "out").first)
        let late = try year.settle([YearFixture.line(payment, "已付", day: 16)])
        #expect(late.exit == 66)
        let again = try year.run("--supersede", "--reason", "x", "--never-imported")
        #expect(again.exit == 0)
        #expect(again.output.contains("nothing to supersede"))
        try #expect(year.run().exit == 0)
        #expect(!year.scratch.exists("out-3"))
    }

    @Test func whoWasPaidStaysOnTheRoster() throws {
        let year = try YearFixture()
        try #require(year.run().exit == 0)
        let lines = try year.payments(of: "out").map { YearFixture.line($0, "已付", day: 16) }
        try #require(year.settle(lines).exit == 0)
        let text = try year.scratch.text("programme/roster.csv")
        let kept = text.split(separator: "\n").filter { !$0.contains("样例丙公司") }
        try year.scratch.write(kept.joined(separator: "\n") + "\n", to: "programme/roster.csv")
        try year.fixture.set("max-unknown: 50%")
        let outcome = try year.run("--supersede", "--reason", "x")
        #expect(outcome.exit == 66)
        #expect(outcome.error.contains("roster.csv") && outcome.error.contains(Fixture.codes[2]))
        try year.scratch.write(
            text.replacingOccurrences(of: "样例丙公司,通过", with: "样例丙公司,不通过"),
            to: "programme/roster.csv")
        try #expect(year.run("--supersede", "--reason", "x").exit == 0)
        try #expect(year.totals("out-2")["toReclaim"] == 7_142_857)
    }

    @Test func draftOfAFurtherBatchPaysNothing() throws {
        let year = try YearFixture()
        try #require(year.run().exit == 0)
        try year.scratch.edit(Fixture.exportPath, ",2026-02-05,2,", ",2026-02-05,3,")
        let outcome = try year.run("--supersede", "--reason", "x", "--dry-run")
        #expect(outcome.exit == 0, "\(outcome.error)")
        try #expect(year.fixture.verify("out.draft").exit == 0)
        try #expect(year.totals("out.draft")["toReclaim"] == 4_464_286)
        #expect(!year.scratch.exists("out-2"))
        try #expect(year.run("--supersede", "--reason", "x").exit == 65)
    }

    @Test func batchesStandAlsoElsewhereInTheSameBytes() throws {
        let year = try YearFixture()
        try year.account(2, "")
        try #require(year.run().exit == 0)
        let lines = try year.payments(of: "out").map { YearFixture.line($0, "退回", day: 16) }
        try #require(year.settle(lines).exit == 0)
        try #require(year.run("--outstanding").exit == 0)
        let (first, second) = (try year.scratch.tree("out"), try year.scratch.tree("out-2"))
        for arguments in [[], ["--outstanding"]] {
            try year.scratch.remove("out-2")
            let again = try Command.run(
                ["run", "programme", "--output", "out"] + arguments, in: year.scratch)
            #expect(again.exit == 0, "\(again.error)")
            try #expect(year.scratch.tree("out-2") == second)
        }
        let elsewhere = try Command.run(
            "run", "programme", "--output", "copy", in: year.scratch)
        #expect(elsewhere.exit == 0)
        try #expect(year.scratch.tree("copy") == first)
        try #expect(year.scratch.tree("copy-2") == second)
    }

    @Test func anotherOutputWhereTheNextBatchBelongsStays() throws {
        let year = try YearFixture()
        try year.account(2, "")
        try #require(year.run().exit == 0)
        try #require(
            Command.run("run", "programme", "--output", "out-2", in: year.scratch).exit == 0)
        let before = try year.scratch.stamps("out-2")
        try year.scratch.edit("programme/roster.csv", "样例丙公司,,", "样例丙公司,990377,")
        try #expect(year.run("--outstanding").exit == 73)
        try #expect(year.scratch.stamps("out-2") == before)
        if let events = try year.fixture.sqlite("SELECT count(*) FROM event") {
            #expect(events == "2")
        }
    }

    /// Where its folder stands, a year was published, whatever the ledger has.
    @Test(arguments: ["status programme", "settle programme bank.csv"])
    func lostLedgerIsNoYearWithoutPayments(command: String) throws {
        let year = try YearFixture()
        try Command.run("run", "programme", in: year.scratch)
        try #require(year.scratch.exists("programme/out"))
        for file in ["ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm"]
        where year.scratch.exists(file) {
            try FileManager.default.removeItem(at: year.scratch.url(file))
        }
        try year.statement([], to: "bank.csv")
        let outcome = try Command.run(
            command.split(separator: " ").map(String.init), in: year.scratch)
        #expect(
            outcome.exit == 66 && outcome.error.hasPrefix("fentan: programme/out: it is published"))
    }
}
