import Foundation
import Testing

/// The sample programme, some 60,000 rows; it is run once for all tests that only read what it left.
enum Sample {
    static let folder = Places.tests.deletingLastPathComponent()
        .appendingPathComponent("data/2026")

    /// A folder with the sample published in `out`.
    static let published: Result<Scratch, any Error> = Result {
        let scratch = try Scratch()
        let outcome = try Command.run(
            "run", folder.path, "--output", "out", "--ledger", "ledger.sqlite", in: scratch,
            environment: ["TZ": "Asia/Shanghai"])
        try #require(outcome.exit == 0, "\(outcome.error)")
        try #require(outcome.error.isEmpty)
        return scratch
    }
}
