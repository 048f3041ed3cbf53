import Foundation
import Testing

@testable import fentan

/// What a released version has written, this one reads, proves and goes on with.
@Suite struct ReleasesTests {
    private static let folder = Places.tests.appendingPathComponent("Releases")

    static let kept: [String] = {
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        return (names ?? []).filter { $0.first?.isNumber == true }.sorted()
    }()

    private func year(of version: String) throws -> YearFixture {
        let scratch = try Scratch()
        let folder = Self.folder.appendingPathComponent(version)
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            try scratch.copy(folder.appendingPathComponent(name), to: name)
        }
        // A repository keeps no modes.
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600], ofItemAtPath: scratch.url("ledger.sqlite").path)
        return YearFixture(Fixture(in: scratch))
    }

    @Test(arguments: kept)
    func foldersAreProvedAndTheLedgerIsSound(version: String) throws {
        let year = try year(of: version)
        for folder in ["out", "out-2"] {
            let outcome = try Command.run("verify", folder, in: year.scratch)
            #expect(outcome.exit == 0, "\(folder): \(outcome.error)")
        }
        let outcome = try Command.run("status", "programme", in: year.scratch)
        #expect(outcome.exit == 0, "\(outcome.error)")
        // Award, issued, paid, returned, held, to reclaim, reclaimed: in fen.
        try #expect(
            year.status() == [50_000_000, 61_111_111, 22_222_222, 11_111_111, 0, 0, 0])
        let doctor = try Command.run("doctor", "programme", "--output", "out", in: year.scratch)
        #expect(doctor.output.contains("fine  ledger: ledger.sqlite: sound, with 1 year in it."))
    }

    @Test(arguments: kept)
    func runsAgainChangeNoPayment(version: String) throws {
        let year = try year(of: version)
        let before = try year.payments()
        for arguments in [[], ["--outstanding"]] {
            let outcome = try Command.run(
                ["run", "programme", "--output", "out"] + arguments, in: year.scratch)
            #expect(outcome.exit == 0, "\(arguments): \(outcome.error)")
        }
        try #expect(year.payments() == before)
        try #expect(Command.run("verify", "out-2", in: year.scratch).exit == 0)
    }

    @Test(arguments: kept)
    func goesOnWhereItStopped(version: String) throws {
        let year = try year(of: version)
        let known = try Command.run("settle", "programme", "bank.csv", in: year.scratch)
        #expect(known.exit == 0, "\(known.error)")
        let payments = try #require(year.payments().last)
        #expect(payments.count == 2)
        let lines = payments.map { YearFixture.line($0, "已付", day: 20) }
        try #expect(year.settle(lines, to: "bank-2.csv").exit == 0)
        try #expect(year.status()[2] == 50_000_000)
        try year.scratch.edit("programme/exports/logistics.csv", "T0001", "T1001")
        try #expect(year.run().exit == 21)
    }

    /// A parcel that counted at the end of the kept year is known in the next.
    @Test(arguments: kept)
    func nextYearKnowsItsWaybills(version: String) throws {
        let year = try year(of: version)
        try year.scratch.copy(year.scratch.url("programme"), to: "next")
        try year.scratch.edit("next/fentan.yaml", "year: 2026", "year: 2027")
        try year.scratch.edit("next/fentan.yaml", "payment-date: 2027", "payment-date: 2028")
        try year.scratch.edit("next/exports/direct.csv", "2026-05", "2027-05")
        try year.scratch.edit("next/exports/logistics.csv", "2026-", "2027-")
        try year.scratch.edit("next/exports/logistics.csv", "T0004", "T2004")
        try year.scratch.edit(
            "next/exports/logistics.csv", "T0001,91440117MA5T00010Y,2027-01-05",
            "T0004,91440117MA5T00010Y,2027-01-01")
        let outcome = try Command.run("check", "next", "--output", "next-out", in: year.scratch)
        #expect(outcome.exit == 0, "\(outcome.error)")
        let codes = try year.fixture.column("代码", of: "next-out.checked/findings.csv")
        #expect(codes.contains("duplicate.last-year"))
    }

    /// The changelog says which versions there are.
    @Test func everyReleaseIsKept() throws {
        let changes = Places.tests.deletingLastPathComponent().appendingPathComponent(
            "CHANGELOG.md")
        let text = try String(contentsOf: changes, encoding: .utf8)
        let released = text.matches(of: #/\n## \[(\d[^\]]*)\] - \d{4}-\d\d-\d\d\n/#).map {
            String($0.1)
        }
        #expect(!released.isEmpty)
        #expect(released.sorted() == Self.kept)
        #expect(released.first == Version.text)
    }
}
