import Crypto
import DelimitedText

/// SHA-256 in 64 lower-case hexadecimal digits.
enum Digest {
    static func sha256(_ bytes: some Sequence<UInt8>) -> String {
        Hexadecimal.text(of: SHA256.hash(data: Array(bytes)))
    }
}
