import Foundation
import Testing

/// What the domain keeps away from, and the compiler does not: clocks, files, threads, floats.
struct TidyTests {
    private static let forbidden: [(word: String, instead: String)] = [
        ("Date()", "take the day as a CalendarDate: the clock is read in the fentan target"),
        ("FileManager", "take bytes: files are read in Intake and ProgrammeFolder"),
        ("print(", "return a Finding: only the fentan target writes to the terminal"),
        ("Double", "count in fen, grams or pieces, with UInt128 for products"),
        ("Float", "count in fen, grams or pieces, with UInt128 for products"),
        ("Decimal(string:", "use DecimalText.scaled, which reads a text whole or not at all"),
        ("DispatchQueue", "stay a pure function: Intake has the threads"),
    ]

    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Sources/Subsidy")

    private static func files() throws -> [URL] {
        let paths = try #require(
            FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        return paths.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
            .sorted { $0.path < $1.path }
    }

    @Test func domainTouchesNoClockFileThreadOrFloat() throws {
        let files = try Self.files()
        #expect(files.count > 20)
        for file in files {
            let text = try String(contentsOf: file, encoding: .utf8)
            for (number, line) in text.components(separatedBy: "\n").enumerated() {
                for fault in Self.faults(in: line) {
                    Issue.record("\(file.lastPathComponent):\(number + 1): \(fault)")
                }
            }
        }
    }

    /// What is wrong with a line of source; comments may say anything.
    private static func faults(in line: String) -> [String] {
        let code = line.components(separatedBy: "//")[0]
        return forbidden.filter { code.contains($0.word) }.map { "\($0.word): \($0.instead)" }
    }

    @Test(arguments: [
        ("let now = Date()", "Date()"), ("let share = Double(volume) / 2", "Double"),
        ("print(volume)", "print("), ("Decimal(string: text)", "Decimal(string:"),
    ])
    func forbiddenWordIsFoundAndItsReplacementNamed(line: String, word: String) throws {
        let fault = try #require(Self.faults(in: line).first)
        #expect(fault.hasPrefix(word + ": "))
        #expect(fault.count > word.count + 20)
    }

    @Test(arguments: [
        "/// `Decimal(string:)` would take a prefix.", "let date = CalendarDate(iso: text)",
        "x // no Double",
    ])
    func otherLinesAreTidy(line: String) {
        #expect(Self.faults(in: line) == [])
    }
}
