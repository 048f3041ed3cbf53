import Foundation
import Testing

/// `quarantine/` from end to end: its names, its lines and what must not stand in it.
@Suite struct QuarantineTests {
    private static let bad = "坏,\(Fixture.codes[0]),2026-13-45,1,\n"

    private func quarantine(_ fixture: Fixture) throws -> [String] {
        try fixture.scratch.tree("out/quarantine").keys.sorted()
    }

    @Test func exportsOfAnyNameHaveTheirFile() throws {
        let fixture = try Fixture()
        try fixture.set("max-rejected: 100%")
        let names = [
            "A.CSV", "a", "a.csv", "a.txt", "export-2.csv", "o'clock.csv", "tab\t.csv",
            "号\"码.csv", "back\\slash.csv", String(repeating: "长", count: 80) + ".csv",
            "caf\u{E9}.csv", "cafe\u{301}.csv", "=1+1.csv", "x\u{202E}y.csv", "sound.csv",
        ]
        for name in names {
            let rows = name == "sound.csv" ? "" : Self.bad
            try fixture.scratch.write(
                Fixture.header + "\n" + rows, to: "programme/exports/" + name)
        }
        let outcome = try fixture.run()
        #expect(outcome.exit == 0, "\(outcome.error)")
        let found = try quarantine(fixture)
        #expect(found.count == names.count - 1)
        #expect(!found.contains { $0.hasSuffix("sound.csv") || !$0.hasSuffix(".csv") })
        for name in ["a.csv", "a.txt.csv", "A.CSV.csv", "=1+1.csv"] {
            #expect(found.contains { $0.hasSuffix(name) }, "\(name)")
        }
        try #expect(fixture.verify("out").exit == 0)
    }

    @Test func everyStateHasIt() throws {
        for (arguments, folder) in [
            (["run"], "out.stopped"), (["run", "--dry-run"], "out.stopped"),
            (["check"], "out.checked"),
        ] {
            let fixture = try Fixture()
            try fixture.scratch.write(Fixture.export + Self.bad, to: Fixture.exportPath)
            _ = try Command.run(
                [arguments[0], "programme", "--output", "out"] + arguments.dropFirst(),
                in: fixture.scratch)
            let text = try fixture.scratch.text(folder + "/quarantine/logistics.csv")
            #expect(text.contains("6,date.unreadable,"))
            try #expect(fixture.verify(folder).exit == 0)
        }
    }

    @Test func documentsLanguageIsThatOfTheReason() throws {
        let fixture = try Fixture()
        try fixture.set("max-rejected: 100%")
        try fixture.scratch.write(Fixture.export + Self.bad, to: Fixture.exportPath)
        try #require(fixture.run("--language", "en").exit == 0)
        try #expect(
            fixture.scratch.text("out/quarantine/logistics.csv").contains(
                "6,date.unreadable,The date of shipment cannot be read (“2026-13-45”)."))
    }

    @Test func peopleNeverReachIt() throws {
        let fixture = try Fixture()
        try fixture.set("max-rejected: 100%")
        try fixture.scratch.write(
            """
            收件人,\(Fixture.header),手机,客户名称,地址
            张三样例,T1,\(Fixture.codes[0]),2026-01-05,1,,13700000001,王样例店,样例路1号
            张三样例,,\(Fixture.codes[0]),2026-01-05,1,,13700000001,王样例店,样例路1号
            张三样例,T3,,2026-01-05,1,退 13700000001,13700000001,王样例店,样例路1号
            张三样例,T4,362322198709086409,2026-01-05,1,,13700000001,王样例店,样例路1号
            张三样例,T5,\(Fixture.codes[0]),bad,1,,13700000001,王样例店,样例路1号,样例路1号,多
            "张三样例",T6,\(Fixture.codes[0]),2026-01-05,"1"x,,13700000001,王样例店,样例路1号

            """, to: Fixture.exportPath)
        let outcome = try fixture.run()
        #expect(outcome.exit == 0, "\(outcome.error)")
        try #expect(
            fixture.scratch.text("out/quarantine/logistics.csv").split(separator: "\r\n").count == 6
        )
        for (path, bytes) in try fixture.scratch.tree("out") {
            let text = String(decoding: bytes, as: UTF8.self)
            for secret in ["张三", "13700000001", "王样例", "样例路", "362322198709086409"] {
                #expect(!text.contains(secret), "\(path): \(secret)")
            }
        }
    }

    @Test func longCellsOfQuotesAndLineBreaksCanBeProved() throws {
        let fixture = try Fixture()
        try fixture.set("max-rejected: 100%")
        let quotes = String(repeating: "\"\"", count: 400_000)
        let lines = String(repeating: "\n", count: 98)
        try fixture.scratch.write(
            Fixture.export + "T9,\(Fixture.codes[0]),\"\(quotes)\",1,\n"
                + "T9,\(Fixture.codes[0]),\"1\(lines)2\",1,\n", to: Fixture.exportPath)
        let outcome = try fixture.run()
        #expect(outcome.exit == 0, "\(outcome.error)")
    }
}
