import Foundation
import Testing

@testable import DelimitedText

struct ByteFileTests {
    /// A new folder, removed with all in it once `body` is done.
    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "fentan-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.path(percentEncoded: false))
    }

    @Test func fileIsReadInBlocksToItsEnd() throws {
        try withFolder { folder in
            let bytes = (0..<1000).map { UInt8($0 % 251) }
            try Data(bytes).write(to: URL(filePath: folder + "/a"))
            let file = try ByteFile(path: folder + "/a")
            #expect(file.size == 1000)
            var read = try file.read(1)
            try file.append(600, to: &read)
            #expect(read == Array(bytes[..<601]))
            #expect(try file.read(600) == Array(bytes[601...]))
            #expect(try file.read(600) == [])
            #expect(try ByteFile.bytes(of: folder + "/a", limit: 1000) == bytes)
        }
    }

    @Test func fileAboveTheLimitIsRefused() throws {
        try withFolder { folder in
            try Data([1, 2, 3]).write(to: URL(filePath: folder + "/a"))
            #expect(throws: ByteFile.Fault(code: EFBIG)) {
                try ByteFile.bytes(of: folder + "/a", limit: 2)
            }
        }
    }

    @Test func whatIsNoFileIsRefusedByWhatItIs() throws {
        try withFolder { folder in
            let missing = #expect(throws: ByteFile.Fault.self) {
                _ = try ByteFile(path: folder + "/none")
            }
            #expect(missing?.isMissing == true)
            #expect(missing?.isFolder == false)
            #expect(missing?.text == "No such file or directory")
            let itself = #expect(throws: ByteFile.Fault.self) { _ = try ByteFile(path: folder) }
            #expect(itself?.isFolder == true)
            let device = #expect(throws: ByteFile.Fault.self) {
                _ = try ByteFile(path: "/dev/null")
            }
            #expect(device?.isSpecial == true)
        }
    }

    @Test func namesComeInByteOrder() throws {
        try withFolder { folder in
            for name in ["b.csv", "B.csv", "圆通.csv", ".hidden", "a10", "a9", "~$x"] {
                try Data().write(to: URL(filePath: folder + "/" + name))
            }
            let names = try ByteFile.names(inFolder: folder)
            #expect(
                names.map { String(decoding: $0, as: UTF8.self) }
                    == [".hidden", "B.csv", "a10", "a9", "b.csv", "~$x", "圆通.csv"])
            #expect(ByteFile.isFolder(folder))
            #expect(!ByteFile.isFolder(folder + "/a9"))
            #expect(!ByteFile.isFolder(folder + "/none"))
        }
    }

    @Test func missingFolderHasNoNames() {
        let fault = #expect(throws: ByteFile.Fault.self) {
            try ByteFile.names(inFolder: "/nonexistent/folder")
        }
        #expect(fault?.isMissing == true)
    }
}
