private import DelimitedText
package import Subsidy

/// The files under `exports/`, in byte order of their names.
package struct ExportFolder: Sendable {
    package static let maximumExports = 65_535

    /// The folder's path, and what messages call it.
    package let path: String
    package let name: String
    package let exports: [String]
    /// Files that operating systems and spreadsheets leave behind; not read.
    package let skipped: [String]

    /// Links are followed within `programme`, or within the folder itself where none is said.
    package init(path: String, name: String, programme: String? = nil) throws(InputFault) {
        let names: [[UInt8]]
        do throws(ByteFile.Fault) {
            names = try ByteFile.names(inFolder: path)
        } catch {
            throw InputFault(
                error.isMissing ? .missingFolder : .unreadable(error.text), file: name)
        }
        try self.init(
            names: names, path: path, name: name, isFolder: { ByteFile.isFolder(path + "/" + $0) })
        for export in exports {
            try Self.refuseLinks(
                at: path + "/" + export, outOf: programme ?? path, label: name + "/" + export)
        }
    }

    /// The exports among `names`, which are in byte order.
    package init(
        names: [[UInt8]], path: String, name: String, isFolder: (String) -> Bool
    ) throws(InputFault) {
        var exports: [String] = []
        var skipped: [String] = []
        for bytes in names {
            let text = String(decoding: bytes, as: UTF8.self)
            guard Array(text.utf8) == bytes else {
                throw InputFault(.nameNotText, file: name + "/" + text)
            }
            if Self.isSkipped(text) { skipped.append(text) } else { exports.append(text) }
        }
        if let folder = exports.first(where: isFolder) {
            throw InputFault(.isFolder, file: name + "/" + folder)
        }
        if exports.isEmpty { throw InputFault(.noExports, file: name) }
        if exports.count > Self.maximumExports {
            throw InputFault(.tooManyExports(limit: Self.maximumExports), file: name)
        }
        self.path = path
        self.name = name
        self.exports = exports
        self.skipped = skipped
    }

    /// Refuses settings for exports that are not there: a misspelt pattern would drop what it says.
    package func refuseUnusedPatterns(_ settings: [ExportSettings]) throws(InputFault) {
        for (index, entry) in settings.enumerated() {
            if exports.contains(where: { FilePattern.matches($0, pattern: entry.pattern) }) {
                continue
            }
            throw InputFault(
                .patternWithoutExport, file: "fentan.yaml", line: entry.line,
                column: "exports[\(index + 1)].file", excerpt: entry.pattern)
        }
    }

    private static func refuseLinks(
        at path: String, outOf programme: String, label: String
    ) throws(InputFault) {
        do throws(ByteFile.Fault) {
            try ByteFile.refuseLinks(at: path, outOf: programme)
        } catch {
            if error.leadsOutside { throw InputFault(.linkLeadsOutside, file: label) }
            throw InputFault.reading(error, label)
        }
    }

    /// The exports' bytes together, as far as the file system tells them.
    package var totalBytes: Int {
        exports.reduce(0) { $0 + ((try? ByteFile(path: path + "/" + $1).size) ?? 0) }
    }

    private static func isSkipped(_ name: String) -> Bool {
        name.hasPrefix(".") || name.hasPrefix("~$")
            || ["thumbs.db", "desktop.ini"].contains(name.lowercased())
    }
}
