import DelimitedText
import Documents
import Ledger
import Subsidy

/// The file beside the ledger that has a year's late waybills, named after its year and its digest.
///
/// It is whole before the ledger names it, and never changed afterwards: new awards have another
/// file. So the ledger's one step is the step from one to the other, wherever a run is killed. Where
/// there are none, the digest says so and no file is needed.
struct LateWaybillsFile: Sendable {
    let path: String
    let sha256: String
    private let year: Int

    /// 4 G of waybills would be more than any year has.
    private static let maximumBytes = 1 << 36

    init(of ledger: LedgerFile, year: Int, sha256: String) {
        let suffix = ".sqlite"
        let stem =
            ledger.path.hasSuffix(suffix)
            ? String(ledger.path.dropLast(suffix.count)) : ledger.path
        path = "\(stem).\(year).\(sha256.prefix(16)).waybills"
        self.sha256 = sha256
        self.year = year
    }

    /// Why the year after cannot be judged.
    struct Fault: Error {
        let path: String
        let year: Int
        let problem: Problem

        enum Problem: Equatable {
            case missing
            /// It is not what the ledger says of it.
            case differs
            case unreadable(String)
        }
    }

    private var saysNone: Bool {
        sha256 == Digest.sha256(LateWaybillsCode.bytes(of: .none, year: year))
    }

    func waybills() throws -> LateWaybills {
        if saysNone { return .none }
        let bytes: [UInt8]
        do throws(ByteFile.Fault) {
            bytes = try ByteFile.bytes(of: path, limit: Self.maximumBytes)
        } catch {
            throw fault(error.isMissing ? .missing : .unreadable(error.text))
        }
        guard Digest.sha256(bytes) == sha256,
            let waybills = LateWaybillsCode.waybills(of: bytes, year: year)
        else { throw fault(.differs) }
        return waybills
    }

    private func fault(_ problem: Fault.Problem) -> Fault {
        Fault(path: path, year: year, problem: problem)
    }

    /// Puts these bytes here, unless they stand here already.
    func write(_ bytes: [UInt8]) throws {
        if saysNone { return }
        if (try? ByteFile.bytes(of: path, limit: Self.maximumBytes)) == bytes { return }
        try FileTree.replace(path, with: bytes)
    }

    func remove() throws { try FileTree.remove(path) }
}

/// What the ledger has of the year before, for a programme of the year after.
struct KnownYearBefore: Sendable {
    let waybills: LateWaybills
    let input: Edition.InputDigest

    /// Nil where the ledger has nothing of that year, or keeps no waybills of it.
    init?(in ledger: ProgrammeLedger) throws {
        let before = ProgrammeLedger(file: ledger.file, year: ledger.year - 1)
        guard let sha256 = try before.read().batches.last?.lateWaybills else { return nil }
        waybills = try LateWaybillsFile(of: before.file, year: before.year, sha256: sha256)
            .waybills()
        input = Edition.InputDigest(name: "waybills-\(before.year)", sha256: sha256)
    }
}
