import DelimitedText
import Glibc

/// A private folder beside an output, on the same file system, in which it is made.
///
/// It has one name and is locked while it is used, so that two runs never write into one another;
/// what a run that was killed has left in it the next one takes away.
struct Workshop {
    let path: String
    /// Whether what stands in it must outlive a failure: the next run finishes it.
    var isKept = false

    /// Where an output is made.
    var part: String { path + "/new" }

    /// Calls `body` with an empty workshop; it is gone afterwards, unless it is to be kept.
    static func use(for place: String, _ body: (inout Workshop) throws -> Void) throws {
        try Interruption.held { try useUninterrupted(for: place, body) }
    }

    private static func useUninterrupted(
        for place: String, _ body: (inout Workshop) throws -> Void
    ) throws {
        let parent = FileTree.parent(of: place)
        guard ByteFile.isFolder(parent) else {
            throw OutputFolder.Fault.noFolder(parent)
        }
        var workshop = Workshop(path: path(for: place))
        let lock = try open(workshop.path, for: place)
        defer { lock.release() }
        do {
            try FileTree.removeContents(of: workshop.path)
            try body(&workshop)
            try FileTree.remove(workshop.path)
        } catch let OutputFolder.Fault.system(inner, code, status)
            where inner.hasPrefix(workshop.path)
        {
            workshop.clear()
            // People know the output's name, not the workshop's.
            throw OutputFolder.Fault.system(place, code, status)
        } catch {
            workshop.clear()
            throw error
        }
    }

    /// What becomes of a workshop that an earlier run has left.
    enum Remains {
        case named
        case waste
        case kept
    }

    /// Calls `body` with the workshop that an earlier run has left; `waste` where it left none.
    static func resume(
        for place: String, _ body: (Workshop) throws -> Remains
    ) throws -> Remains {
        let workshop = Workshop(path: path(for: place))
        guard ByteFile.isFolder(workshop.path) else { return .waste }
        return try Interruption.held {
            let lock = try open(workshop.path, for: place)
            defer { lock.release() }
            let remains = try body(workshop)
            if remains != .kept { try FileTree.remove(workshop.path) }
            return remains
        }
    }

    /// Whether a run that was killed has left one, or another is at work.
    static func stands(for place: String) -> Bool { ByteFile.exists(path(for: place)) }

    private static func path(for place: String) -> String {
        FileTree.parent(of: place) + "/." + (place.split(separator: "/").last ?? "")
            + ".fentan-part"
    }

    private func clear() {
        if !isKept { try? FileTree.remove(path) }
    }

    private static func open(_ path: String, for place: String) throws -> FolderLock {
        while true {
            if unsafe mkdir(path, 0o700) == 0 {
                // The umask may have taken rights away.
                unsafe _ = chmod(path, 0o700)
            } else if errno != EEXIST {
                throw OutputFolder.Fault.system(place, errno, .cannotCreate)
            }
            let lock: FolderLock
            do {
                lock = try FolderLock(path)
            } catch let OutputFolder.Fault.system(_, code, _) where code == ENOENT {
                // Another run has just ended and taken it away.
                continue
            }
            if lock.isHeld(at: path) { return lock }
            lock.release()
        }
    }
}
