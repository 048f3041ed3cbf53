internal import Crypto
internal import DelimitedText
internal import Foundation

/// SHA256SUMS against the files beside it.
enum Digests {
    static func failures(in folder: FolderContents) -> [Failure] {
        var proof = Proof(.sums)
        guard let bytes = folder[.sums] else {
            proof.fail(.digestList)
            return proof.failures
        }
        let listed = entries(of: bytes, proof: &proof)
        for (path, digest) in listed.sorted(by: { $0.key < $1.key }) {
            if let file = folder.files[path] {
                proof.equal(hexDigest(of: file), digest, .digest, place: path)
            } else {
                proof.fail(.missingFile, place: path)
            }
        }
        for path in unlisted(in: folder, listed: Set(listed.keys)) {
            proof.fail(.unlistedFile, place: path)
        }
        return proof.failures
    }

    /// What no list of digests can hold: itself, and its signature.
    private static let unsummed = [Document.sums.rawValue, Document.signature.rawValue]

    /// Nil for what cannot be read.
    private static func hexDigest(of file: FileBytes) -> String? {
        var digest = SHA256()
        guard (try? file.forEachPiece { digest.update(data: $0) }) != nil else { return nil }
        return hex(digest.finalize())
    }

    /// Lower-case hexadecimal text.
    static func hex(_ digest: SHA256.Digest) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in digest {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    static func isHex(_ text: String) -> Bool {
        text.utf8.count == 64
            && text.utf8.allSatisfy { byte in
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
            }
    }

    /// Digest by path; every line must be as `sha256sum` writes it, sorted by path.
    private static func entries(of bytes: [UInt8], proof: inout Proof) -> [String: String] {
        var entries: [String: String] = [:]
        var previous: String?
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true {
            lines.removeLast()
        } else {
            proof.fail(.digestList, line: max(1, lines.count))
        }
        for (index, line) in lines.enumerated() {
            guard let (digest, path) = entry(line), previous.map({ isBefore($0, path) }) ?? true
            else {
                proof.fail(
                    .digestList, line: index + 1, found: String(decoding: line, as: UTF8.self))
                continue
            }
            entries[path] = digest
            previous = path
        }
        return entries
    }

    /// Digest and path of a line of 64 digits, two blanks and a path within the folder.
    private static func entry(_ line: ArraySlice<UInt8>) -> (digest: String, path: String)? {
        guard let text = String(validating: line, as: UTF8.self) else { return nil }
        let digest = String(text.prefix(64))
        let path = String(text.dropFirst(66))
        let steps = path.split(separator: "/", omittingEmptySubsequences: false)
        guard isHex(digest), text.dropFirst(64).hasPrefix("  "),
            !path.contains("\\"), !unsummed.contains(path),
            !steps.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." })
        else { return nil }
        return (digest, path)
    }

    /// Files that are not in the list, and folders that lead to no listed file.
    private static func unlisted(in folder: FolderContents, listed: Set<String>) -> [String] {
        let files = folder.files.keys.filter {
            !unsummed.contains($0) && !listed.contains($0)
        }
        let folders = folder.folders.filter { path in
            !listed.contains { $0.hasPrefix(path + "/") }
        }
        return (files + folders.map { $0 + "/" }).sorted(by: isBefore)
    }
}

/// Byte order, the order of names everywhere in an output folder.
func isBefore(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
}
