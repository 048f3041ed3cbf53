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
    ///
    /// `standing` is the `report.json` of what was published here when the run looked, nil where
    /// nothing was: another run's publication in between is not touched.
    func publish(_ documents: [Document], standing: [UInt8]?) throws {
        try put(documents) {
            let report = try? ByteFile.bytes(of: place + "/report.json", limit: 1 << 30)
            guard report == standing else { throw FolderLock.Held(folder: place, holder: nil) }
            return standing != nil
        }
    }

    /// Puts `documents` here in the place of whatever output stands here.
    func replace(with documents: [Document]) throws {
        try put(documents) { try isOurs() }
    }

    /// `isStanding` says, while no other run may write here, whether an output is to be replaced.
    private func put(_ documents: [Document], isStanding: () throws -> Bool) throws {
        _ = try isOurs()
        try Workshop.use(for: place) { workshop in
            let part = workshop + "/new"
            try FileTree.write(documents, to: part)
            // The earlier output stands until the new one does, and is never half gone.
            if try isStanding() {
                try FileTree.rename(part, place, flags: FileTree.exchange)
            } else {
                // Somebody may have made the folder beforehand.
                try FileTree.removeEmptyFolder(place)
                try FileTree.rename(part, place, flags: FileTree.noReplace)
            }
            try FileTree.synchronize(folderOf: place)
        }
    }

    /// Takes an earlier output away; what is not ours stays.
    func removeIfPresent() throws {
        guard (try? isOurs()) == true else { return }
        try Workshop.use(for: place) { workshop in
            try FileTree.rename(place, workshop + "/old", flags: FileTree.noReplace)
        }
    }

    /// Whether an earlier output stands here; anything else that does is not touched.
    private func isOurs() throws -> Bool {
        var status = stat()
        guard unsafe lstat(place, &status) == 0 else { return false }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw Fault.notOurs(place) }
        if ByteFile.exists(place + "/report.json") { return true }
        guard try FileTree.isEmptyFolder(place) else { throw Fault.notOurs(place) }
        return false
    }
}
