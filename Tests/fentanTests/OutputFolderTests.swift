import Foundation
import Glibc
import Testing

/// The output folder appears whole or not at all, and only where it may.
@Suite struct OutputFolderTests {
    @Test func filesArePrivate() throws {
        let fixture = try Fixture.published()
        for (path, stamp) in try fixture.scratch.stamps("out") {
            let isFolder = ["", "payments"].contains(path)
            #expect(stamp.mode == (isFolder ? 0o700 : 0o600), "\(path)")
        }
    }

    @Test func successSaysNothingOnStandardError() throws {
        let fixture = try Fixture()
        for arguments in [["--dry-run"], [], []] {
            let outcome = try Command.run(
                ["run", "programme", "--output", "out"] + arguments, in: fixture.scratch)
            #expect(outcome.exit == 0)
            #expect(outcome.error.isEmpty)
        }
    }

    @Test func outIsTheDefault() throws {
        let fixture = try Fixture()
        try #expect(Command.run("run", "programme/", in: fixture.scratch).exit == 0)
        #expect(fixture.scratch.exists("programme/out/awards.csv"))
    }

    @Test func nothingElseIsLeftBehind() throws {
        let fixture = try Fixture.published()
        let manager = FileManager.default
        try #expect(
            manager.contentsOfDirectory(atPath: fixture.scratch.url.path).sorted()
                == ["ledger.sqlite", "out", "programme"])
        try #expect(
            manager.contentsOfDirectory(atPath: fixture.scratch.url("programme").path).sorted()
                == ["exports", "fentan.yaml", "roster.csv"])
    }

    @Test func stoppedFolderIsReplacedByTheNextRun() throws {
        let fixture = try Fixture()
        try fixture.scratch.edit("programme/roster.csv", "样例乙公司,通过", "样例乙公司,待审")
        try #expect(fixture.run().exit == 65)
        #expect(!fixture.scratch.exists("out"))
        let first = try fixture.scratch.tree("out.stopped")
        try fixture.scratch.edit("programme/roster.csv", "样例丙公司,通过", "样例丙公司,待审")
        try #expect(fixture.run().exit == 65)
        let second = try fixture.scratch.tree("out.stopped")
        #expect(Set(second.keys).isSuperset(of: ["findings.csv", "report.json", "report.html"]))
        #expect(second != first)
        try #expect(fixture.verify("out.stopped").exit == 0)
    }

    @Test func stoppedFolderGoesWithALaterSuccess() throws {
        let fixture = try Fixture()
        try fixture.scratch.edit("programme/roster.csv", "样例乙公司,通过", "样例乙公司,待审")
        try #expect(fixture.run().exit == 65)
        try fixture.scratch.edit("programme/roster.csv", "样例乙公司,待审", "样例乙公司,通过")
        try #expect(fixture.run().exit == 0)
        #expect(fixture.scratch.exists("out/awards.csv"))
        #expect(!fixture.scratch.exists("out.stopped"))
    }

    @Test func draftIsRepeatableAndPaysNothing() throws {
        let fixture = try Fixture()
        try #expect(fixture.run("--dry-run").exit == 0)
        let first = try fixture.scratch.tree("out.draft")
        try #expect(fixture.run("--dry-run").exit == 0)
        try #expect(fixture.scratch.tree("out.draft") == first)
        #expect(!first.keys.contains { $0.hasPrefix("payments") })
        try #expect(fixture.scratch.text("out.draft/report.html").contains("草案"))
        #expect(!fixture.scratch.exists("out"))
        try #expect(fixture.verify("out.draft").exit == 0)
    }

    /// What may stand where the output should, and is not ours.
    static let strangers = ["folder", "file", "link to a folder", "foreign report"]

    @Test(arguments: strangers)
    func whatIsNotOursIsLeftUntouched(kind: String) throws {
        let fixture = try Fixture()
        let scratch = fixture.scratch
        switch kind {
        case "folder": try scratch.write("mine", to: "out/mine.txt")
        case "file": try scratch.write("mine", to: "out")
        case "link to a folder":
            try scratch.write("mine", to: "elsewhere/mine.txt")
            try FileManager.default.createSymbolicLink(
                atPath: scratch.url("out").path, withDestinationPath: "elsewhere")
        default: try scratch.write("{\"state\": \"mine\"}", to: "out/report.json")
        }
        let before = try scratch.tree()
        let outcome = try fixture.run()
        #expect(outcome.exit == 73)
        #expect(outcome.error.contains("it exists and is no output of fentan"))
        try #expect(scratch.tree() == before)
    }

    @Test func foreignFolderWithAnUnreadableFileIsNoFaultOfOurs() throws {
        let fixture = try Fixture()
        try fixture.scratch.write("mine", to: "out/mine.txt")
        try FileManager.default.createSymbolicLink(
            atPath: fixture.scratch.url("out/dead").path, withDestinationPath: "nowhere")
        try #expect(fixture.run().exit == 73)
    }

    @Test func missingParentIsNamed() throws {
        let fixture = try Fixture()
        let outcome = try Command.run(
            "run", "programme", "--output", "no/such/out", in: fixture.scratch)
        #expect(outcome.exit == 73)
        #expect(outcome.error.contains("no/such"))
    }

    @Test(.enabled(if: getuid() != 0, "nothing is read-only for root"))
    func readOnlyParentIsRefused() throws {
        let fixture = try Fixture()
        let folder = fixture.scratch.url("locked")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o500])
        let outcome = try Command.run(
            "run", "programme", "--output", "locked/out", in: fixture.scratch)
        #expect(outcome.exit == 73)
    }

    @Test func leftoverOfAKilledRunIsCleared() throws {
        let fixture = try Fixture()
        try fixture.scratch.write("half", to: ".out.fentan-part/payments/neutral.csv")
        try #expect(fixture.run().exit == 0)
        #expect(!fixture.scratch.exists(".out.fentan-part"))
        try #expect(fixture.verify("out").exit == 0)
    }

    /// Killed after the new output had its name: the old one, with its accounts, is waste.
    @Test(arguments: [
        ".out.fentan-part", ".out.fentan-part/new/payments", ".out-2.fentan-part/new",
    ])
    func leftoverIsTakenAwayWhereNothingIsWritten(folder: String) throws {
        let fixture = try Fixture()
        try #expect(fixture.run().exit == 0)
        let before = try fixture.scratch.stamps("out")
        try fixture.scratch.write("half", to: folder + "/neutral.csv")
        try #expect(fixture.run().exit == 0)
        #expect(!fixture.scratch.exists(String(folder.prefix { $0 != "/" })))
        try #expect(fixture.scratch.stamps("out") == before)
    }

    @Test func anotherRunUnderWayIsNamed() throws {
        let fixture = try Fixture()
        let folder = unsafe open(fixture.scratch.url("programme").path, O_RDONLY | O_CLOEXEC)
        try #require(folder >= 0)
        defer { close(folder) }
        try #require(flock(folder, LOCK_EX | LOCK_NB) == 0)
        let outcome = try fixture.run()
        #expect(outcome.exit == 75)
        #expect(outcome.error.contains("programme: "))
        #expect(outcome.error.contains("process \(getpid())"))
        #expect(!fixture.scratch.exists("out"))
        flock(folder, LOCK_UN)
        try #expect(fixture.run().exit == 0)
    }

    /// The lock is a programme's; the place is not.
    @Test func programmesThatMeetInOnePlaceLeaveAWholeFolderOrNone() throws {
        let fixture = try Fixture()
        try fixture.scratch.copy(fixture.scratch.url("programme"), to: "another")
        try fixture.scratch.edit("another/exports/logistics.csv", ",3,", ",5,")
        let running = try ["programme", "another"].map {
            try Command.start(
                Command.binary, ["run", $0, "--output", "out"], in: fixture.scratch)
        }
        let exits = try running.map { try $0.outcome().exit }
        #expect(exits.count { $0 == 0 } == 1)
        try #expect(fixture.verify("out").exit == 0)
    }
}
