private import Crypto
private import DelimitedText

/// The list of digests by which `sha256sum -c` proves a folder.
enum Checksums {
    /// `SHA256SUMS` over `documents`: one line each, by path in byte order.
    static func document(of documents: [Document]) throws -> Document {
        var lines: [UInt8] = []
        let ordered = documents.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        for document in ordered {
            lines += try hexDigest(of: document.content).utf8
            lines += "  \(document.path)\n".utf8
        }
        return Document(path: "SHA256SUMS", bytes: lines)
    }

    /// SHA-256 in 64 lower-case hexadecimal digits.
    static func hexDigest(of bytes: [UInt8]) -> String {
        Hexadecimal.text(of: SHA256.hash(data: bytes))
    }

    private static func hexDigest(of content: FileBytes) throws -> String {
        var digest = SHA256()
        try content.forEachPiece { digest.update(data: $0) }
        return Hexadecimal.text(of: digest.finalize())
    }
}
