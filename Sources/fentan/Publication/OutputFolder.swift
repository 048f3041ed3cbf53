import DelimitedText
import Documents
import Foundation
import Glibc

/// A folder of documents, which appears whole or not at all.
///
/// Everything is written into a private folder beside it, made durable, and renamed. Files are
/// 0600, folders 0700: they hold accounts.
struct OutputFolder {
    let place: String

    init(path: String, state: Edition.State) {
        place = path + Self.suffix(state)
    }

    private static func suffix(_ state: Edition.State) -> String {
        switch state {
        case .published: ""
        case .draft: ".draft"
        case .stopped: ".stopped"
        case .checked: ".checked"
        }
    }

    enum Fault: Error {
        case notOurs(String)
        /// An output there would be read as an input by the next run.
        case withinInputs(String)
        case system(String, Int32, ExitStatus)

        var text: Text {
            switch self {
            case .notOurs(let path): Texts.notOurs(path)
            case .withinInputs(let path): Texts.withinInputs(path)
            case .system(let path, let code, _):
                Texts.cannotWrite(path, unsafe String(cString: strerror(code)))
            }
        }

        var status: ExitStatus {
            switch self {
            case .notOurs, .withinInputs: .cannotCreate
            case .system(_, _, let status): status
            }
        }
    }

    /// Refuses an output folder that lies among the exports.
    static func refuse(_ output: String, within exports: String) throws {
        let inside = URL(filePath: output).standardized.pathComponents
        let outside = URL(filePath: exports).standardized.pathComponents
        if inside.starts(with: outside) { throw Fault.withinInputs(output) }
    }

    /// Puts `documents` here in the place of an earlier output, in one step.
    func replace(with documents: [Document]) throws {
        let exists = try isOurs()
        let temporary = temporaryPath
        let parent = FileTree.parent(of: place)
        guard ByteFile.isFolder(parent) else { throw Fault.system(parent, ENOENT, .cannotCreate) }
        try FileTree.remove(temporary)
        do {
            try FileTree.write(documents, to: temporary)
            if exists {
                // The earlier output stands until the new one does, and is never half gone.
                try FileTree.rename(temporary, place, flags: FileTree.exchange)
                try FileTree.synchronize(folderOf: place)
                try FileTree.remove(temporary)
            } else {
                try FileTree.rename(temporary, place, flags: FileTree.noReplace)
                try FileTree.synchronize(folderOf: place)
            }
        } catch {
            try? FileTree.remove(temporary)
            throw error
        }
    }

    /// Takes an earlier output away.
    func removeIfPresent() throws {
        guard try isOurs() else { return }
        let temporary = temporaryPath
        try FileTree.remove(temporary)
        try FileTree.rename(place, temporary, flags: FileTree.noReplace)
        try FileTree.remove(temporary)
    }

    /// Whether an earlier output stands here; anything else that does is not touched.
    private func isOurs() throws -> Bool {
        var status = stat()
        guard unsafe lstat(place, &status) == 0 else { return false }
        guard status.st_mode & S_IFMT == S_IFDIR, unsafe access(place + "/report.json", F_OK) == 0
        else { throw Fault.notOurs(place) }
        return true
    }

    /// Beside the target, on the same file system; one name, so that a run that was killed leaves
    /// at most one, which the next takes away.
    private var temporaryPath: String {
        let parts = place.split(separator: "/", omittingEmptySubsequences: false)
        return (parts.dropLast() + [".\(parts.last ?? "").fentan-part"]).joined(separator: "/")
    }
}
