import Foundation
import Testing

@testable import Verification

/// One folder of `Tests/Cases`: a programme, and what a run of it must leave behind.
///
/// `arguments` holds further arguments, a line each; `check`, `explain`, `settle` or `status` as the
/// first runs that command. `before` holds what happens to the programme first, a step a line.
/// `LANG` holds the locale, C without it.
struct CaseFolder: CustomTestStringConvertible {
    let name: String

    var testDescription: String { name }
    var url: URL { Places.cases.appendingPathComponent(name) }
    var expected: URL { url.appendingPathComponent("expected") }

    static let all: [CaseFolder] = {
        let names = try? FileManager.default.contentsOfDirectory(atPath: Places.cases.path)
        return (names ?? []).filter { !$0.hasPrefix(".") }.sorted().map(CaseFolder.init)
    }()

    /// The cases that publish, and so have a payment file in pain.001.
    static let withPain001 = all.filter {
        FileManager.default.fileExists(
            atPath: $0.expected.appendingPathComponent("out/payments/pain.001.xml").path)
    }

    /// Runs the case in a folder of its own; all that it leaves there, by path, as bytes.
    func run() throws -> [String: Data] {
        let scratch = try Scratch()
        let programme = url.appendingPathComponent("programme")
        if FileManager.default.fileExists(atPath: programme.path) {
            try scratch.copy(programme, to: "programme")
        }
        for step in lines("before") { try prepare(step, in: scratch) }
        let outcome = try Command.run(
            command(), in: scratch, environment: ["LANG": lines("LANG").first ?? "C"])
        try? scratch.remove("programme")
        // It has times in it, and what it keeps is shown by what follows from it.
        try? scratch.remove("ledger.sqlite")
        let names = try FileManager.default.contentsOfDirectory(atPath: scratch.url.path)
        for name in names where name.hasSuffix(".waybills") { try scratch.remove(name) }
        var left = try scratch.tree()
        // What a command leaves alone that only looks at the ledger is no case of its own.
        if isOfLedger { left = [:] }
        left["exit"] = Data("\(outcome.exit)\n".utf8)
        left["stdout"] = Data(outcome.output.utf8)
        left["stderr"] = Data(outcome.error.utf8)
        for (path, bytes) in left where path.hasSuffix(".xlsx") {
            left[path] = nil
            left[path + ".cells"] = Data(try Workbook.cells(of: bytes).utf8)
        }
        return left.mapValues { Neutral.bytes($0, without: scratch.url.path) }
            .merging(left.filter { $0.key.hasSuffix("SHA256SUMS") }.mapValues(Neutral.digests)) {
                $1
            }
    }

    private var isOfLedger: Bool {
        ["settle", "status"].contains(lines("arguments").first)
    }

    /// `edit PATH OLD NEW`, or arguments of a command that must succeed.
    private func prepare(_ step: String, in scratch: Scratch) throws {
        let words = step.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        if words.count == 4, words[0] == "edit" {
            try scratch.edit(words[1], words[2], words[3])
        } else {
            let outcome = try Command.run(words, in: scratch)
            try #require(outcome.exit == 0, "\(step): \(outcome.error)")
        }
    }

    private func command() -> [String] {
        var more = lines("arguments")
        if more.first == "explain" || isOfLedger {
            let verb = more.removeFirst()
            return [verb, "programme"] + more
        }
        let verb = more.first == "check" ? more.removeFirst() : "run"
        return [verb, "programme", "--output", "out"] + more
    }

    private func lines(_ name: String) -> [String] {
        let text = try? String(contentsOf: url.appendingPathComponent(name), encoding: .utf8)
        return (text ?? "").split(separator: "\n").map(String.init)
    }
}

/// A workbook as golden files have it: a line for each cell, so that a difference can be read.
enum Workbook {
    static func cells(of bytes: Data) throws -> String {
        let book = try #require(WorkbookContents.read([UInt8](bytes)))
        var lines: [String] = []
        for sheet in book.sheets {
            lines.append("sheet \(sheet.name)")
            for (row, cells) in sheet.rows.enumerated() {
                for (column, cell) in cells.enumerated() {
                    lines.append("\(row + 1) \(column + 1) " + text(of: cell))
                }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func text(of cell: WorkbookContents.Cell) -> String {
        switch cell {
        case .text(let text): "text \(text)"
        case .number(let digits): "number \(digits)"
        case .formula(let formula, let digits): "formula \(formula) = \(digits)"
        }
    }
}

/// What a golden file must not depend on is replaced by a word for it: folder, version, and the
/// page's style, which is the same in every page.
enum Neutral {
    private static let version: String = {
        let scratch = try? Scratch()
        let said = scratch.flatMap { try? Command.run("--version", in: $0) }
        // `fentan 0.1.0`, and lines on what it stands on.
        return said?.output.split(whereSeparator: \.isWhitespace).dropFirst().first.map(String.init)
            ?? ""
    }()

    static func bytes(_ data: Data, without folder: String) -> Data {
        guard let text = String(data: data, encoding: .utf8) else { return data }
        let neutral =
            text.replacingOccurrences(of: folder, with: "FOLDER")
            .replacingOccurrences(
                of: "\"version\" : \"\(version)\"", with: "\"version\" : \"VERSION\""
            )
            .replacing(#/<style>[^<]*<\/style>/#, with: "<style>STYLE</style>")
            .replacing(#/style-src 'sha256-[^']*'/#, with: "style-src 'STYLE'")
        return Data(neutral.utf8)
    }

    /// Without the digests of what holds version or style, or was packed by another version of zlib.
    static func digests(_ data: Data) -> Data {
        let lines = String(decoding: data, as: UTF8.self).split(separator: "\n").map { line in
            let name = line.split(separator: " ").last ?? ""
            let isOther =
                ["report.json", "report.html", "notice.html"].contains(name)
                || name.hasPrefix("letters/") || name.hasSuffix(".xlsx")
            return isOther ? "DIGEST  \(name)" : String(line)
        }
        return Data((lines.joined(separator: "\n") + "\n").utf8)
    }
}
