import DelimitedText
import Documents
import Foundation
import Intake
import Ledger
import ProgrammeFolder
import Subsidy

/// All that the next run of a programme needs, looked at without changing anything.
struct ProgrammeExamination: Sendable {
    let folder: String
    let output: String
    /// The ledger as typed; nil for the one that the settings say, or the folder's place.
    let ledgerFile: String?
    /// The day in China.
    let today: CalendarDate

    private var inputs: ProgrammeInputs { ProgrammeInputs(path: folder) }

    /// What needs the settings is left out where these cannot be read.
    var diagnoses: [Diagnosis] {
        do throws(InputFault) {
            try inputs.refuseMissingFolder()
        } catch {
            return [.mend(.settings, RunFailure(error).text)]
        }
        let programme = try? inputs.programme()
        let settings = Diagnosis.of(.settings) {
            let programme = try inputs.programme()
            return DoctorTexts.settings(programme, isSample: Self.isSample(programme))
        }
        let exports = exports(programme)
        return [settings, tables(programme), exports.diagnosis, permissions]
            + [disk(exports.bytes), lock]
            + (programme.map { [ledger($0), key, nextYear($0)] } ?? [])
    }

    private static func isSample(_ programme: Programme) -> Bool {
        programme.payer.account == NewProgramme.payerAccount
    }

    private func tables(_ programme: Programme?) -> Diagnosis {
        .of(.tables) {
            let roster = try inputs.roster().roster
            _ = try inputs.otherSupport(for: roster)
            if let programme { _ = try inputs.adjudications(unit: programme.unit) }
            return DoctorTexts.tables(enterprises: roster.enterprises.count)
        }
    }

    private func exports(_ programme: Programme?) -> (diagnosis: Diagnosis, bytes: Int) {
        var bytes = 0
        let diagnosis = Diagnosis.of(.exports) {
            let exports = try ExportFolder(
                path: inputs.path(of: ProgrammeInputs.exportsName),
                name: ProgrammeInputs.exportsName, programme: inputs.path)
            if let programme { try exports.refuseUnusedPatterns(programme.exports) }
            bytes = exports.totalBytes
            return DoctorTexts.exports(exports.exports.count, bytes: bytes)
        }
        return (diagnosis, bytes)
    }

    private var permissions: Diagnosis {
        let rights = AccessRights(of: inputs, output: output)
        if let path = rights.unreadable.first {
            return .mend(.permissions, DoctorTexts.unreadable(path))
        }
        if let path = rights.unwritable { return .mend(.permissions, DoctorTexts.unwritable(path)) }
        if let path = rights.writableByOthers.first {
            return .mend(.permissions, DoctorTexts.writableByOthers(path, folder: folder))
        }
        if let path = rights.readableByOthers.first {
            return .mend(.permissions, DoctorTexts.readableByOthers(path, folder: folder))
        }
        return .fine(.permissions, DoctorTexts.permissions)
    }

    private func disk(_ exportBytes: Int) -> Diagnosis {
        let place = FileTree.parent(of: output)
        return Diagnosis.of(.disk) {
            let free = try DiskSpace.free(at: place)
            let needed = DiskSpace.needed(exportBytes: exportBytes)
            if free < needed { throw DiskSpace.Short(place: place, free: free, needed: needed) }
            return DoctorTexts.disk(place, free: free)
        }
    }

    private var lock: Diagnosis {
        .of(.lock) {
            try FolderLock(folder).release()
            return Workshop.stands(for: output)
                ? DoctorTexts.interrupted(output) : DoctorTexts.nobodyAtWork
        }
    }

    private func ledger(_ programme: Programme) -> Diagnosis {
        let ledger = ProgrammeLedger(of: programme, folder: folder, typed: ledgerFile)
        let path = ledger.file.path
        guard ledger.file.isPresent else {
            let parent = FileTree.parent(of: path)
            return AccessRights.mayWrite(parent)
                ? .fine(.ledger, DoctorTexts.noLedgerYet(path))
                : .mend(.ledger, DoctorTexts.unwritable(parent))
        }
        if AccessRights.isOpenToOthers(path) {
            return .mend(.ledger, DoctorTexts.ledgerNotPrivate(path))
        }
        return .of(.ledger) { DoctorTexts.ledger(path, years: try ledger.examined()) }
    }

    private var key: Diagnosis {
        .of(.key) {
            guard let key = try SigningKeyFile.key(of: inputs) else { return DoctorTexts.noKey }
            return DoctorTexts.key(fingerprint: key.fingerprint)
        }
    }

    /// Once the year is over the next one is under way, and its exports need a place.
    private func nextYear(_ programme: Programme) -> Diagnosis {
        let name = folder.split(separator: "/").last ?? ""
        let isNamed = name != "." && name != ".."
        let folder = isNamed ? folder : URL(filePath: folder).standardizedFileURL.path
        guard NewProgramme.year(of: folder) == programme.year else {
            return .fine(.nextYear, DoctorTexts.notNamedByYear(year: programme.year))
        }
        let next = String(folder.dropLast(4)) + String(programme.year + 1)
        guard ByteFile.isFolder(next) else {
            return today.civil.year > programme.year
                ? .mend(.nextYear, DoctorTexts.nextMissing(next))
                : .fine(.nextYear, DoctorTexts.nextNotYet(next, year: programme.year + 1))
        }
        return .of(.nextYear) {
            let found = try ProgrammeInputs(path: next).programme().year
            if found != programme.year + 1 { throw OtherYear(folder: next, year: found) }
            return DoctorTexts.nextReady(next)
        }
    }
}

/// A folder that is named after one year and settles another.
struct OtherYear: Error {
    let folder: String
    let year: Int
}
