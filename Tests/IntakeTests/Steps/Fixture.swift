import Foundation

/// Files of a test.
enum Fixture {
    static func bytes(of path: String) throws -> [UInt8] {
        try Array(Data(contentsOf: URL(filePath: path)))
    }

    /// Calls `body` with the path of a file that has these bytes, and removes it.
    static func file<Value>(of bytes: [UInt8], _ body: (String) throws -> Value) throws -> Value {
        let file = FileManager.default.temporaryDirectory.appending(
            path: "fentan-" + UUID().uuidString)
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try body(file.path(percentEncoded: false))
    }
}
