import Foundation
import Testing

/// Every case leaves behind, byte by byte, what its `expected` folder holds.
///
/// `FENTAN_RECORD=1` writes the folders anew, and fails: what was recorded is to be read.
@Suite struct CasesTests {
    @Test(arguments: CaseFolder.all)
    func leavesWhatIsExpected(of folder: CaseFolder) throws {
        let left = try folder.run()
        if ProcessInfo.processInfo.environment["FENTAN_RECORD"] != nil {
            try record(left, in: folder.expected)
            Issue.record("recorded anew: \(folder.name)")
            return
        }
        let expected = try FileTree.files(under: folder.expected)
        #expect(left.keys.sorted() == expected.keys.sorted())
        for (path, bytes) in expected {
            let difference = Difference(left[path] ?? Data(), expected: bytes)
            #expect(difference == nil, "\(path)")
        }
    }

    @Test func thereAreCases() { #expect(CaseFolder.all.count > 100) }

    private func record(_ left: [String: Data], in folder: URL) throws {
        try? FileManager.default.removeItem(at: folder)
        for (path, bytes) in left {
            let file = folder.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try bytes.write(to: file)
        }
    }
}

/// The first line in which two files differ.
private struct Difference: Equatable {
    let line: Int
    let found: String
    let expected: String

    /// Nil where the bytes are the same.
    init?(_ found: Data, expected: Data) {
        if found == expected { return nil }
        let founds = Self.lines(found)
        let expecteds = Self.lines(expected)
        let same = zip(founds, expecteds).prefix { $0 == $1 }.count
        line = same + 1
        self.found = same < founds.count ? founds[same] : "(its end)"
        self.expected = same < expecteds.count ? expecteds[same] : "(its end)"
    }

    private static func lines(_ data: Data) -> [String] {
        data.split(separator: 0x0A, omittingEmptySubsequences: false).map {
            String(String(decoding: $0, as: UTF8.self).prefix(400))
        }
    }
}
