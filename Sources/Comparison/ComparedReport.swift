private import DelimitedText
private import Foundation

/// What two output folders are compared by: every value of `report.json` under its path, and the
/// lines of `findings.csv` without their wording.
package struct ComparedReport: Sendable {
    package enum Fault: Error, Sendable {
        /// No folder stands there, or none with a `report.json` that can be read.
        case noOutput(String)
    }

    /// `published`, `draft`, `stopped` or `checked`.
    let state: String
    let unit: String
    /// By path: keys, and for the members of a list what names them.
    let values: [[String]: Value]
    /// Place, code, enterprise and waybill of each line; empty where only a report is compared.
    let findings: [[String]: Int]

    /// One value as JSON has it.
    package enum Value: Hashable, Sendable {
        case null
        case text(String)
        case number(Int)
        case flag(Bool)
        case emptyList
        case emptyObject
    }

    /// An output folder of any state.
    package init(folder: String) throws(Fault) {
        guard ByteFile.isFolder(folder),
            let report = try? ByteFile.bytes(of: folder + "/report.json", limit: 1 << 30)
        else { throw .noOutput(folder) }
        let findings = try? ByteFile.bytes(of: folder + "/findings.csv", limit: 1 << 32)
        guard let compared = Self(report: report, findings: findings ?? []) else {
            throw .noOutput(folder)
        }
        self = compared
    }

    /// The bytes of the two files; nil where the first is no report.
    package init?(report: [UInt8], findings: [UInt8] = []) {
        guard let node = try? JSONDecoder().decode(Node.self, from: Data(report)) else {
            return nil
        }
        var values: [[String]: Value] = [:]
        node.flatten(into: &values, at: [])
        guard case .text(let state)? = values[["state"]], values[["schema"]] == .number(1) else {
            return nil
        }
        self.state = state
        if case .text(let unit)? = values[["settings", "volume"]] {
            self.unit = unit
        } else {
            unit = ""
        }
        self.values = values
        self.findings = Self.lines(of: findings)
    }

    private static func lines(of findings: [UInt8]) -> [[String]: Int] {
        guard let rows = try? CSVTable.rows(of: findings) else { return [:] }
        var lines: [[String]: Int] = [:]
        for row in rows.dropFirst() where row.cells.count > 5 {
            lines[Array(row.cells[..<6]), default: 0] += 1
        }
        return lines
    }
}

/// Any JSON value.
private enum Node: Decodable {
    case leaf(ComparedReport.Value)
    case list([Node])
    case object([String: Node])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .leaf(.null)
        } else if let text = try? container.decode(String.self) {
            self = .leaf(.text(text))
        } else if let flag = try? container.decode(Bool.self) {
            self = .leaf(.flag(flag))
        } else if let number = try? container.decode(Int.self) {
            self = .leaf(.number(number))
        } else if let list = try? container.decode([Node].self) {
            self = .list(list)
        } else {
            self = .object(try container.decode([String: Node].self))
        }
    }

    func flatten(into values: inout [[String]: ComparedReport.Value], at path: [String]) {
        switch self {
        case .leaf(let value): values[path] = value
        case .object(let members):
            if members.isEmpty { values[path] = .emptyObject }
            for (key, member) in members { member.flatten(into: &values, at: path + [key]) }
        case .list(let members):
            if members.isEmpty { values[path] = .emptyList }
            var repeated: [String: Int] = [:]
            for (index, member) in members.enumerated() {
                // In settings the order of a list may decide.
                let place = "[\(index + 1)]"
                let name = path.first == "settings" ? place : member.name ?? place
                repeated[name, default: 0] += 1
                let count = repeated[name, default: 1]
                let key = count == 1 ? name : "\(name) [\(count)]"
                member.flatten(into: &values, at: path + [key])
            }
        }
    }

    /// What names a member among its like, so that one more does not shift the others.
    private var name: String? {
        switch self {
        case .leaf(.text(let text)): return text
        case .leaf, .list: return nil
        case .object(let members):
            for key in Self.names {
                if case .leaf(.text(let text))? = members[key] { return text }
            }
            return nil
        }
    }

    private static let names = [
        "waybill", "uscc", "name", "code", "status", "month", "file", "reference",
    ]
}
