import DelimitedText
import Documents
import Foundation
import Ledger
import Subsidy
import Verification

/// What is published in the output folder, as its own files say.
struct PublishedFolder {
    private let path: String
    private let contents: FolderContents?
    private let report: PublishedReport?

    enum Comparison {
        case same
        /// The same payments, in documents that differ.
        case otherForm
        case otherPayments
    }

    /// Reads what stands at `path`; nothing may, and what does must be a published output.
    init(_ path: String) throws {
        self.path = path
        let isEmpty = ByteFile.isFolder(path) && (try? FileTree.isEmptyFolder(path)) == true
        guard FileManager.default.fileExists(atPath: path), !isEmpty else {
            (contents, report) = (nil, nil)
            return
        }
        report = try Self.report(at: path)
        do {
            contents = try Folder.contents(at: path)
        } catch {
            if case .unreadable = error {
                throw UnreadableOutput(path: path, message: error.message)
            }
            throw DamagedOutput(path: path, message: error.message)
        }
    }

    /// The report by which a folder is known as ours, before anything else in it is looked at.
    private static func report(at path: String) throws -> PublishedReport {
        let bytes = try OutputFolder.bytes(of: path + "/report.json", limit: 1 << 30)
        if let report = try? PublishedReport(json: bytes ?? []), report.state == "published" {
            return report
        }
        // With a list of digests it was ours, and has lost its report.
        guard ByteFile.exists(path + "/SHA256SUMS") else { throw OutputFolder.Fault.notOurs(path) }
        throw DamagedOutput(
            path: path,
            message: Folder.Fault.unreadable(path: "report.json").message)
    }

    /// The date kept with what was published.
    var paymentDate: CalendarDate? {
        report?.settings["payment-date"]?.text.flatMap(CalendarDate.init(iso:))
    }

    /// Whether enterprises' letters are part of what was published.
    var hasLetters: Bool { report?.hasLetters == true }

    var isPresent: Bool { report != nil }

    /// Which batch of a year is published at `path`; nil where none is.
    static func batch(at path: String, of year: Int) -> Int? {
        guard let report = try? report(at: path), report.year == year else { return nil }
        return report.batch?.number
    }

    /// What the ledger is to keep of an edition that stands here in the same payments.
    func edition(of prepared: LedgerEdition) throws -> LedgerEdition {
        guard let report, let contents, let date = paymentDate else { return prepared }
        return LedgerEdition(
            batch: prepared.batch, paymentDate: date, version: report.version,
            sums: Digest.sha256(contents["SHA256SUMS"] ?? []), message: prepared.message,
            report: contents["report.json"] ?? [])
    }

    /// The inputs and the settings that decide money that are not those of the published year.
    func differences(from reportJSON: () throws -> [UInt8]) throws -> [String] {
        guard let report else { return [] }
        let differences = report.differences(from: try PublishedReport(json: reportJSON()))
        // What no longer is what was published says nothing of the inputs.
        if !differences.isEmpty { try proveWhole() }
        return differences
    }

    /// The bytes of the published `report.json`; nil where nothing is published.
    var reportJSON: [UInt8]? { contents?["report.json"] }

    /// Its signature is proved too where `key` is the one that signed it.
    private func proveWhole(by key: PublicKey? = nil) throws {
        let signer = report?.settings["signing-key"]?.text == key?.fingerprint ? key : nil
        if let contents, let first = OutputProof.failures(in: contents, by: signer).first {
            throw DamagedOutput(path: path, message: first.message)
        }
    }

    /// Whoever changes a file and the digests with it leaves a folder that is sound by itself.
    private func proveRecorded(in editions: [LedgerEdition]) throws {
        guard let contents, !editions.isEmpty else { return }
        let sums = Digest.sha256(contents["SHA256SUMS"] ?? [])
        if !editions.contains(where: { $0.sums == sums }) {
            throw DamagedOutput(path: path, message: Texts.unrecordedSums)
        }
    }

    /// How documents made of the same inputs stand to the published ones.
    ///
    /// `editions` are what the ledger has of the folder; none where it was published without it.
    func comparison(
        with documents: [Document], by key: PublicKey?, editions: [LedgerEdition]
    ) throws -> Comparison {
        guard let report, let contents else { return .otherForm }
        let files = Dictionary(uniqueKeysWithValues: documents.map { ($0.path, $0.content) })
        if files == contents.files { return .same }
        try proveWhole(by: key)
        try proveRecorded(in: editions)
        let other = try PublishedReport(json: files["report.json"]?.whole() ?? [])
        guard report.payments == other.payments else { return .otherPayments }
        // Another version of the program with the same payments leaves the folder as it is.
        return report.form == other.form ? .same : .otherForm
    }
}

/// An output that no longer is what was published.
struct DamagedOutput: Error {
    let path: String
    let message: Failure.Text
}

/// An output of which the system does not hand out all.
struct UnreadableOutput: Error {
    let path: String
    let message: Failure.Text
}

/// The part of `report.json` by which two outputs are told apart.
struct PublishedReport: Decodable {
    let state: String
    let year: Int
    let version: String
    let batch: BatchNumber?
    fileprivate let settings: [String: JSONValue]
    let inputs: [Input]
    let awards: [Award]
    /// Which files hold the payments, and in what layout.
    fileprivate let paymentFiles: JSONValue?

    struct BatchNumber: Decodable { let number: Int }

    struct Input: Decodable, Hashable {
        let name: String
        let sha256: String
    }

    struct Award: Decodable, Hashable {
        let uscc: String
        let amount: String?
        let payment: String
        let paymentId: String?
    }

    init(json bytes: [UInt8]) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(bytes))
    }

    /// Settings that say how the year is shown and paid, not how much.
    private static let formKeys: Set<String> = [
        "programme", "payment-date", "payments", "approval", "language", "signing-key", "notice",
        "letters",
    ]

    /// The settings that decide money, by key, each as JSON.
    var moneySettings: [String: String] {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return try settings.filter { !Self.formKeys.contains($0.key) }.mapValues {
                String(decoding: try encoder.encode($0), as: UTF8.self)
            }
        }
    }

    fileprivate var form: [String: JSONValue] {
        var form = settings.filter { Self.formKeys.contains($0.key) }
        form["payment files"] = paymentFiles
        return form
    }

    var payments: [Award] { awards }

    var hasLetters: Bool { settings["letters"] == .flag(true) }

    func differences(from other: PublishedReport) -> [String] {
        let keys = Set(settings.keys).union(other.settings.keys).subtracting(Self.formKeys)
        let changed = keys.filter { settings[$0] != other.settings[$0] }.sorted()
        return changed.map { "fentan.yaml: \($0)" }
            + Set(inputs).symmetricDifference(other.inputs).map(\.name).uniqued()
    }
}

extension [String] {
    fileprivate func uniqued() -> [String] { Set(self).sorted() }
}

/// Any JSON value, to compare settings by.
private enum JSONValue: Codable, Hashable {
    case null
    case text(String)
    case number(Int)
    case flag(Bool)
    case list([JSONValue])
    case object([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Int.self) {
            self = .number(number)
        } else if let list = try? container.decode([JSONValue].self) {
            self = .list(list)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        case .flag(let flag): try container.encode(flag)
        case .list(let list): try container.encode(list)
        case .object(let object): try container.encode(object)
        }
    }

    var text: String? {
        if case .text(let text) = self { return text }
        return nil
    }
}
