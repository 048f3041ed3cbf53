import DelimitedText
import Glibc

/// At most one run works on a folder at a time: flock(2) on the folder itself, which leaves no file.
struct FolderLock {
    struct Held: Error {
        let folder: String
        /// The process that holds it, where the system tells.
        let holder: Int32?
    }

    private let descriptor: Int32

    init(_ folder: String) throws {
        descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw OutputFolder.Fault.system(folder, errno, .cannotCreate) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            let holder = Self.holder(of: descriptor)
            close(descriptor)
            guard code == EWOULDBLOCK else {
                throw OutputFolder.Fault.system(folder, code, .inputOutput)
            }
            throw Held(folder: folder, holder: holder)
        }
    }

    func release() { close(descriptor) }

    /// Whether the folder that is locked still stands at `path`.
    func isHeld(at path: String) -> Bool {
        var held = stat()
        var standing = stat()
        return unsafe fstat(descriptor, &held) == 0 && lstat(path, &standing) == 0
            && held.st_ino == standing.st_ino && held.st_dev == standing.st_dev
    }

    /// The process named in /proc/locks for the folder's inode.
    private static func holder(of descriptor: Int32) -> Int32? {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0,
            let table = try? ByteFile(path: "/proc/locks").read(1 << 20)
        else { return nil }
        for line in String(decoding: table, as: UTF8.self).split(separator: "\n") {
            let words = line.split(separator: " ")
            if words.count > 5, words[1] == "FLOCK", words[5].hasSuffix(":\(status.st_ino)") {
                return Int32(words[4])
            }
        }
        return nil
    }
}
