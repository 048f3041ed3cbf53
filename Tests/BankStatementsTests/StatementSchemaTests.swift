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
        let schema = try #require(Schemas.pain002)
        let (isValid, said) = try said(
            by: "xmllint --nonet --noout --schema '\(schema)' '\(url.path)'")
        return (isValid, said)
    }

    /// What a shell's line says on both its streams, and whether it ends well; without Foundation's
    /// `Process`, which does not bear tests that run side by side.
    private func said(by line: String) throws -> (isDone: Bool, text: String) {
        guard let stream = unsafe popen("exec 2>&1; " + line, "r") else { throw POSIXError(.EIO) }
        var bytes: [UInt8] = []
        while true {
            let byte = unsafe fgetc(stream)
            if byte < 0 { break }
            bytes.append(UInt8(byte))
        }
        return (unsafe pclose(stream) == 0, String(decoding: bytes, as: UTF8.self))
    }
}
