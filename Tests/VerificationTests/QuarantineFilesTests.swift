import Testing

@testable import Verification

struct QuarantineFilesTests {
    @Test(
        arguments: [
            (["sf.csv", "a.txt", "b.CSV"], ["sf.csv", "a.txt.csv", "b.CSV.csv"]),
            (["A.csv", "a.csv", "b'.csv"], ["A.csv", "export-2.csv", "export-3.csv"]),
            (["a", "a.csv", "export-1.csv"], ["export-1-2.csv", "a.csv", "export-1.csv"]),
            (
                ["a", "a.csv", "export-1-2.csv", "export-1.csv"],
                ["export-1-3.csv", "a.csv", "export-1-2.csv", "export-1.csv"]
            ),
        ] as [([String], [String])])
    func fileIsCalledLikeItsExport(exports: [String], names: [String]) {
        #expect(QuarantineFiles.names(of: exports) == names)
    }

    @Test(.timeLimit(.minutes(1))) func manyExportsAreNamedInTheirTime() {
        let exports = (0..<20_000).map { "\($0).txt" }
        #expect(QuarantineFiles.names(of: exports) == exports.map { $0 + ".csv" })
    }
}
