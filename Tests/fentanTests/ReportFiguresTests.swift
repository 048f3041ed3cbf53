import Foundation
import Testing

/// Every number of the page and of the CSV files, read back by another program, is that of
/// report.json; the workbook's are compared by `ReportWorkbookTests`.
@Suite struct ReportFiguresTests {
    @Test func theSamplesAreEqual() throws {
        let sample = try Sample.published.get()
        try compare([sample.url("out")], in: sample)
    }

    /// The outputs that all cases must have: English, weights, further batches, decisions, stops.
    @Test func thoseOfEveryCaseAreEqual() throws {
        let cases = try FileManager.default.contentsOfDirectory(
            at: Places.cases, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
        let folders = try cases.flatMap { folder in
            try FileManager.default.contentsOfDirectory(
                at: folder.appendingPathComponent("expected"), includingPropertiesForKeys: nil)
        }.filter {
            FileManager.default.fileExists(atPath: $0.appendingPathComponent("report.html").path)
        }
        #expect(folders.count > 50)
        try compare(folders, in: Scratch())
    }

    private func compare(_ folders: [URL], in scratch: Scratch) throws {
        let script = Places.oracles.appendingPathComponent("page_figures.py").path
        let python = ProcessInfo.processInfo.environment["FENTAN_PYTHON"] ?? "/usr/bin/python3"
        let outcome = try Command.start(
            URL(fileURLWithPath: python), ["-B", script] + folders.map(\.path), in: scratch,
            environment: ["PYTHONUTF8": "1"]
        ).outcome()
        #expect(outcome.exit == 0, "\(outcome.output)\(outcome.error)")
    }
}
