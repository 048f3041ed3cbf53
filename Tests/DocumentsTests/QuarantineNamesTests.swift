import Testing

@testable import Documents

struct QuarantineNamesTests {
    @Test(
        arguments: [
            (["sf-01.csv", "yt.csv"], ["sf-01.csv", "yt.csv"]),
            (
                ["a.txt", "b", "c.CSV", "圆通 7月.xls"],
                ["a.txt.csv", "b.csv", "c.CSV.csv", "圆通 7月.xls.csv"]
            ),
            // Another export has the name already, or one that some systems take for the same.
            (["a", "a.csv"], ["export-1.csv", "a.csv"]),
            (["A.csv", "a.csv"], ["A.csv", "export-2.csv"]),
            (["caf\u{E9}.csv", "cafe\u{301}.csv"], ["caf\u{E9}.csv", "export-2.csv"]),
            (["a", "a.csv", "export-1.csv"], ["export-1-2.csv", "a.csv", "export-1.csv"]),
            (
                ["a", "a.csv", "export-1-2.csv", "export-1.csv"],
                ["export-1-3.csv", "a.csv", "export-1-2.csv", "export-1.csv"]
            ),
            // What cannot stand everywhere.
            (
                ["a\u{9}.csv", "b\n.csv", "c\u{202E}.csv"],
                ["export-1.csv", "export-2.csv", "export-3.csv"]
            ),
            (["a\".csv", "b'.csv", "c\\.csv"], ["export-1.csv", "export-2.csv", "export-3.csv"]),
            ([String(repeating: "长", count: 67) + ".csv"], ["export-1.csv"]),
            (["=a.csv", "-b.csv"], ["=a.csv", "-b.csv"]),
        ] as [([String], [String])])
    func fileIsCalledLikeItsExport(exports: [String], names: [String]) {
        let found = QuarantineNames.names(of: exports)
        #expect(found.map { Array($0.utf8) } == names.map { Array($0.utf8) })
    }
}
