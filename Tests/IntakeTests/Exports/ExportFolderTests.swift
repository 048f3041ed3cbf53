import Foundation
import Intake
import Subsidy
import Testing

struct ExportFolderTests {
    private func folder(_ names: [String]) throws -> ExportFolder {
        var sample = IntakeSample()
        for name in names { sample.add(name, "x") }
        return try sample.withFolder { try ExportFolder(path: $0, name: "exports") }
    }

    @Test func exportsComeInByteOrderAndWhatSystemsLeaveBehindIsSkipped() throws {
        let folder = try folder([
            "圆通.csv", "b.csv", "B.csv", "a10.csv", "a9.csv", ".DS_Store", "~$b.csv", "Thumbs.db",
            "desktop.ini", "readme.txt",
        ])
        #expect(
            folder.exports == ["B.csv", "a10.csv", "a9.csv", "b.csv", "readme.txt", "圆通.csv"])
        #expect(Set(folder.skipped) == [".DS_Store", "~$b.csv", "Thumbs.db", "desktop.ini"])
    }

    @Test func skippedFilesAreListedInTheReading() throws {
        var sample = IntakeSample(IntakeSample.header, "SF1,甲,2026-05-05,1")
        sample.add("Thumbs.db", "x")
        #expect(try sample.reading().skipped == ["Thumbs.db"])
    }

    @Test(arguments: [[], [".hidden", "Thumbs.db"]] as [[String]])
    func folderWithoutAnExportIsRefused(names: [String]) {
        #expect(throws: InputFault(.noExports, file: "exports")) { try folder(names) }
    }

    @Test func missingFolderIsRefused() {
        #expect(throws: InputFault(.missingFolder, file: "exports")) {
            try ExportFolder(path: "/nonexistent/exports", name: "exports")
        }
    }

    @Test func subfolderIsRefused() throws {
        try IntakeSample(IntakeSample.header).withFolder { path in
            try FileManager.default.createDirectory(
                atPath: path + "/2026-01", withIntermediateDirectories: true)
            #expect(throws: InputFault(.isFolder, file: "exports/2026-01")) {
                try ExportFolder(path: path, name: "exports")
            }
        }
    }

    @Test func fileThatCannotBeReadStopsTheReading() throws {
        var sample = IntakeSample(IntakeSample.header, "SF1,甲,2026-05-05,1")
        sample.add("b.csv", "x,y\n")
        let fault = try #require(try sample.fault())
        #expect(fault.file == "exports/b.csv")
    }
}
