import Foundation
import Testing

/// The same inputs give the same bytes, whatever surrounds the run.
@Suite struct SameBytesTests {
    /// A way to run that must not show.
    struct Surroundings: CustomTestStringConvertible {
        let testDescription: String
        var environment: [String: String] = [:]
        var arguments: [String] = []
    }

    static let surroundings = [
        Surroundings(testDescription: "Kiritimati", environment: ["TZ": "Pacific/Kiritimati"]),
        Surroundings(testDescription: "Honolulu", environment: ["TZ": "Pacific/Honolulu"]),
        Surroundings(testDescription: "Chinese", environment: ["LANG": "zh_CN.UTF-8"]),
        Surroundings(testDescription: "Turkish", environment: ["LC_ALL": "tr_TR.UTF-8"]),
        Surroundings(testDescription: "no locale", environment: ["LANG": ""]),
        Surroundings(testDescription: "one thread", arguments: ["--threads", "1"]),
        Surroundings(testDescription: "seven threads", arguments: ["--threads", "7"]),
        Surroundings(testDescription: "blocks of a byte", arguments: ["--block-bytes", "1"]),
        Surroundings(testDescription: "no memory", arguments: ["--memory", "1"]),
        Surroundings(testDescription: "blocks of 100", arguments: ["--block-bytes", "100"]),
    ]

    @Test(arguments: surroundings)
    func areLeftByEveryRun(in other: Surroundings) throws {
        let scratch = try Scratch()
        let folder = Places.cases.appendingPathComponent("every-encoding-is-read/programme")
        try scratch.copy(folder, to: "programme")
        try Command.run("run", "programme", "--output", "plain", in: scratch)
        try Command.run(
            ["run", "programme", "--output", "elsewhere/"] + other.arguments, in: scratch,
            environment: other.environment)
        let plain = try scratch.tree("plain")
        try #expect(plain == scratch.tree("elsewhere"))
        #expect(plain.keys.contains("report.html"))
    }

    @Test func areLeftByTheSampleInAnotherFolder() throws {
        let scratch = try Scratch()
        try scratch.copy(Sample.folder, to: "别的 文件夹")
        try? scratch.remove("别的 文件夹/out")
        try Command.run(
            [
                "run", "别的 文件夹", "--threads", "5", "--block-bytes", "7777", "--memory", "64K",
            ], in: scratch, environment: ["TZ": "America/New_York", "LC_ALL": "zh_CN.UTF-8"])
        try #expect(Sample.published.get().tree("out") == scratch.tree("别的 文件夹/out"))
    }

    @Test func areLeftByStoppedDraftedAndCheckedRuns() throws {
        for (folder, arguments) in [
            ("out.draft", ["run", "programme", "--output", "out", "--dry-run"]),
            ("out.checked", ["check", "programme", "--output", "out"]),
        ] {
            let fixture = try Fixture()
            try Command.run(arguments, in: fixture.scratch)
            let first = try fixture.scratch.tree(folder)
            try Command.run(
                arguments + ["--threads", "3"], in: fixture.scratch,
                environment: ["TZ": "Asia/Tokyo"])
            try #expect(fixture.scratch.tree(folder) == first)
        }
    }
}
