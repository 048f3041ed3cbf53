import Foundation
import Testing

/// Inputs in shapes that nobody asked for.
@Suite struct InputShapeTests {
    @Test func rosterRowWithMoreCellsThanTheHeaderIsRefused() throws {
        let fixture = try Fixture()
        try fixture.scratch.write(
            "统一社会信用代码,企业名称,审核状态,户名,账号,开户行,联行号,别名\n"
                + "\(Fixture.codes[0]),样例甲公司,通过,样例甲公司,\(Fixture.accounts[0]),样例银行,999581000012,甲店,甲铺\n",
            to: "programme/roster.csv")
        let outcome = try fixture.run()
        #expect(outcome.exit == 66)
        #expect(outcome.error.contains("roster.csv:2"))
    }

    @Test(arguments: ["共 1 单,,,,", "共计,,,7,"])
    func footerInOtherWordsIsNoRow(footer: String) throws {
        let fixture = try Fixture()
        try fixture.scratch.write(Fixture.export + footer + "\n", to: Fixture.exportPath)
        let outcome = try fixture.run()
        #expect(outcome.exit == 0)
    }

    @Test func outputAmongTheExportsIsRefused() throws {
        let fixture = try Fixture()
        let outcome = try Command.run(
            "run", "programme", "--output", "programme/exports/out", in: fixture.scratch)
        #expect([64, 73].contains(outcome.exit))
        #expect(!fixture.scratch.exists("programme/exports/out"))
    }

    /// Words for amounts from 10^12 yuan on need 万亿.
    @Test func poolUnderTenMillionMillionYuanIsPaid() throws {
        let fixture = try Fixture()
        try fixture.set("pool: \"9999999999999.99\"")
        let outcome = try fixture.run()
        #expect(outcome.exit == 0)
    }

    @Test(arguments: ["roster.csv", "fentan.yaml", "exports/logistics.csv"])
    func inputThatIsNoFileIsRefused(name: String) throws {
        let fixture = try Fixture()
        try fixture.scratch.remove("programme/" + name)
        try fixture.scratch.write("x", to: "programme/\(name)/x")
        let outcome = try fixture.run()
        #expect(outcome.exit == 66)
        #expect(outcome.error.contains(name))
    }

    @Test(arguments: ["roster.csv", "exports/more.csv"])
    func pipeIsRefusedAndNotWaitedFor(name: String) throws {
        let fixture = try Fixture()
        try? fixture.scratch.remove("programme/" + name)
        _ = try Command.start(
            URL(fileURLWithPath: "/usr/bin/env"), ["mkfifo", "programme/" + name],
            in: fixture.scratch
        ).outcome()
        let outcome = try fixture.run()
        #expect(outcome.exit == 66)
        #expect(outcome.error.contains(name))
    }

    @Test func linkToNothingIsRefused() throws {
        let fixture = try Fixture()
        try FileManager.default.createSymbolicLink(
            atPath: fixture.scratch.url("programme/exports/more.csv").path,
            withDestinationPath: "nowhere")
        let outcome = try fixture.run()
        #expect(outcome.exit == 66)
        #expect(outcome.error.contains("exports/more.csv"))
    }

    /// Where a link stands, and where it leads from there.
    static let links: [(link: String, target: String, exit: Int32)] = [
        ("programme/exports/more.csv", "../../elsewhere.csv", 66),
        ("programme/exports/more.csv", "../more.csv", 0),
        ("programme/roster.csv", "../elsewhere.csv", 66),
        ("programme/roster.csv", "more.csv", 0),
        ("programme/fentan.yaml", "../elsewhere.csv", 66),
        ("programme/exports", "../elsewhere", 66),
        ("programme/exports", "elsewhere", 0),
        ("programme/other-support.csv", "/etc/passwd", 66),
    ]

    /// Every target is the file that the link stands for.
    @Test(arguments: links.indices)
    func linksAreFollowedWithinTheProgrammeAlone(index: Int) throws {
        let (link, target, exit) = Self.links[index]
        let fixture = try Fixture()
        let place = fixture.scratch.url(link)
        let real = place.deletingLastPathComponent().appendingPathComponent(target)
        if fixture.scratch.exists(link) {
            try FileManager.default.moveItem(at: place, to: real.standardizedFileURL)
        } else if !target.hasPrefix("/") {
            try fixture.scratch.write(Fixture.header, to: "written.csv")
            try FileManager.default.moveItem(
                at: fixture.scratch.url("written.csv"), to: real.standardizedFileURL)
        }
        try FileManager.default.createSymbolicLink(
            atPath: place.path, withDestinationPath: target)
        let outcome = try fixture.run()
        #expect(outcome.exit == exit, "\(outcome.error)")
        if exit != 0 { #expect(outcome.error.contains("link that leads out")) }
    }

    @Test func oddNamesOfExportsAreReadAndShownInOneLine() throws {
        let fixture = try Fixture()
        for name in ["=cmd.csv", "a\nb.csv", "x,\"y\".csv", "<b>&.csv", "{{rows}}.csv", "中文 名.csv"]
        {
            try fixture.scratch.write(Fixture.export, to: "programme/exports/" + name)
        }
        let outcome = try fixture.run()
        #expect(outcome.exit == 0, "\(outcome.error)")
        try #expect(fixture.verify("out").exit == 0)
        try #expect(fixture.scratch.report("out").files.count == 7)
        try #expect(!fixture.scratch.text("out/report.html").contains("<b>&.csv"))
    }
}
