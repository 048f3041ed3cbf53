private import Crypto
private import Foundation

/// An Ed25519 key (RFC 8032) by which an output folder is signed, in the files that OpenSSL writes.
package struct SigningKey: Sendable {
    /// The 32 bytes of RFC 8032.
    private let seed: [UInt8]
    /// The 32 bytes of the public key.
    private let point: [UInt8]

    /// A new key, of the system's random numbers.
    package init() { self.init(Curve25519.Signing.PrivateKey()) }

    /// The key of a PEM file with PKCS#8 (RFC 8410) in it; nil where it holds anything else.
    package init?(pem: [UInt8]) {
        guard let der = Self.content(of: pem, label: "PRIVATE KEY"),
            der.count == Self.privatePrefix.count + 32, der.starts(with: Self.privatePrefix),
            let key = try? Curve25519.Signing.PrivateKey(
                rawRepresentation: der.dropFirst(Self.privatePrefix.count))
        else { return nil }
        self.init(key)
    }

    private init(_ key: Curve25519.Signing.PrivateKey) {
        seed = Array(key.rawRepresentation)
        point = Array(key.publicKey.rawRepresentation)
    }

    /// PKCS#8 in PEM: whoever has it can sign.
    package var privatePEM: [UInt8] {
        Self.pem(Self.privatePrefix + seed, label: "PRIVATE KEY")
    }

    /// SubjectPublicKeyInfo in PEM, for those who check signatures.
    package var publicPEM: [UInt8] { Self.pem(publicDER, label: "PUBLIC KEY") }

    /// SHA-256 of the public key in DER, 64 hexadecimal digits.
    package var fingerprint: String { Checksums.hexDigest(of: publicDER) }

    /// The 64 bytes that sign `message`; BoringSSL's are the same every time, as RFC 8032 has it.
    package func signature(of message: [UInt8]) throws -> [UInt8] {
        let key = try Curve25519.Signing.PrivateKey(rawRepresentation: seed)
        return try Array(key.signature(for: message))
    }

    private var publicDER: [UInt8] { Self.publicPrefix + point }

    /// RFC 8410, 7: version 0, id-Ed25519, and the seed in two octet strings.
    private static let privatePrefix: [UInt8] = [
        0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04,
        0x20,
    ]
    /// RFC 8410, 4: id-Ed25519 and the point in a bit string.
    private static let publicPrefix: [UInt8] = [
        0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00,
    ]

    /// Either is shorter than a line of 64 characters.
    private static func pem(_ der: [UInt8], label: String) -> [UInt8] {
        let text = Data(der).base64EncodedString()
        return Array("-----BEGIN \(label)-----\n\(text)\n-----END \(label)-----\n".utf8)
    }

    /// The bytes between the two lines of a PEM file (RFC 7468) that has nothing else in it.
    private static func content(of pem: [UInt8], label: String) -> [UInt8]? {
        var lines = String(decoding: pem, as: UTF8.self).split(whereSeparator: \.isNewline)
        guard lines.count >= 3, lines.removeFirst() == "-----BEGIN \(label)-----",
            lines.removeLast() == "-----END \(label)-----"
        else { return nil }
        return Data(base64Encoded: lines.joined()).map { Array($0) }
    }
}
