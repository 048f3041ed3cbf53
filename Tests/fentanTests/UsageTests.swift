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

    /// The version, its source, the forms that are written and what the program stands on.
    @Test func versionNamesWhatTheProgramStandsOn() throws {
        let lines = try Command.run("--version", in: Scratch()).output.split(separator: "\n")
        #expect(lines.count == 5)
        #expect(lines.first?.wholeMatch(of: #/fentan \d+\.\d+\.\d+/#) != nil)
        let forms = "forms      report.json 1, ledger 2, late waybills 1"
        #expect(lines.dropFirst(2).first.map(String.init) == forms)
        for library in ["libcsv", "libxlsxwriter", "SQLite", "zlib", "glibc"] {
            #expect(lines[3].contains(try Regex("\\b\(library) \\d+\\.\\d+")), "\(library)")
        }
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
