import Foundation
import ProgrammeFolder
import Subsidy
import Testing

struct ProgrammeInputsTests {
    private func withFolder(
        _ files: [String: String], _ body: (ProgrammeInputs) throws -> Void
    ) throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "fentan-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        try body(ProgrammeInputs(path: folder.path(percentEncoded: false)))
    }

    private static let roster = """
        uscc,name,review,account-name,account,bank,cnaps
        9144030071526726XG,甲公司,通过,甲公司,1,工商银行,102581000152

        """

    @Test func settingsAndRosterAreReadFromTheirFiles() throws {
        let files = ["fentan.yaml": SettingsSample.required, "roster.csv": Self.roster]
        try withFolder(files) { folder in
            #expect(try folder.programme().year == 2026)
            let (roster, bytes) = try folder.roster()
            #expect(roster.enterprises.count == 1)
            #expect(bytes == Array(Self.roster.utf8))
            try folder.refuseMissingFolder()
        }
    }

    @Test func missingFileIsNamed() throws {
        try withFolder([:]) { folder in
            #expect(throws: InputFault(.missingFile, file: "fentan.yaml")) {
                try folder.programme()
            }
            #expect(throws: InputFault(.missingFile, file: "roster.csv")) { try folder.roster() }
        }
    }

    @Test func folderInPlaceOfAFileIsNamed() throws {
        try withFolder([:]) { folder in
            try FileManager.default.createDirectory(
                atPath: folder.path(of: "roster.csv"), withIntermediateDirectories: true)
            #expect(throws: InputFault(.isFolder, file: "roster.csv")) { try folder.roster() }
        }
    }

    @Test func missingFolderIsNamed() {
        let folder = ProgrammeInputs(path: "/nonexistent/2026")
        #expect(throws: InputFault(.missingFolder, file: "/nonexistent/2026")) {
            try folder.refuseMissingFolder()
        }
    }

    @Test func tableThatIsNotThereIsNone() throws {
        try withFolder(["roster.csv": Self.roster]) { folder in
            let (support, bytes) = try folder.otherSupport(for: folder.roster().roster)
            #expect(support.holders.isEmpty)
            #expect(bytes == nil)
        }
    }
}
