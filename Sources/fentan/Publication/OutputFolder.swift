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

    /// Where a programme's output is put unless something else is said.
    static func standard(of programme: String) -> String { programme + "/out" }

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
        /// Something stands where a new folder is to be made.
        case exists(String)
        /// Another output stands where the next batch belongs.
        case occupied(String)
        /// An output there would be read as an input by the next run.
        case withinInputs(String)
        case unreadable(String, Int32)
        /// Where an output or a programme is to be made, its folder is missing.
        case noFolder(String)
        case system(String, Int32, ExitStatus)

        var text: Text {
            switch self {
            case .notOurs(let path): Texts.notOurs(path)
            case .exists(let path): Texts.exists(path)
            case .occupied(let path): Texts.occupied(path)
            case .withinInputs(let path): Texts.withinInputs(path)
            case .unreadable(let path, let code):
                Texts.cannotRead(path, FileTree.reason(code))
            case .noFolder(let path): Texts.noFolder(path)
            case .system(let path, let code, _):
                Texts.cannotWrite(path, FileTree.reason(code))
            }
        }

        var status: ExitStatus {
            switch self {
            case .notOurs, .exists, .occupied, .withinInputs, .noFolder: .cannotCreate
            case .unreadable: .inputOutput
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
    /// nothing was: another run's publication in between is not touched. `record` is called once
    /// the documents are durable, and before they have their name.
    func publish(
        _ documents: [Document], standing: [UInt8]?, record: () throws -> Void
    ) throws {
        try put(documents, record: record) {
            let report = try Self.bytes(of: place + "/report.json", limit: 1 << 30)
            guard report == standing else { throw FolderLock.Held(folder: place, holder: nil) }
            return standing != nil
        }
    }

    /// Puts `documents` here in the place of whatever output stands here.
    func replace(with documents: [Document]) throws {
        try put(documents, record: {}) { try isOurs() }
    }

    /// `isStanding` says, while no other run may write here, whether an output is to be replaced.
    private func put(
        _ documents: [Document], record: () throws -> Void, isStanding: () throws -> Bool
    ) throws {
        _ = try isOurs()
        try Workshop.use(for: place) { workshop in
            try FileTree.write(documents, to: workshop.part)
            let isStanding = try isStanding()
            try Interruption.check()
            try record()
            // What is recorded the next run can finish, if this one cannot.
            workshop.isKept = true
            try name(workshop.part, isStanding: isStanding)
        }
    }

    /// The earlier output stands until the new one does, and is never half gone.
    private func name(_ part: String, isStanding: Bool) throws {
        if isStanding {
            try FileTree.rename(part, place, flags: FileTree.exchange)
        } else {
            // Somebody may have made the folder beforehand.
            try FileTree.removeEmptyFolder(place)
            try FileTree.rename(part, place, flags: FileTree.noReplace)
        }
        try FileTree.synchronize(folderOf: place)
    }

    /// Gives its name to what a run had recorded, and was killed before it could name it, and takes
    /// away what else it left; true where something was named.
    ///
    /// `recorded` are the digests of the list of digests of all that was published here, in order.
    func finish(recorded: [String]) throws -> Bool {
        try Workshop.resume(for: place) { workshop in
            guard let newest = recorded.last, try Self.sums(of: workshop.part) == newest else {
                return .waste
            }
            if let standing = try Self.sums(of: place) {
                if standing == newest { return .waste }
                guard recorded.contains(standing) else { return .kept }
                try name(workshop.part, isStanding: true)
            } else {
                guard try !isOurs() else { return .kept }
                try name(workshop.part, isStanding: false)
            }
            return .named
        } == .named
    }

    /// The digest of a folder's list of digests; nil where it has none.
    private static func sums(of folder: String) throws -> String? {
        try bytes(of: folder + "/SHA256SUMS", limit: 1 << 24).map(Digest.sha256)
    }

    /// Nil where there is no such file; what cannot be read is not taken for missing.
    static func bytes(of path: String, limit: Int) throws -> [UInt8]? {
        do throws(ByteFile.Fault) {
            return try ByteFile.bytes(of: path, limit: limit)
        } catch {
            if error.isMissing { return nil }
            throw Fault.unreadable(path, error.code)
        }
    }

    /// Takes an earlier output away; what is not ours stays.
    func removeIfPresent() throws {
        guard (try? isOurs()) == true else { return }
        try Workshop.use(for: place) { workshop in
            try FileTree.rename(place, workshop.path + "/old", flags: FileTree.noReplace)
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
