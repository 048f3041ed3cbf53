import Foundation
import Intake
import Subsidy
import Testing

/// A programme of a few small exports, written to a temporary folder and read.
struct IntakeSample {
    var unit = VolumeUnit.pieces
    var settings: [ExportSettings] = []
    var yearBefore: LateWaybills?
    private(set) var files: [(name: String, bytes: [UInt8])] = []

    /// 甲 and 乙 take part, 丙 is refused, 丁 is pending.
    static let codes = [
        "甲": "12440600MB2C07549J", "乙": "9144030071526726XG", "丙": "914403001922038216",
        "丁": "91440300708461136T",
    ]
    /// Valid, and of nobody on the roster.
    static let strangersCode = "91110000710926094P"

    /// The header of most tests.
    static let header = "运单号,企业名称,发货日期,件数"

    init(unit: VolumeUnit = .pieces, settings: [ExportSettings] = []) {
        self.unit = unit
        self.settings = settings
    }

    /// One export, `a.csv`, of these lines.
    init(_ lines: String..., unit: VolumeUnit = .pieces, settings: [ExportSettings] = []) {
        self.init(unit: unit, settings: settings)
        add("a.csv", lines.joined(separator: "\n") + "\n")
    }

    mutating func add(_ name: String, _ text: String) { add(name, bytes: Array(text.utf8)) }

    mutating func add(_ name: String, bytes: [UInt8]) { files.append((name, bytes)) }

    static func settings(
        _ pattern: String = "*", encoding: String? = nil, carrier: String? = nil,
        uscc: String? = nil, columns: [String: String] = [:],
        control: ExportSettings.Control = .compare
    ) throws -> ExportSettings {
        ExportSettings(
            pattern: pattern, encoding: encoding, carrier: carrier, uscc: try uscc.map(USCC.init),
            columns: columns, control: control)
    }

    static func roster() throws -> Roster {
        let reviews: [(String, Review)] = [
            ("甲", .approved), ("乙", .approved), ("丙", .refused), ("丁", .pending),
        ]
        let payee = Payee(accountName: "", account: "", bank: "", cnaps: "")
        return try Roster(
            try reviews.enumerated().map { index, member in
                Enterprise(
                    uscc: try USCC(codes[member.0] ?? ""), name: member.0, review: member.1,
                    payee: payee, aliases: [member.0 + "店", "广州（\(member.0)）公司"], line: index + 2)
            })
    }

    func programme() throws -> Programme {
        let one = try #require(Percentage("1%"))
        let from = try #require(CalendarDate(iso: "2026-01-01"))
        let to = try #require(CalendarDate(iso: "2026-12-31"))
        return Programme(
            title: "补贴", year: 2026, pool: Fen(50_000_000), unit: unit,
            period: try #require(Period(from: from, to: to)), notCounted: ["退回", "拒收"],
            limits: Limits(rejected: one, contested: one, unknown: one),
            payer: Payer(
                name: "联盟", account: "1", bank: "行", cnaps: try #require(CNAPS("105100000017"))),
            paymentDate: nil, approval: nil, payments: [.pain001], exports: settings)
    }

    func reading(_ options: IntakeOptions = IntakeOptions(threads: 2)) throws -> Reading {
        try withFolder { path in
            try ExportIntake.reading(
                of: ExportFolder(path: path, name: "exports"), programme: programme(),
                roster: Self.roster(), yearBefore: yearBefore, options: options)
        }
    }

    /// What comes of the reading, in words.
    func outcome(_ options: IntakeOptions = IntakeOptions(threads: 2)) throws -> ReadingOutcome {
        ReadingOutcome(try reading(options), roster: try Self.roster())
    }

    /// Why the exports cannot be used; nil where they can.
    func fault() throws -> InputFault? {
        do {
            _ = try reading()
            return nil
        } catch let fault as InputFault {
            return fault
        }
    }

    /// Calls `body` with the path of a folder that holds the exports, and removes it.
    func withFolder<Value>(_ body: (String) throws -> Value) throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "fentan-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, bytes) in files { try Data(bytes).write(to: folder.appending(path: name)) }
        return try body(folder.path(percentEncoded: false))
    }
}
