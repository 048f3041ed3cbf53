private import Crypto

/// The list of digests by which `sha256sum -c` proves a folder.
enum Checksums {
    /// `SHA256SUMS` over `documents`: one line each, by path in byte order.
    static func document(of documents: [Document]) -> Document {
        var lines: [UInt8] = []
        let ordered = documents.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        for document in ordered {
            lines += hexDigest(of: document.bytes).utf8
            lines += "  \(document.path)\n".utf8
        }
        return Document(path: "SHA256SUMS", bytes: lines)
    }

    /// SHA-256 in 64 lower-case hexadecimal digits.
    static func hexDigest(of bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        for byte in SHA256.hash(data: bytes) { Hexadecimal.append(byte, to: &text) }
        return String(decoding: text, as: UTF8.self)
    }
}

/// Bytes in two hexadecimal digits each.
enum Hexadecimal {
    static func append(_ byte: UInt8, to text: inout [UInt8]) {
        for digit in [byte >> 4, byte & 15] {
            text.append(digit < 10 ? 0x30 + digit : 0x61 + digit - 10)
        }
    }
}
