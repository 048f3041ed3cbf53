private import Glibc

/// A file without a name, for what memory has no room for; it is gone with the process.
package final class TemporaryFile: Sendable {
    package typealias Fault = ByteFile.Fault

    private let descriptor: Int32

    /// By which another opens it, as long as this process has it.
    package var path: String { "/proc/self/fd/\(descriptor)" }

    package init(in folder: String) throws(Fault) {
        let file = unsafe open(folder, Self.unnamed | O_RDWR | O_EXCL | O_CLOEXEC, 0o600)
        if file < 0, errno != EOPNOTSUPP, errno != EISDIR { throw Fault(code: errno) }
        descriptor = try file >= 0 ? file : Self.named(in: folder)
    }

    /// O_TMPFILE of open(2): it never has a name, so nothing can leave it behind.
    private static let unnamed = 0o20_000_000 | O_DIRECTORY

    /// Where the file system knows no such files, one whose name goes at once.
    private static func named(in folder: String) throws(Fault) -> Int32 {
        var path = Array((folder + "/.fentan-XXXXXX").utf8CString)
        let file = unsafe mkstemp(&path)
        guard file >= 0 else { throw Fault(code: errno) }
        _ = fcntl(file, F_SETFD, FD_CLOEXEC)
        guard unsafe unlink(path) == 0 else {
            let fault = Fault(code: errno)
            close(file)
            throw fault
        }
        return file
    }

    deinit { close(descriptor) }

    /// Writes all of `bytes` from `offset` on.
    package func write(_ bytes: RawSpan, at offset: Int) throws(Fault) {
        let code = unsafe bytes.withUnsafeBytes { bytes -> Int32 in
            var done = 0
            while done < bytes.count {
                let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[done...])
                let count = unsafe pwrite(descriptor, rest.baseAddress, rest.count, offset + done)
                if count < 0, errno != EINTR { return errno }
                if count > 0 { done += count }
            }
            return 0
        }
        guard code == 0 else { throw Fault(code: code) }
    }

    /// As many elements as stand from `offset` on; a file that ends before is a fault.
    package func read<Element: BitwiseCopyable>(
        _ count: Int, at offset: Int
    ) throws(Fault) -> [Element] {
        var code: Int32 = 0
        let elements = unsafe [Element](unsafeUninitializedCapacity: count) { room, filled in
            code = unsafe fill(UnsafeMutableRawBufferPointer(room), from: offset)
            filled = code == 0 ? count : 0
        }
        guard code == 0 else { throw Fault(code: code) }
        return elements
    }

    /// 0 once all is filled, else the system's refusal.
    private func fill(_ bytes: UnsafeMutableRawBufferPointer, from offset: Int) -> Int32 {
        var done = 0
        while done < bytes.count {
            let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[done...])
            let count = unsafe pread(descriptor, rest.baseAddress, rest.count, offset + done)
            if count == 0 { return EIO }
            if count < 0, errno != EINTR { return errno }
            if count > 0 { done += count }
        }
        return 0
    }
}
