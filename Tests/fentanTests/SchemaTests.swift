import Foundation
import Testing

/// pain.001 by the official schema, which `FENTAN_ORACLES` must lead to.
@Suite(.enabled(if: Places.schema != nil, "FENTAN_ORACLES names no folder with the schema"))
struct SchemaTests {
    @Test(arguments: CaseFolder.withPain001)
    func everyPublishedCaseIsValid(_ folder: CaseFolder) throws {
        try validate(folder.expected.appendingPathComponent("out/payments/pain.001.xml"))
    }

    @Test func sampleIsValid() throws {
        try validate(Sample.published.get().url("out/payments/pain.001.xml"))
    }

    /// The check itself can fail.
    @Test func brokenMessageIsNotValid() throws {
        let fixture = try Fixture.published()
        try fixture.scratch.edit("out/payments/pain.001.xml", "<PmtMtd>TRF</PmtMtd>", "")
        try #expect(validity(of: fixture.scratch.url("out/payments/pain.001.xml")).exit != 0)
    }

    private func validate(_ message: URL) throws {
        let outcome = try validity(of: message)
        #expect(outcome.exit == 0, "\(outcome.error)")
    }

    private func validity(of message: URL) throws -> Command.Outcome {
        let schema = try #require(Places.schema)
        return try Command.start(
            URL(fileURLWithPath: "/usr/bin/env"),
            ["xmllint", "--nonet", "--noout", "--schema", schema.path, message.path], in: Scratch()
        ).outcome()
    }
}
