internal import Crypto
private import DelimitedText
private import Synchronization

/// The SHA-256 of a file whose bytes come in order, made by whichever worker finds nobody at it.
///
/// Bytes are handed in under the lock of reading; to digest them takes longer, and is done beside it.
final class RollingDigest: Sendable {
    /// How many parts may wait before reading has to.
    private static let maximumWaiting = 32

    private let waiting = Mutex<[BlockBytes]>([])
    private let digest = Mutex(SHA256())

    /// Hands in the next bytes of the file.
    func add(_ bytes: BlockBytes) {
        let count = waiting.withLock { waiting in
            waiting.append(bytes)
            return waiting.count
        }
        if count > Self.maximumWaiting { digest.withLock { catchUp(&$0) } }
    }

    /// Digests what waits, unless somebody else is at it.
    func work() { _ = digest.withLockIfAvailable { catchUp(&$0) } }

    /// The digest in hexadecimal digits, once all bytes have been handed in.
    func final() -> String {
        digest.withLock { digest in
            catchUp(&digest)
            return Hexadecimal.text(of: digest.finalize())
        }
    }

    private func catchUp(_ digest: inout SHA256) {
        while true {
            let parts = waiting.withLock { waiting in
                let parts = waiting
                waiting = []
                return parts
            }
            if parts.isEmpty { return }
            for part in parts { digest.update(data: part.bytes) }
        }
    }
}
