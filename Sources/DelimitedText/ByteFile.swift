private import Glibc

/// A regular file, open for reading in blocks; the only file here that touches the file system.
package struct ByteFile: ~Copyable {
    /// The system's refusal, by its number (errno).
    package struct Fault: Error, Equatable {
        package let code: Int32

        package init(code: Int32) { self.code = code }

        /// The system's word for it, in English.
        package var text: String { unsafe String(cString: strerror(code)) }

        package var isMissing: Bool { code == ENOENT || code == ENOTDIR }

        package var isFolder: Bool { code == EISDIR }

        /// A pipe, device or socket.
        package var isSpecial: Bool { code == ENOTSUP }

        /// A link that leads out of the folder that it stands in.
        package var leadsOutside: Bool { code == EXDEV }
    }

    private let descriptor: Int32
    package let size: Int

    package init(path: String) throws(Fault) {
        descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw Fault(code: errno) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else {
            let code = errno
            close(descriptor)
            throw Fault(code: code)
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw Fault(code: status.st_mode & S_IFMT == S_IFDIR ? EISDIR : ENOTSUP)
        }
        size = Int(status.st_size)
    }

    deinit { close(descriptor) }

    /// The next bytes, `count` at most; empty at the end of the file.
    package func read(_ count: Int) throws(Fault) -> [UInt8] {
        var bytes: [UInt8] = []
        try append(count, to: &bytes)
        return bytes
    }

    /// Appends the next bytes, `count` at most, to `bytes`; none at the end of the file.
    package func append(_ count: Int, to bytes: inout [UInt8]) throws(Fault) {
        let start = bytes.count
        // A file that says its size is not given more room than it needs.
        let rest = size - Int(lseek(descriptor, 0, SEEK_CUR))
        let count = size > 0 ? min(count, max(1, rest + 1)) : count
        bytes.append(contentsOf: repeatElement(0, count: count))
        let filled = try read(into: &bytes, from: start)
        bytes.removeLast(count - filled)
    }

    /// Puts the next bytes in the place of those of `bytes` from `start` on, until these are filled
    /// or the file is at its end; how many they are.
    package func read(into bytes: inout [UInt8], from start: Int) throws(Fault) -> Int {
        let count = bytes.count - start
        var filled = 0
        while filled < count {
            let code = unsafe bytes.withUnsafeMutableBytes { buffer in
                let room = unsafe UnsafeMutableRawBufferPointer(
                    rebasing: buffer[(start + filled)...])
                return unsafe Glibc.read(descriptor, room.baseAddress, room.count)
            }
            if code < 0 {
                if errno == EINTR { continue }
                throw Fault(code: errno)
            }
            if code == 0 { break }
            filled += code
        }
        return filled
    }

    /// All bytes of a small file, `limit` at most.
    package static func bytes(of path: String, limit: Int) throws(Fault) -> [UInt8] {
        let file = try ByteFile(path: path)
        guard file.size <= limit else { throw Fault(code: EFBIG) }
        return try file.read(min(limit, file.size + 1))
    }

    /// The names in a folder, as bytes, in byte order, without `.` and `..`.
    package static func names(inFolder path: String) throws(Fault) -> [[UInt8]] {
        guard let folder = unsafe opendir(path) else { throw Fault(code: errno) }
        defer { unsafe closedir(folder) }
        var names: [[UInt8]] = []
        errno = 0
        while let entry = unsafe readdir(folder) {
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { field in
                unsafe Array(field.prefix { $0 != 0 })
            }
            if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
            errno = 0
        }
        guard errno == 0 else { throw Fault(code: errno) }
        return names.sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// Refuses a path that links lead out of `folder`.
    package static func refuseLinks(at path: String, outOf folder: String) throws(Fault) {
        let root = try realPath(folder)
        let place = try realPath(path)
        if place != root, !place.starts(with: root + [UInt8(ascii: "/")]) {
            throw Fault(code: EXDEV)
        }
    }

    /// The path without a link in it, as bytes.
    package static func realPath(_ path: String) throws(Fault) -> [UInt8] {
        guard let real = unsafe realpath(path, nil) else { throw Fault(code: errno) }
        defer { unsafe free(real) }
        return unsafe Array(UnsafeRawBufferPointer(start: real, count: strlen(real)))
    }

    /// Whether anything stands at `path`.
    package static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

    /// Whether a folder stands at `path`.
    package static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
