import Foundation
import Testing

/// Random programmes come to what the reference model says: `FENTAN_SEEDS` of them, 60 by default.
@Suite struct RandomProgrammeTests {
    private static let count =
        ProcessInfo.processInfo.environment["FENTAN_SEEDS"].flatMap { Int($0) } ?? 60

    /// The interpreter of `scripts/test`, else the one at hand.
    private static let python =
        ProcessInfo.processInfo.environment["FENTAN_PYTHON"] ?? "/usr/bin/env"

    @Test func reportAgreesWithTheReferenceModel() throws {
        let scratch = try Scratch()
        let outcome = try oracle(
            "random_runs.py",
            [Command.binary.path, "1", String(Self.count), scratch.url("runs").path], in: scratch)
        #expect(outcome.exit == 0, "\(outcome.output)\(outcome.error)")
    }

    @Test func sampleAgreesWithTheReferenceModel() throws {
        let sample = try Sample.published.get()
        let report = sample.url("out/report.json").path
        let outcome = try oracle(
            "reference_model.py", [Sample.folder.path, "--report", report], in: sample)
        #expect(outcome.exit == 0, "\(outcome.error)")
    }

    private func oracle(
        _ name: String, _ arguments: [String], in scratch: Scratch
    ) throws -> Command.Outcome {
        let script = Places.oracles.appendingPathComponent(name).path
        let start = Self.python == "/usr/bin/env" ? ["python3"] : []
        return try Command.start(
            URL(fileURLWithPath: Self.python), start + ["-B", script] + arguments, in: scratch
        ).outcome()
    }
}
