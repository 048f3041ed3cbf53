import Foundation
import Testing

/// What the command says of itself, and of arguments that it does not take.
@Suite struct UsageTests {
    @Test(arguments: [["--help"], ["run", "--help"], ["--version"], ["help", "verify"]])
    func helpIsNoError(arguments: [String]) throws {
        let outcome = try Command.run(arguments, in: Scratch())
        #expect(outcome.exit == 0)
        #expect(outcome.error.isEmpty)
        #expect(!outcome.output.isEmpty)
    }

    static let misuses = [
        ["run"], ["walk", "programme"], ["run", "programme", "--output"], ["verify"],
        ["run", "programme", "--output", ""], ["run", "programme", "--threads", "0"],
        ["run", "programme", "--payment-date", "tomorrow"], ["check", "programme", "--dry-run"],
    ]

    @Test(arguments: misuses)
    func misuseIsNamed(arguments: [String]) throws {
        let fixture = try Fixture()
        let outcome = try Command.run(arguments, in: fixture.scratch)
        #expect(outcome.exit == 64)
        #expect(!outcome.error.isEmpty)
        #expect(!fixture.scratch.exists("programme/out"))
    }

    @Test func completionsAreMade() throws {
        let outcome = try Command.run("--generate-completion-script", "bash", in: Scratch())
        #expect(outcome.exit == 0)
        #expect(outcome.output.contains("fentan"))
    }

    /// LC_ALL before LC_MESSAGES before LANG.
    @Test func firstLocaleThatIsSetDecidesTheLanguage() throws {
        let chinese = try Command.run(
            "run", "nowhere", in: Scratch(),
            environment: ["LC_ALL": "zh_CN.UTF-8", "LC_MESSAGES": "C", "LANG": "C"])
        let english = try Command.run(
            "run", "nowhere", in: Scratch(),
            environment: ["LC_ALL": "", "LC_MESSAGES": "en_GB.UTF-8", "LANG": "zh_CN.UTF-8"])
        #expect(chinese.error.contains("文件夹"))
        #expect(english.error.contains("folder"))
    }
}
