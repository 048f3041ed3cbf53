import Foundation
import Testing

/// Exports of a size that would break a reader that trusts them; made here, not stored.
@Suite(.serialized) struct BigInputTests {
    private func fixture() throws -> Fixture {
        let fixture = try Fixture()
        try fixture.set("max-rejected: 100%")
        return fixture
    }

    /// 100 MB with optimisation; a debug build takes its time over each byte.
    private static let longLine: Int = {
        #if DEBUG
            20_000_000
        #else
            100_000_000
        #endif
    }()

    @Test func lineOfAHundredMegabytesIsOneRejectedRow() throws {
        let fixture = try fixture()
        var export = Data((Fixture.export + "T0005,").utf8)
        export.append(Data(repeating: 0x58, count: Self.longLine))
        export.append(Data("\nT0006,\(Fixture.codes[0]),2026-03-07,1,\n".utf8))
        try fixture.scratch.write(export, to: Fixture.exportPath)
        try #expect(fixture.run().exit == 0)
        let report = try fixture.scratch.report("out")
        #expect(report.rows["counted"] == 5)
        #expect(report.rows["rejected"] == 1)
        try #expect(fixture.column("行号", of: "out/findings.csv") == ["6"])
        try #expect(fixture.column("代码", of: "out/findings.csv") == ["row.too-long"])
    }

    @Test func unclosedQuoteDoesNotSwallowTheFile() throws {
        let fixture = try fixture()
        var lines = [Fixture.header, "\"T0,\(Fixture.codes[0]),2026-01-05,1,"]
        lines += (1...10_000).map { "T\($0),\(Fixture.codes[$0 % 3]),2026-01-05,1," }
        try fixture.scratch.write(lines.joined(separator: "\n"), to: Fixture.exportPath)
        try #expect(fixture.run().exit == 0)
        let report = try fixture.scratch.report("out")
        #expect(report.rows["counted"] == 10_000)
        #expect(report.rows["rejected"] == 1)
        try #expect(fixture.column("行号", of: "out/findings.csv") == ["2"])
        try #expect(fixture.column("代码", of: "out/findings.csv") == ["row.quote"])
    }

    @Test func nulRejectsItsRowAndNamesItsColumn() throws {
        let fixture = try fixture()
        try fixture.scratch.edit(Fixture.exportPath, "T0004", "T00\u{0}4")
        try #expect(fixture.run().exit == 0)
        try #expect(fixture.scratch.report("out").rows["rejected"] == 1)
        try #expect(fixture.column("行号", of: "out/findings.csv") == ["5"])
        try #expect(fixture.column("列", of: "out/findings.csv") == ["运单号"])
        try #expect(fixture.scratch.text("out/findings.csv").contains("00"))
    }

    @Test func fileOfQuotesHasNoHeader() throws {
        let fixture = try fixture()
        try fixture.scratch.write(Data(repeating: 0x22, count: 10_000_000), to: Fixture.exportPath)
        try #expect(fixture.run().exit == 66)
    }

    /// Ten gigabytes, nearly all of them a hole, in a gigabyte of addresses and seconds of a core.
    @Test(arguments: [Data(), Data(repeating: 0x58, count: 4 << 20)])
    func lineOfTenGigabytesIsRefusedAtOnce(beginning: Data) throws {
        let fixture = try fixture()
        try fixture.scratch.write(beginning, to: Fixture.exportPath)
        let file = try FileHandle(forWritingTo: fixture.scratch.url(Fixture.exportPath))
        try file.truncate(atOffset: 10 << 30)
        try file.close()
        let outcome = try Command.start(
            URL(fileURLWithPath: "/bin/sh"),
            [
                "-c", "ulimit -v 1000000 -t 10; exec \"$@\"", "sh", Command.binary.path, "run",
                "programme", "--output", "out",
            ], in: fixture.scratch
        ).outcome()
        #expect(outcome.exit == 66, "\(outcome.error)")
        #expect(outcome.error.contains("exports/logistics.csv"))
    }

    @Test func columnBeyondTwoBytesIsNoCrash() throws {
        let fixture = try fixture()
        let before = String(repeating: "x,", count: 70_000)
        let blanks = String(repeating: ",", count: 70_000)
        try fixture.scratch.write(
            """
            \(before)运单号,统一社会信用代码,发货日期
            \(blanks)T1,\(Fixture.codes[0]),2026-01-05
            \(blanks)T2,\(Fixture.codes[0]),someday

            """, to: Fixture.exportPath)
        let outcome = try fixture.run()
        #expect(outcome.exit == 66)
        #expect(outcome.error.contains("1024"))
    }
}
