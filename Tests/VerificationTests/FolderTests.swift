import DelimitedText
import Foundation
import Testing

@testable import Verification

struct FolderTests {
    @Test func folderIsReadWithItsSubfolders() throws {
        try withFolder { path in
            let contents = Sample().contents
            try write(contents, to: path)
            let read = try Folder.contents(at: path)
            #expect(read.files == contents.files)
            #expect(read.folders == ["payments", "quarantine"])
            #expect(OutputProof.failures(in: read) == [])
        }
    }

    @Test func hiddenFilesAndEmptyFoldersAreSeen() throws {
        try withFolder { path in
            try write(Sample().contents, to: path)
            try Data().write(to: URL(filePath: path + "/payments/.hidden"))
            try FileManager.default.createDirectory(
                atPath: path + "/empty", withIntermediateDirectories: false)
            let failures = OutputProof.failures(in: try Folder.contents(at: path))
            let unlisted = failures.filter { $0.check == .unlistedFile }.map(\.place)
            #expect(unlisted == ["empty/", "payments/.hidden"])
        }
    }

    @Test func symbolicLinkIsRefused() throws {
        try withFolder { path in
            try write(Sample().contents, to: path)
            try FileManager.default.moveItem(atPath: path + "/awards.csv", toPath: path + "/a")
            try FileManager.default.createSymbolicLink(
                atPath: path + "/awards.csv", withDestinationPath: "a")
            #expect(throws: Folder.Fault.notPlain(path: "awards.csv")) {
                try Folder.contents(at: path)
            }
        }
    }

    @Test func missingFolderIsSaid() {
        #expect(throws: Folder.Fault.missing(path: "/nowhere/at/all")) {
            try Folder.contents(at: "/nowhere/at/all")
        }
    }

    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.path)
    }

    private func write(_ contents: FolderContents, to path: String) throws {
        for (name, content) in contents.files {
            let file = URL(filePath: path).appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(content.whole()).write(to: file)
        }
    }
}
