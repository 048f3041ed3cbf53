import Foundation
import Testing

/// A temporary folder that goes with its last user.
final class Scratch: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appendingPathComponent("fentan-test-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func url(_ path: String) -> URL { url.appendingPathComponent(path) }

    func data(_ path: String) throws -> Data { try Data(contentsOf: url(path)) }

    func text(_ path: String) throws -> String {
        try #require(String(data: data(path), encoding: .utf8))
    }

    func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: url(path).path)
    }

    func write(_ data: Data, to path: String) throws {
        let folder = url(path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try data.write(to: url(path))
    }

    func write(_ text: String, to path: String) throws {
        try write(Data(text.utf8), to: path)
    }

    func copy(_ source: URL, to path: String) throws {
        try FileManager.default.copyItem(at: source, to: url(path))
    }

    /// Makes an empty folder.
    func make(_ path: String) throws {
        try FileManager.default.createDirectory(at: url(path), withIntermediateDirectories: true)
    }

    /// Makes a link to a path beside it.
    func link(_ path: String, to other: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: url(path).path, withDestinationPath: other)
    }

    func chmod(_ path: String, _ mode: Int) throws {
        try FileManager.default.setAttributes(
            [.posixPermissions: mode], ofItemAtPath: url(path).path)
    }

    func remove(_ path: String) throws { try FileManager.default.removeItem(at: url(path)) }

    func rename(_ path: String, _ other: String) throws {
        try FileManager.default.moveItem(at: url(path), to: url(other))
    }

    /// Replaces a text of a file that must have it.
    func edit(_ path: String, _ old: String, _ new: String) throws {
        let text = try text(path)
        try #require(text.contains(old))
        try write(text.replacingOccurrences(of: old, with: new), to: path)
    }

    /// The files under `path` with their bytes, by path below it.
    func tree(_ path: String = "") throws -> [String: Data] {
        try FileTree.files(under: path.isEmpty ? url : url(path))
    }

    /// What the file system says of every file and folder under `path`, the folder's own included.
    func stamps(_ path: String) throws -> [String: Stamp] {
        var stamps = ["": try Stamp(url(path))]
        for name in try FileManager.default.subpathsOfDirectory(atPath: url(path).path) {
            stamps[name] = try Stamp(url(path + "/" + name))
        }
        return stamps
    }
}

/// By which a file that was written anew differs from one that was left alone.
struct Stamp: Equatable {
    let inode: UInt64
    let modified: Date
    let mode: Int

    init(_ url: URL) throws {
        let attributes = try FileManager.default.attributesOfItem(atPath: url.path)
        inode = try #require(attributes[.systemFileNumber] as? NSNumber).uint64Value
        modified = try #require(attributes[.modificationDate] as? Date)
        mode = try #require(attributes[.posixPermissions] as? NSNumber).intValue
    }
}

enum FileTree {
    /// The files under a folder with their bytes, by path below it; none where there is no folder.
    static func files(under folder: URL) throws -> [String: Data] {
        let manager = FileManager.default
        guard manager.fileExists(atPath: folder.path) else { return [:] }
        var files: [String: Data] = [:]
        for name in try manager.subpathsOfDirectory(atPath: folder.path) {
            let url = folder.appendingPathComponent(name)
            let type = try manager.attributesOfItem(atPath: url.path)[.type] as? FileAttributeType
            if type == .typeRegular { files[name] = try Data(contentsOf: url) }
        }
        return files
    }
}
