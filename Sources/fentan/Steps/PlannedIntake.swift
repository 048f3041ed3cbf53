import Foundation
import Intake
import ProgrammeFolder
import Subsidy

/// The rules of a programme's folder, without its exports.
struct ProgrammeRules {
    let rules: IntakeRules
    private let folder: String
    private let ledger: String?

    init(_ folder: String, ledger: String? = nil) throws {
        let inputs = ProgrammeInputs(path: folder)
        try inputs.refuseMissingFolder()
        let programme = try inputs.programme()
        let roster = try inputs.roster().roster
        rules = IntakeRules(
            programme: programme, roster: roster,
            adjudications: try inputs.adjudications(unit: programme.unit).adjudications,
            support: try inputs.otherSupport(for: roster).support)
        self.folder = folder
        self.ledger = ledger
    }

    /// What the ledger keeps of the year before.
    func yearBefore() throws -> KnownYearBefore? {
        try KnownYearBefore(
            in: ProgrammeLedger(of: rules.programme, folder: folder, typed: ledger))
    }
}

/// The plan of an intake and the rules that it was made by.
struct PlannedIntake {
    let plan: IntakePlan
    let rules: IntakeRules
    let digest: [UInt8]

    init(at path: String) throws {
        plan = try Self.value(IntakePlan.self, at: path)
        (rules, digest) = try plan.step(of: Version.text)
    }

    func index(of export: String) throws -> Int {
        guard let index = plan.exports.firstIndex(of: export) else {
            throw InputFault(.missingFile, file: ProgrammeInputs.exportsName + "/" + export)
        }
        return index
    }

    /// Writes records to standard output.
    func writer() throws -> RecordWriter {
        try RecordWriter(rules: digest, to: StandardOutput.write)
    }

    static func json(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try Array(encoder.encode(value)) + [0x0A]
    }

    /// The value that a file of JSON has.
    static func value<Value: Decodable>(_: Value.Type, at path: String) throws -> Value {
        let data: Data
        do {
            data = try Data(contentsOf: URL(filePath: path))
        } catch {
            throw InputFault(.missingFile, file: path)
        }
        guard let value = try? JSONDecoder().decode(Value.self, from: data) else {
            throw InputFault(.records(.damaged), file: path)
        }
        return value
    }
}

/// A listing of the place where the exports lie.
struct ExportListing {
    private var names: [[UInt8]] = []
    private var folders: Set<String> = []
    /// Of all files together.
    private(set) var bytes = 0

    init(of listing: [UInt8]) throws(RecordFault) {
        guard listing.isEmpty || listing.last == 0 else { throw .truncated }
        for entry in listing.split(separator: 0) {
            let parts = entry.split(
                separator: UInt8(ascii: " "), maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3, let size = Int(String(decoding: parts[1], as: UTF8.self)),
                size >= 0, !parts[2].isEmpty
            else { throw .damaged }
            switch String(decoding: parts[0], as: UTF8.self) {
            case "f":
                let (sum, isOver) = bytes.addingReportingOverflow(size)
                if isOver { throw .damaged }
                bytes = sum
            case "d": folders.insert(String(decoding: parts[2], as: UTF8.self))
            default: throw .damaged
            }
            names.append(Array(parts[2]))
        }
        names.sort { $0.lexicographicallyPrecedes($1) }
    }

    func folder() throws(InputFault) -> ExportFolder {
        try ExportFolder(
            names: names, path: "", name: ProgrammeInputs.exportsName,
            isFolder: folders.contains)
    }
}
