import Foundation
import Ledger
import ProgrammeFolder
import Subsidy

/// The ledger of a programme: where it is, and what it has of the programme's year.
struct ProgrammeLedger: Sendable {
    let file: LedgerFile
    let year: Int

    struct Fault: Error {
        let path: String
        let fault: LedgerFault
    }

    /// `typed` is what the command line names.
    init(of programme: Programme, folder: String, typed: String?) {
        file = LedgerFile(path: typed ?? Self.path(folder: folder, setting: programme.ledger))
        year = programme.year
    }

    init(file: LedgerFile, year: Int) {
        self.file = file
        self.year = year
    }

    func read() throws -> LedgerYear {
        try Interruption.held {
            do throws(LedgerFault) {
                return try file.read(year)
            } catch {
                throw Fault(path: file.path, fault: error)
            }
        }
    }

    /// Refuses to say that nothing was published, where the output of a first batch stands.
    func refuseLost(of programme: String) throws {
        let output = OutputFolder.standard(of: programme)
        if PublishedFolder.batch(at: output, of: year) == 1 {
            throw UnknownBatch(folder: output, ledger: file.path)
        }
    }

    /// Proves the whole file, all its years and the late waybills of each; how many years it has.
    func examined() throws -> Int {
        try Interruption.held {
            let years: [LedgerYear]
            do throws(LedgerFault) {
                years = try file.examinedYears()
            } catch {
                throw Fault(path: file.path, fault: error)
            }
            for year in years {
                guard let sha256 = year.batches.last?.lateWaybills else { continue }
                _ = try LateWaybillsFile(of: file, year: year.year, sha256: sha256).waybills()
            }
            return years.count
        }
    }

    /// Records entries where nothing was recorded since `known` was read.
    func append(_ entries: [LedgerEntry], to known: LedgerYear) throws {
        try Interruption.held {
            do throws(LedgerFault) {
                try file.append(entries, to: known, on: ChinaTime.today())
            } catch {
                throw Fault(path: file.path, fault: error)
            }
        }
    }

    /// What was known before a batch, or is known now.
    func history(of known: LedgerYear, before batch: Int? = nil) throws -> PaymentHistory {
        do throws(LedgerFault) {
            return try known.history(before: batch)
        } catch {
            throw Fault(path: file.path, fault: error)
        }
    }

    /// Beside the programme's folder, so that years share it, or where the settings say: a path of
    /// theirs is relative to the folder.
    private static func path(folder: String, setting: String?) -> String {
        if let setting { return setting.hasPrefix("/") ? setting : folder + "/" + setting }
        let name = folder.split(separator: "/").last
        let isNamed = name != nil && name != "." && name != ".."
        let folder = isNamed ? folder : URL(filePath: folder).standardizedFileURL.path
        let parent = FileTree.parent(of: folder)
        return (parent == "." ? "" : parent == "/" ? "/" : parent + "/") + "ledger.sqlite"
    }
}
