import Foundation
import Testing

/// Two years in one ledger: a parcel at the turn of the year is paid once.
@Suite struct LastYearTests {
    /// 2026 in `programme`, with `T0009` on its last day; 2027 in `next`, with it on its first.
    private struct Years {
        let fixture: Fixture

        var scratch: Scratch { fixture.scratch }

        init() throws {
            fixture = try Fixture()
            let codes = Fixture.codes
            try scratch.write(
                Fixture.export + "T0009,\(codes[0]),2026-12-31,5,\n", to: Fixture.exportPath)
            try scratch.copy(scratch.url("programme"), to: "next")
            try scratch.edit("next/fentan.yaml", "2026", "2027")
            try scratch.write(
                """
                \(Fixture.header)
                T0009,\(codes[1]),2027-01-01,5,
                T0004,\(codes[0]),2027-01-02,1,
                T0011,\(codes[2]),2027-03-01,4,

                """, to: "next/exports/logistics.csv")
        }

        @discardableResult
        func next(_ more: String...) throws -> Command.Outcome {
            try Command.run(["run", "next", "--output", "out-next"] + more, in: scratch)
        }

        var kept: [String] {
            get throws {
                try FileManager.default.contentsOfDirectory(atPath: scratch.url.path)
                    .filter { $0.hasPrefix("ledger.2026.") && $0.hasSuffix(".waybills") }.sorted()
            }
        }

        func codes(_ folder: String = "out-next") throws -> [String] {
            try fixture.column("代码", of: folder + "/findings.csv")
                .filter { $0.hasPrefix("duplicate.") }
        }
    }

    private struct Inputs: Decodable {
        struct Input: Decodable {
            let name: String
            let sha256: String
        }

        let inputs: [Input]
    }

    @Test func waybillOfLastYearIsPaidOnce() throws {
        let years = try Years()
        try #require(years.fixture.run().exit == 0)
        let kept = try #require(years.kept.first)
        try #expect(years.scratch.stamps(kept)[""]?.mode == 0o600)
        // A head and one waybill.
        try #expect(years.scratch.data(kept).count == 40)
        let outcome = try years.next()
        #expect(outcome.exit == 0, "\(outcome.error)")
        let report = try years.scratch.report("out-next")
        #expect(report.rows["duplicate"] == 1)
        #expect(report.rows["counted"] == 2)
        try #expect(years.codes() == ["duplicate.last-year"])
        #expect(report.awards[1].payment == "none")
        try #expect(years.fixture.verify("out-next").exit == 0)
        let inputs = try JSONDecoder().decode(
            Inputs.self, from: years.scratch.data("out-next/report.json")
        ).inputs
        let last = try #require(inputs.last)
        #expect(last.name == "waybills-2026")
        #expect(kept.contains(last.sha256.prefix(16)))
    }

    @Test func everyCommandSeesIt() throws {
        let years = try Years()
        try #require(years.fixture.run().exit == 0)
        let checked = try Command.run(
            "check", "next", "--output", "out-next", in: years.scratch)
        #expect(checked.exit == 0)
        try #expect(years.codes("out-next.checked") == ["duplicate.last-year"])
        try #expect(years.next("--dry-run").exit == 0)
        try #expect(years.codes("out-next.draft") == ["duplicate.last-year"])
        for (language, text) in [("zh", "上一年度期末"), ("en", "the end of the year before")] {
            let explained = try Command.run(
                "explain", "next", Fixture.codes[1], "--waybill", "T0009", "--language", language,
                in: years.scratch)
            #expect(explained.exit == 0)
            #expect(explained.output.contains("duplicate.last-year"))
            #expect(explained.output.contains(text))
            let other = try Command.run(
                "explain", "next", "--waybill", "T0009", "--ledger", "other.sqlite",
                in: years.scratch)
            #expect(!other.output.contains("duplicate.last-year"))
        }
    }

    @Test func withoutLastYearNothingIsKnown() throws {
        let years = try Years()
        try #require(years.next().exit == 0)
        try #expect(years.codes() == [])
        // What decides has changed once the year before is published, late.
        try #require(years.fixture.run().exit == 0)
        let outcome = try years.next()
        #expect(outcome.exit == 21)
        #expect(outcome.error.contains("waybills-2026"))
    }

    @Test func lostOrForeignFileIsNamedAndMadeAgain() throws {
        let years = try Years()
        try #require(years.fixture.run().exit == 0)
        let kept = try #require(years.kept.first)
        let bytes = try years.scratch.data(kept)
        try years.scratch.remove(kept)
        let lost = try years.next()
        #expect(lost.exit == 66)
        #expect(lost.error.contains(kept) && lost.error.contains("2026"))
        #expect(!years.scratch.exists("out-next"))
        var other = bytes
        other[39] ^= 1
        try years.scratch.write(other, to: kept)
        let foreign = try years.next()
        #expect(foreign.exit == 66)
        #expect(foreign.error.contains(kept) && foreign.error != lost.error)
        try #expect(years.fixture.run().exit == 0)
        try #expect(years.scratch.data(kept) == bytes)
        try #expect(years.next().exit == 0)
    }

    @Test func newAwardsKeepOtherWaybills() throws {
        let years = try Years()
        try #require(years.fixture.run().exit == 0)
        let first = try years.kept
        try years.scratch.edit(Fixture.exportPath, "T0009", "T0008")
        try #expect(years.fixture.run().exit == 21)
        try #expect(years.kept == first)
        let outcome = try years.fixture.run(
            "--supersede", "--reason", "单号更正", "--never-imported")
        try #require(outcome.exit == 0, "\(outcome.error)")
        let second = try years.kept
        #expect(second.count == 1 && second != first, "\(second)")
        try #require(years.next().exit == 0)
        try #expect(years.codes() == [])
        // The first batch is made again, and what it counted is not kept again.
        try years.scratch.edit(Fixture.exportPath, "T0008", "T0009")
        try #expect(years.fixture.run().exit == 0)
        try #expect(years.kept == second)
    }

    @Test func nothingLateNeedsNoFile() throws {
        let years = try Years()
        try years.scratch.edit(Fixture.exportPath, "2026-12-31", "2026-11-29")
        try #require(years.fixture.run().exit == 0)
        try #expect(years.kept == [])
        try #expect(years.next().exit == 0)
        try #expect(years.codes() == [])
        #expect(try years.scratch.text("out-next/report.json").contains("waybills-2026"))
    }

    /// As a run leaves it that was killed after the file was written, or while it was.
    @Test func fileOfAKilledRunDoesNoHarm() throws {
        let years = try Years()
        try #require(years.fixture.run().exit == 0)
        let kept = try #require(years.kept.first)
        let bytes = try years.scratch.data(kept)
        for path in ["ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm", "out"]
        where years.scratch.exists(path) { try years.scratch.remove(path) }
        try years.scratch.write(bytes.prefix(30), to: kept + ".part")
        try years.scratch.write(bytes.prefix(30), to: kept)
        try #expect(years.next("--dry-run").exit == 0)
        try #expect(years.codes("out-next.draft") == [])
        try #require(years.fixture.run().exit == 0)
        try #expect(years.scratch.data(kept) == bytes)
        #expect(!years.scratch.exists(kept + ".part"))
        try #expect(years.next().exit == 0)
        try #expect(years.codes() == ["duplicate.last-year"])
    }
}
