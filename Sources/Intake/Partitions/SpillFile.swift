private import Glibc
import Subsidy

/// A temporary file without a name, for shipments that memory has no room for.
///
/// Its bytes are this machine's and this run's: it is gone with the process.
final class SpillFile: Sendable {
    /// The system's refusal, by its number (errno).
    struct Fault: Error {
        let code: Int32

        var text: String { unsafe String(cString: strerror(code)) }
    }

    /// Rows that lie together in the file.
    struct Extent: Sendable {
        let offset: Int
        let rows: Int
    }

    private let descriptor: Int32

    init(in folder: String) throws(Fault) {
        var path = Array((folder + "/.fentan-spill-XXXXXX").utf8CString)
        let file = unsafe mkstemp(&path)
        guard file >= 0 else { throw Fault(code: errno) }
        unsafe unlink(path)
        _ = fcntl(file, F_SETFD, FD_CLOEXEC)
        descriptor = file
    }

    deinit { close(descriptor) }

    /// Writes rows at `offset`; nil once all are written, else the refusal.
    func write(_ rows: [Shipment], at offset: Int) throws(Fault) -> Extent {
        let code = unsafe rows.withUnsafeBytes { bytes -> Int32 in
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
        return Extent(offset: offset, rows: rows.count)
    }

    /// Appends the rows of an extent to `rows`.
    func read(_ extent: Extent, into rows: inout [Shipment]) throws(Fault) {
        var code: Int32 = 0
        let found = unsafe [Shipment](unsafeUninitializedCapacity: extent.rows) { room, count in
            let bytes = UnsafeMutableRawBufferPointer(room)
            var done = 0
            while done < bytes.count {
                let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[done...])
                let read = unsafe pread(
                    descriptor, rest.baseAddress, rest.count, extent.offset + done)
                if read == 0 || (read < 0 && errno != EINTR) {
                    code = read == 0 ? EIO : errno
                    return
                }
                if read > 0 { done += read }
            }
            count = extent.rows
        }
        guard code == 0 else { throw Fault(code: code) }
        rows += found
    }
}
