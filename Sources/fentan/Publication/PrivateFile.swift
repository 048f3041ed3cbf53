import Documents
import Glibc

/// Files that nobody but their owner may read.
enum PrivateFile {
    /// More than any key has.
    private static let limit = 1 << 16

    /// The bytes of a file that must be private.
    static func bytes(of path: String) throws -> [UInt8] {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw KeyFault.unreadable(path, errno) }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw KeyFault.unreadable(path, errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw KeyFault.notKey(path) }
        let isOurs = status.st_uid == geteuid() || status.st_uid == 0
        guard isOurs, status.st_mode & 0o077 == 0 else { throw KeyFault.notPrivate(path) }
        var bytes = [UInt8](repeating: 0, count: limit)
        var filled = 0
        while filled < limit {
            let count = unsafe bytes[filled...].withUnsafeMutableBytes { room in
                unsafe read(descriptor, room.baseAddress, room.count)
            }
            if count < 0, errno == EINTR { continue }
            if count < 0 { throw KeyFault.unreadable(path, errno) }
            if count == 0 { break }
            filled += count
        }
        bytes.removeLast(limit - filled)
        return bytes
    }
}

/// Why a key cannot be used.
enum KeyFault: Error {
    /// With the system's number.
    case unreadable(String, Int32)
    /// Others than its owner can read it, or it is another user's.
    case notPrivate(String)
    /// A private key is needed and this is none of Ed25519.
    case notKey(String)
    /// A public key is needed and this is none of Ed25519.
    case notPublicKey(String)

    var text: Text {
        switch self {
        case .unreadable(let path, let code):
            Texts.keyUnreadable(path, unsafe String(cString: strerror(code)))
        case .notPrivate(let path): Texts.keyNotPrivate(path)
        case .notKey(let path): Texts.notKey(path)
        case .notPublicKey(let path): Texts.notPublicKey(path)
        }
    }

    var status: ExitStatus {
        switch self {
        case .unreadable, .notPublicKey: .inputUnusable
        case .notPrivate: .notPrivate
        case .notKey: .configuration
        }
    }
}
