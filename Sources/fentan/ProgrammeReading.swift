import Crypto
import Documents
import Foundation
import Intake
import ProgrammeFolder
import Subsidy

/// A programme's folder read and settled, with nothing written: what `run` goes on to publish.
struct ProgrammeReading: Sendable {
    let folder: String
    /// Where rows go that memory has no room for, in a file without a name.
    let temporaryFolder: String
    let threads: Int
    let blockBytes: Int
    let memoryBytes: Int
    /// The canonical number of a waybill whose rows are to be kept.
    var tracedWaybill: [UInt8]?

    /// What the folder came to, and the digests of what was read.
    struct Settled: Sendable {
        let settlement: Settlement
        let inputs: [Edition.InputDigest]
    }

    /// From the files to the settlement, a line a stage.
    func settled() throws -> Settled {
        let programmeFolder = ProgrammeInputs(path: folder)
        let programme = try programmeFolder.programme()
        let (roster, rosterBytes) = try programmeFolder.roster()
        let (adjudications, adjudicationsBytes) = try programmeFolder.adjudications(
            unit: programme.unit)
        let (support, supportBytes) = try programmeFolder.otherSupport(for: roster)
        let exports = try ExportFolder(
            path: programmeFolder.path(of: ProgrammeInputs.exportsName),
            name: ProgrammeInputs.exportsName)
        try exports.refuseUnusedPatterns(programme.exports)
        let reading = try read(exports, programme, roster, adjudications, support)
        let settlement = Settlement(
            programme: programme, roster: roster, reading: reading,
            payerDigest: Self.sha256(programme.payer.account.utf8))
        return Settled(
            settlement: settlement,
            inputs: Self.inputs(
                reading,
                tables: [
                    (Adjudication.fileName, adjudicationsBytes),
                    (ProgrammeInputs.otherSupportName, supportBytes),
                    (ProgrammeInputs.rosterName, rosterBytes),
                ]))
    }

    private func read(
        _ exports: ExportFolder, _ programme: Programme, _ roster: Roster,
        _ adjudications: [Adjudication], _ support: OtherSupport
    ) throws(InputFault) -> Reading {
        let progress = IntakeProgress()
        let bar = ProgressBar(progress, environment: ProcessInfo.processInfo.environment)
        defer { bar?.finish() }
        return try ExportIntake.reading(
            of: exports, programme: programme, roster: roster, adjudications: adjudications,
            support: support,
            options: IntakeOptions(
                threads: threads, blockBytes: blockBytes, memoryBytes: memoryBytes,
                temporaryFolder: temporaryFolder, tracedWaybill: tracedWaybill, progress: progress))
    }

    private static func inputs(
        _ reading: Reading, tables: [(name: String, bytes: [UInt8]?)]
    ) -> [Edition.InputDigest] {
        let exports = reading.files.map {
            Edition.InputDigest(
                name: ProgrammeInputs.exportsName + "/" + $0.name, sha256: $0.sha256)
        }
        return exports
            + tables.compactMap { name, bytes in
                bytes.map { Edition.InputDigest(name: name, sha256: sha256($0)) }
            }
    }

    private static func sha256(_ bytes: some Sequence<UInt8>) -> String {
        SHA256.hash(data: Array(bytes)).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}
