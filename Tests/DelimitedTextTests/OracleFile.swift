import Foundation

/// Files that another implementation made, in the folder that the environment variable
/// FENTAN_ORACLES names; `scripts/test` makes them and sets it.
enum OracleFile {
    private static let folder = ProcessInfo.processInfo.environment["FENTAN_ORACLES"]

    static var areThere: Bool { folder != nil }

    /// The lines below the header, split at commas.
    static func rows(of name: String) throws -> [[Substring]] {
        let path = URL(filePath: folder ?? "").appending(path: name)
        let text = try String(contentsOf: path, encoding: .utf8)
        return text.split(separator: "\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
    }
}
