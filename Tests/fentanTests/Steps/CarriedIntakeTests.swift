import Documents
import Foundation
import Intake
import ProgrammeFolder
import Subsidy
import Testing

@testable import fentan

/// Whatever a programme holds, the steps come to the documents that one process makes.
@Suite struct CarriedIntakeTests {
    private static let python = ProcessInfo.processInfo.environment["FENTAN_PYTHON"]

    // One after another: each takes the threads that it can get.
    @Test func everyCaseIsTheSame() throws {
        for folder in CaseFolder.all {
            let programme = folder.url.appendingPathComponent("programme")
            guard FileManager.default.fileExists(atPath: programme.path) else { continue }
            try compare(programme, rangeBytes: 400, of: folder.name)
        }
    }

    @Test(.enabled(if: python != nil, "FENTAN_PYTHON names no interpreter"))
    func everyRandomProgrammeIsTheSame() throws {
        for seed in 1...20 { try compareRandomProgramme(seed) }
    }

    private func compareRandomProgramme(_ seed: Int) throws {
        let scratch = try Scratch()
        let outcome = try Command.start(
            URL(fileURLWithPath: #require(Self.python)),
            [
                "-B", Places.oracles.appendingPathComponent("random_programme.py").path,
                "\(seed)", scratch.url("programme").path,
            ], in: scratch
        ).outcome()
        try #require(outcome.exit == 0, "\(outcome.error)")
        try compare(
            scratch.url("programme"), rangeBytes: seed % 2 == 0 ? nil : 300, of: "seed \(seed)")
    }

    /// Both come to the same documents, or to the same fault.
    private func compare(_ programme: URL, rangeBytes: Int?, of name: String) throws {
        let alone = Result {
            try documents(of: programme) { inputs, rules in
                let exports = try ExportFolder(
                    path: inputs.path(of: ProgrammeInputs.exportsName),
                    name: ProgrammeInputs.exportsName)
                try exports.refuseUnusedPatterns(rules.programme.exports)
                return try ExportIntake.reading(
                    of: exports, programme: rules.programme, roster: rules.roster,
                    adjudications: rules.adjudications, support: rules.support,
                    options: IntakeOptions(threads: 2))
            }
        }
        let carried = Result {
            try documents(of: programme) { _, _ in
                try CarriedIntake(programme).reading(rangeBytes: rangeBytes)
            }
        }
        switch (alone, carried) {
        case (.success(let alone), .success(let carried)):
            #expect(alone.map(\.path) == carried.map(\.path), "\(name)")
            for (one, other) in zip(alone, carried) where one.bytes != other.bytes {
                Issue.record("\(name): \(one.path) is another")
            }
        case (.failure(let alone), .failure(let carried)):
            #expect((alone as? InputFault) == (carried as? InputFault), "\(name)")
            #expect(alone is InputFault, "\(name): \(alone)")
        case (.success, .failure(let fault)):
            Issue.record("\(name): the steps alone fail: \(fault)")
        case (.failure(let fault), .success):
            Issue.record("\(name): the steps alone succeed: \(fault)")
        }
    }

    private func documents(
        of programme: URL, _ read: (ProgrammeInputs, IntakeRules) throws -> Reading
    ) throws -> [Document] {
        let inputs = ProgrammeInputs(path: programme.path)
        let rules = try ProgrammeRules(programme.path).rules
        let settlement = Settlement(
            programme: rules.programme, roster: rules.roster, reading: try read(inputs, rules),
            payerDigest: String(repeating: "0", count: 64))
        let state: Edition.State = settlement.stops.isEmpty ? .draft : .stopped
        let edition = Edition(
            state: state, language: .zh, version: "", inputs: [], paymentDate: nil)
        // A workbook has its time in it.
        return try OutputDocuments.documents(of: settlement, edition: edition)
            .filter { !$0.path.hasSuffix(".xlsx") }
    }
}
