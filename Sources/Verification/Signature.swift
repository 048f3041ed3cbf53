internal import Crypto
internal import Foundation

/// An Ed25519 public key (RFC 8032), from a PEM file with SubjectPublicKeyInfo (RFC 8410) in it.
package struct PublicKey: Sendable {
    /// SHA-256 of the key in DER, as report.json names who signed.
    package let fingerprint: String
    private let point: [UInt8]

    /// Nil where the file holds anything else.
    package init?(pem: [UInt8]) {
        var body = ""
        var isOpen = false
        for line in String(decoding: pem, as: UTF8.self).split(whereSeparator: \.isNewline) {
            switch line {
            case "-----BEGIN PUBLIC KEY-----" where !isOpen && body.isEmpty: isOpen = true
            case "-----END PUBLIC KEY-----" where isOpen: isOpen = false
            case _ where isOpen: body += line
            default: return nil
            }
        }
        guard !isOpen, let der = Data(base64Encoded: body), der.count == 44 else { return nil }
        // A sequence of the algorithm 1.3.101.112 and a bit string of 32 bytes.
        let head = der.prefix(12).map { String($0, radix: 16) }.joined(separator: " ")
        guard head == "30 2a 30 5 6 3 2b 65 70 3 21 0" else { return nil }
        point = Array(der.suffix(32))
        fingerprint = Digests.hex(SHA256.hash(data: der))
    }

    fileprivate func signed(_ message: [UInt8], signature: [UInt8]) -> Bool {
        let key = try? Curve25519.Signing.PublicKey(rawRepresentation: point)
        return key?.isValidSignature(signature, for: message) == true
    }
}

/// SHA256SUMS.sig against SHA256SUMS, by a key that the reader trusts.
enum SignatureProof {
    static func failures(
        in folder: FolderContents, of report: ReportFile, by key: PublicKey
    ) -> [Failure] {
        var proof = Proof(.signature)
        guard let sums = folder[.sums], let signature = folder[.signature] else {
            proof.fail(.signature)
            return proof.failures
        }
        proof.require(key.signed(sums, signature: signature), .signature)
        proof.equal(
            report.settings.signingKey, key.fingerprint, .signature, place: "settings.signing-key")
        return proof.failures
    }
}
