import Foundation
import Testing

/// Where the official schemas lie.
enum Schemas {
    static let pain002 = ProcessInfo.processInfo.environment["FENTAN_ORACLES"].map {
        $0 + "/pain.002.001.10.xsd"
    }
}

/// The messages that the tests read, by the official schema, which `FENTAN_ORACLES` leads to.
@Suite(.enabled(if: Schemas.pain002 != nil, "FENTAN_ORACLES names no folder"))
struct StatementSchemaTests {
    @Test(arguments: StatementSample.messages.keys.sorted())
    func everySampleIsValid(name: String) throws {
        let message = try #require(StatementSample.messages[name])
        let (isValid, said) = try validity(of: message)
        #expect(isValid, "\(said)")
    }

    /// The check itself can fail.
    @Test func messageWithoutAGroupIsNotValid() throws {
        let (isValid, _) = try validity(of: StatementSample.message(StatementSample.header))
        #expect(!isValid)
    }

    private func validity(of message: String) throws -> (isValid: Bool, said: String) {
        let url = FileManager.default.temporaryDirectory
            .appendingPathComponent("fentan-statement-\(UUID().uuidString).xml")
        defer { try? FileManager.default.removeItem(at: url) }
        try Data(message.utf8).write(to: url)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "xmllint", "--nonet", "--noout", "--schema", try #require(Schemas.pain002), url.path,
        ]
        let said = Pipe()
        process.standardError = said
        try process.run()
        let text = try said.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus == 0, String(decoding: text, as: UTF8.self))
    }
}
