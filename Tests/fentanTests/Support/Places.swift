import Foundation

/// Where the tests' own files stand.
enum Places {
    static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    static let cases = tests.appendingPathComponent("Cases")
    static let oracles = tests.appendingPathComponent("Oracles")

    /// The official schema of pain.001.001.09 where `FENTAN_ORACLES` names its folder; else nil.
    static let schema: URL? = ProcessInfo.processInfo.environment["FENTAN_ORACLES"].map {
        URL(fileURLWithPath: $0).appendingPathComponent("pain.001.001.09.xsd")
    }
}
