import DelimitedText
import Documents
import Foundation
import Intake
import Ledger
import ProgrammeFolder
import Subsidy

/// A programme's folder read and settled, with nothing written: what `run` goes on to publish.
struct ProgrammeReading: Sendable {
    let folder: String
    /// The ledger as typed; nil for the one that the settings say, or the folder's place.
    var ledgerFile: String?
    /// Where rows go that memory has no room for, in a file without a name.
    let temporaryFolder: String
    let threads: Int
    let blockBytes: Int
    let memoryBytes: Int
    /// The folder that an engine has left, in the place of the exports.
    var intakeFolder: String?
    /// The canonical number of a waybill whose rows are to be kept.
    var tracedWaybill: [UInt8]?

    /// For documents that grow with the exports, beside the findings that they are made of.
    var documentRoom: FileBytes.Room {
        FileBytes.Room(limit: min(memoryBytes / 8, 128 << 20), folder: temporaryFolder)
    }

    /// What the folder came to, and the digests of what was read.
    struct Settled: Sendable {
        let settlement: Settlement
        let inputs: [Edition.InputDigest]
        /// The bytes of its late waybills, and their digest.
        let lateWaybills: (bytes: [UInt8], sha256: String)
        /// What of them no batch of the same awards may change.
        let steadyInputs: [LedgerInput]

        /// What a batch sends and holds, after all that was sent before.
        func plan(after history: PaymentHistory) throws(InputFault) -> BatchPlan {
            let programme = settlement.programme
            let enterprises = settlement.roster.enterprises
            let codes = Set(enterprises.map(\.uscc))
            if let missing = history.payees.first(where: { !codes.contains($0) }) {
                throw InputFault(
                    .paidEnterpriseMissing, file: ProgrammeInputs.rosterName,
                    excerpt: missing.text)
            }
            let payerDigest = Digest.sha256(programme.payer.account.utf8)
            let claims = (settlement.awards ?? []).map { award in
                BatchPlan.Claim(
                    uscc: award.enterprise.uscc, award: award.amount, holds: award.holdReasons
                ) { amount in
                    PaymentContent.digest(
                        of: amount, to: award.enterprise.payee, payerDigest: payerDigest)
                }
            }
            return BatchPlan(
                year: programme.year, pool: programme.pool, claims: claims, after: history,
                payerDigest: payerDigest)
        }
    }

    /// From the files to the settlement, a line a stage.
    func settled() throws -> Settled {
        let programmeFolder = ProgrammeInputs(path: folder)
        let programme = try programmeFolder.programme()
        let (roster, rosterBytes) = try programmeFolder.roster()
        let (adjudications, adjudicationsBytes) = try programmeFolder.adjudications(
            unit: programme.unit)
        let (support, supportBytes) = try programmeFolder.otherSupport(for: roster)
        let yearBefore = try KnownYearBefore(
            in: ProgrammeLedger(of: programme, folder: folder, typed: ledgerFile))
        let rules = IntakeRules(
            programme: programme, roster: roster, adjudications: adjudications, support: support)
        var reading =
            if let intakeFolder {
                try IntakeFolder(path: intakeFolder).reading(by: rules, yearBefore: yearBefore)
            } else {
                try read(programmeFolder, by: rules, yearBefore?.waybills)
            }
        let late = LateWaybillsCode.bytes(of: reading.late, year: programme.year)
        // The same twice would be the largest value beside the findings.
        reading.late = .none
        let settlement = Settlement(
            programme: programme, roster: roster, reading: reading,
            payerDigest: Digest.sha256(programme.payer.account.utf8))
        return Settled(
            settlement: settlement,
            inputs: Self.inputs(
                reading,
                tables: [
                    (Adjudication.fileName, adjudicationsBytes),
                    (ProgrammeInputs.otherSupportName, supportBytes),
                    (ProgrammeInputs.rosterName, rosterBytes),
                ]) + [yearBefore?.input].compactMap(\.self),
            lateWaybills: (late, Digest.sha256(late)),
            steadyInputs: SteadyInputs.inputs(of: roster, support))
    }

    private func read(
        _ inputs: ProgrammeInputs, by rules: IntakeRules, _ yearBefore: LateWaybills?
    ) throws(InputFault) -> Reading {
        let exports = try ExportFolder(
            path: inputs.path(of: ProgrammeInputs.exportsName), name: ProgrammeInputs.exportsName,
            programme: inputs.path)
        try exports.refuseUnusedPatterns(rules.programme.exports)
        let progress = IntakeProgress()
        let bar = ProgressBar(progress, environment: ProcessInfo.processInfo.environment)
        defer { bar?.finish() }
        return try ExportIntake.reading(
            of: exports, programme: rules.programme, roster: rules.roster,
            adjudications: rules.adjudications, support: rules.support, yearBefore: yearBefore,
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
                bytes.map { Edition.InputDigest(name: name, sha256: Digest.sha256($0)) }
            }
    }
}
