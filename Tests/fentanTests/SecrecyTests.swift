import Foundation
import Testing

/// Accounts are for finance: they stand in payments/ and nowhere else.
@Suite struct SecrecyTests {
    /// Accounts as rosters have them: sound, damaged, unreadable, grouped, and the payer's own.
    static let accounts = [
        "9901000000000011", "622202360200123000", "帐号99041234", "9905 0000 0000 0000 55",
        "6.22202E+18", "9907000000000000070",
    ]

    private static let codes =
        Fixture.codes + ["91440117MA5T00045H", "91440117MA5T00053C", "91440117MA5T000617"]

    private func fixture() throws -> Fixture {
        let fixture = try Fixture()
        var roster = "统一社会信用代码,企业名称,审核状态,户名,账号,开户行,联行号\n"
        var export = Fixture.header + "\n"
        for (index, pair) in zip(Self.codes, Self.accounts).enumerated() {
            roster += "\(pair.0),样例\(index)公司,通过,样例\(index)公司,\(pair.1),样例银行,999581000012\n"
            export += "T\(index),\(pair.0),2026-01-05,1,\n"
        }
        try fixture.scratch.write(roster, to: "programme/roster.csv")
        try fixture.scratch.write(export, to: Fixture.exportPath)
        return fixture
    }

    /// What would give an account away: whole, or its longest run of digits.
    private static let secrets =
        (accounts + [Fixture.payerAccount]).map {
            $0.replacingOccurrences(of: " ", with: "")
        } + ["99041234"]

    private func leaks(in text: String) -> [String] { Self.secrets.filter(text.contains) }

    @Test(arguments: [[], ["--dry-run"], ["--language", "en"]])
    func noAccountOutsideOfPayments(arguments: [String]) throws {
        let fixture = try fixture()
        let outcome = try Command.run(
            ["run", "programme", "--output", "out"] + arguments, in: fixture.scratch)
        #expect(outcome.exit == 0, "\(outcome.error)")
        #expect(leaks(in: outcome.output + outcome.error).isEmpty)
        for (path, bytes) in try fixture.scratch.tree()
        where !path.hasPrefix("programme") && !path.hasPrefix("out/payments/") {
            #expect(leaks(in: String(decoding: bytes, as: UTF8.self)).isEmpty, "\(path)")
        }
    }

    @Test func noAccountWhereTheRunStops() throws {
        let fixture = try fixture()
        try fixture.scratch.edit("programme/roster.csv", "样例1公司,通过", "样例1公司,待审")
        let outcome = try fixture.run()
        #expect(outcome.exit == 65)
        #expect(leaks(in: outcome.output + outcome.error).isEmpty)
        for (path, bytes) in try fixture.scratch.tree() where path.hasPrefix("out") {
            #expect(leaks(in: String(decoding: bytes, as: UTF8.self)).isEmpty, "\(path)")
        }
    }

    /// Faults of an account, or beside it; the message names the cell, not what stands in it.
    static let faults: [(String, String, String)] = [
        ("programme/roster.csv", "样例1公司,通过", "样例1公司,什么"),
        ("programme/roster.csv", "样例银行,999581000012\n", "样例银行,999581000012,多余\n"),
        (
            "programme/fentan.yaml", "account: \"\(Fixture.payerAccount)\"",
            "account: \"号\(Fixture.payerAccount)\""
        ),
        (
            "programme/fentan.yaml", "account: \"\(Fixture.payerAccount)\"",
            "acount: \"\(Fixture.payerAccount)\""
        ),
        (
            "programme/fentan.yaml", "account: \"\(Fixture.payerAccount)\"",
            "account: [\"\(Fixture.payerAccount)\"]"
        ),
        (
            "programme/fentan.yaml", "account: \"\(Fixture.payerAccount)\"",
            "account: \"\(Fixture.payerAccount)"
        ),
        ("programme/fentan.yaml", "cnaps: \"999581000012\"", "cnaps: \"\(Fixture.payerAccount)\""),
    ]

    @Test(arguments: faults.indices)
    func noAccountInAMessage(index: Int) throws {
        let (path, old, new) = Self.faults[index]
        let fixture = try fixture()
        try fixture.scratch.edit(path, old, new)
        let outcome = try fixture.run()
        #expect(leaks(in: outcome.output + outcome.error).isEmpty, "\(outcome.error)")
    }

    @Test func identityNumberIsMaskedEverywhere() throws {
        let number = "362322198709086409"
        let fixture = try Fixture()
        try fixture.set("max-rejected: 100%")
        try fixture.set("max-unknown: 100%")
        try fixture.scratch.edit(Fixture.exportPath, "T0004,\(Fixture.codes[0])", "T0004,\(number)")
        try #expect(fixture.run().exit == 0)
        for (path, bytes) in try fixture.scratch.tree("out") {
            #expect(!String(decoding: bytes, as: UTF8.self).contains(number), "\(path)")
        }
        try #expect(fixture.scratch.text("out/findings.csv").contains("362*************09"))
    }

    /// Numbers that are a person's though their last digit was mistyped, or with more around them.
    @Test(arguments: ["362322198709086408", "362322870908640", "身份证362322198709086409"])
    func mistypedIdentityNumberIsMaskedToo(number: String) throws {
        let fixture = try Fixture()
        try fixture.set("max-rejected: 100%")
        try fixture.scratch.edit(Fixture.exportPath, "T0004,\(Fixture.codes[0])", "T0004,\(number)")
        try #require(fixture.run().exit == 0)
        try #expect(!fixture.scratch.text("out/findings.csv").contains("362322"))
    }
}
