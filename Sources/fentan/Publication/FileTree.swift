private import CSystemCalls
import DelimitedText
import Documents
import Glibc

/// The file system's edge: trees written durably, renamed and removed.
enum FileTree {
    /// renameat2(2): refuses a target that exists.
    static let noReplace: UInt32 = 1
    /// renameat2(2): the two change places in one step.
    static let exchange: UInt32 = 2

    /// Writes the documents under `root`, which must not exist, and makes all of it durable.
    static func write(_ documents: [Document], to root: String) throws {
        try makeFolder(root)
        var folders = [root]
        for document in documents {
            try Interruption.check()
            let parts = document.path.split(separator: "/")
            let folder = ([root] + parts.dropLast().map(String.init)).joined(separator: "/")
            if !folders.contains(folder) {
                try makeFolder(folder)
                folders.append(folder)
            }
            try writeFile(document.content, to: root + "/" + document.path)
        }
        for folder in folders.reversed() { try synchronize(folder) }
    }

    /// Makes the folders that are missing above `path`.
    static func makeFolders(above path: String) throws {
        let folder = parent(of: path)
        if ByteFile.isFolder(folder) { return }
        try makeFolders(above: folder)
        try makeFolder(folder)
    }

    /// Writes new files, 0600, and makes them durable; all of them or none, and never over another.
    static func writePrivately(_ files: [(bytes: [UInt8], path: String)]) throws {
        try Interruption.held {
            var written: [String] = []
            do {
                for file in files {
                    try writeFile(.memory(file.bytes), to: file.path)
                    written.append(file.path)
                }
                if let path = written.last { try synchronize(folderOf: path) }
            } catch {
                for path in written { unsafe _ = unlink(path) }
                throw error
            }
        }
    }

    /// Puts a private file of these bytes at `path`, durably and in one step.
    static func replace(_ path: String, with bytes: [UInt8]) throws {
        let part = path + ".part"
        try remove(part)
        try writeFile(.memory(bytes), to: part)
        try rename(part, path, flags: 0)
        try synchronize(folderOf: path)
    }

    static func rename(_ source: String, _ target: String, flags: UInt32) throws {
        guard unsafe renameat2(AT_FDCWD, source, AT_FDCWD, target, flags) == 0 else {
            throw fault(target)
        }
    }

    static func synchronize(folderOf path: String) throws { try synchronize(parent(of: path)) }

    /// The system's word for an error.
    static func reason(_ code: Int32) -> String { unsafe String(cString: strerror(code)) }

    /// The folder that `path` stands in.
    static func parent(of path: String) -> String {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let parent = parts.joined(separator: "/")
        return parent.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : parent
    }

    /// Removes a tree; links in it are removed, not followed.
    ///
    /// What is not there is removed already.
    static func remove(_ path: String) throws {
        var status = stat()
        guard unsafe lstat(path, &status) == 0 else {
            if errno == ENOENT { return }
            throw fault(path)
        }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            guard unsafe unlink(path) == 0 else { throw fault(path) }
            return
        }
        try removeContents(of: path)
        guard unsafe rmdir(path) == 0 else { throw fault(path) }
    }

    static func isEmptyFolder(_ path: String) throws -> Bool {
        do throws(ByteFile.Fault) {
            return try ByteFile.names(inFolder: path).isEmpty
        } catch {
            throw fault(path, code: error.code)
        }
    }

    /// Removes a folder that is empty; nothing where there is none, or one that is not.
    static func removeEmptyFolder(_ path: String) throws {
        guard unsafe rmdir(path) != 0, errno != ENOENT, errno != ENOTEMPTY else { return }
        throw fault(path)
    }

    /// Removes everything in a folder.
    static func removeContents(of path: String) throws {
        let names: [[UInt8]]
        do throws(ByteFile.Fault) {
            names = try ByteFile.names(inFolder: path)
        } catch {
            throw fault(path, code: error.code)
        }
        // Only what this program wrote stands in its folders, and its names are text.
        for name in names { try remove(path + "/" + String(decoding: name, as: UTF8.self)) }
    }

    /// Makes a folder that is 0700 whatever the umask takes away.
    private static func makeFolder(_ path: String) throws {
        guard unsafe mkdir(path, 0o700) == 0, unsafe chmod(path, 0o700) == 0 else {
            throw fault(path, .cannotCreate)
        }
    }

    private static func writeFile(_ content: FileBytes, to path: String) throws {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw fault(path, .cannotCreate) }
        // The umask takes rights away; the file is to have these and no others.
        let isPrivate = fchmod(descriptor, 0o600) == 0 ? nil : errno
        let failure =
            isPrivate ?? writeAll(content, to: descriptor)
            ?? (fsync(descriptor) == 0 ? nil : errno)
        let closing = close(descriptor) == 0 ? nil : errno
        if let code = failure ?? closing {
            let refusal = fault(path, code: code)
            unsafe _ = unlink(path)
            throw refusal
        }
    }

    /// Nil once all of it is written, else the system's refusal.
    private static func writeAll(_ content: FileBytes, to descriptor: Int32) -> Int32? {
        do throws(TemporaryFile.Fault) {
            try content.forEachPiece { bytes throws(TemporaryFile.Fault) in
                if let code = writeAll(bytes, to: descriptor) { throw .init(code: code) }
            }
            return nil
        } catch {
            return error.code
        }
    }

    /// Nil once all bytes are written, else the system's refusal.
    private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes[written...].withUnsafeBytes { rest in
                unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
            }
            if count >= 0 {
                written += count
            } else if errno != EINTR {
                return errno
            }
        }
        return nil
    }

    private static func synchronize(_ folder: String) throws {
        let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw fault(folder) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw fault(folder) }
    }

    private static func fault(
        _ path: String, _ status: ExitStatus = .inputOutput, code: Int32 = errno
    ) -> OutputFolder.Fault {
        let isFull = code == ENOSPC || code == EDQUOT || code == EIO
        return .system(path, code, isFull ? .inputOutput : status)
    }
}
