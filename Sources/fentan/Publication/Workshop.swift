import DelimitedText
import Glibc

/// A private folder beside an output, on the same file system, in which it is made.
///
/// It has one name and is locked while it is used, so that two runs never write into one another;
/// what a run that was killed has left in it the next one takes away.
enum Workshop {
    /// Calls `body` with the workshop's path; the workshop is gone afterwards, whatever happens.
    static func use(for place: String, _ body: (String) throws -> Void) throws {
        let parent = FileTree.parent(of: place)
        guard ByteFile.isFolder(parent) else {
            throw OutputFolder.Fault.system(parent, ENOENT, .cannotCreate)
        }
        let path = parent + "/." + (place.split(separator: "/").last ?? "") + ".fentan-part"
        let lock = try open(path, for: place)
        defer { lock.release() }
        do {
            try FileTree.removeContents(of: path)
            try body(path)
            try FileTree.remove(path)
        } catch let OutputFolder.Fault.system(inner, code, status) where inner.hasPrefix(path) {
            try? FileTree.remove(path)
            // People know the output's name, not the workshop's.
            throw OutputFolder.Fault.system(place, code, status)
        } catch {
            try? FileTree.remove(path)
            throw error
        }
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
