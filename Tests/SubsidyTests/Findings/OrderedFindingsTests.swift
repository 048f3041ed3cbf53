import Testing

@testable import Subsidy

struct OrderedFindingsTests {
    @Test func findingsStandByFileThenLineThenCode() {
        let files = ["a.csv", "g.csv", "s.csv"].map { Sample.file($0) }
        let expected: [Finding] = [
            Finding(.fileRepeated, source: .export(0)),
            Finding(.controlDiffers, source: .export(0), line: 9),
            Finding(.cnapsCheckDigit, source: .settings),
            Finding(.coverageMonth, source: .export(1), detail: .month(Month(number: 5))),
            Finding(.dateMissing, source: .export(1), line: 2),
            Finding(.waybillSuspicious, source: .export(1), line: 2),
            Finding(.dateMissing, source: .export(1), line: 10),
            Finding(.accountSuspicious, source: .roster, line: 2),
            Finding(.cnapsCheckDigit, source: .roster, line: 2),
            Finding(.coverageNoRows, source: .roster, line: 2),
            Finding(.accountSuspicious, source: .roster, line: 3),
            Finding(.dateMissing, source: .export(2), line: 1),
        ]
        var draw = SystemRandomNumberGenerator()
        for _ in 0..<20 {
            // However they are dealt out among lists.
            var lists: [[Finding]] = [[], [], []]
            for finding in expected { lists[Int.random(in: 0..<3, using: &draw)].append(finding) }
            let sorted = OrderedFindings(
                lists.map { $0.shuffled(using: &draw) }, files: files)
            #expect(sorted.map(Self.text) == expected.map(Self.text))
        }
    }

    @Test func programmesOwnFilesStandAmongTheExportsNames() {
        let own: [Finding] = [
            Finding(.cnapsCheckDigit, source: .settings), Finding(.coverageNoRows, source: .roster),
        ]
        for (name, position) in [("a.csv", 0), ("m.csv", 1), ("z.csv", 2)] {
            let findings = own + [Finding(.fileRepeated, source: .export(0))]
            let sorted = OrderedFindings([findings], files: [Sample.file(name)])
            #expect(sorted[position].source == .export(0))
            #expect(
                sorted.filter { $0.source != .export(0) }.map(\.source) == [.settings, .roster])
        }
    }

    @Test func findingsOfOneLineAndCodeStandByTheirValues() {
        let months = (1...9).map {
            Finding(
                .coverageMonth, source: .export(0), detail: .month(Month(year: 2026, month: $0)))
        }
        var draw = SystemRandomNumberGenerator()
        let sorted = OrderedFindings(
            [months.shuffled(using: &draw)], files: [Sample.file("a.csv")])
        #expect(sorted.map(\.detail) == months.map(\.detail))
    }

    private static func text(_ finding: Finding) -> String {
        "\(finding.source) \(finding.line ?? 0) \(finding.code)"
    }
}
