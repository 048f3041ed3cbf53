import Foundation
import Testing

@testable import Documents

/// Keys that sign, and their files.
struct SigningKeyTests {
    /// RFC 8032, 7.1: seed, message, signature.
    static let vectors = [
        (
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701c"
                + "f9b46bd25bf5f0595bbe24655141438e7a100b"
        ),
        (
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0"
                + "f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        ),
    ]

    private static let prefix = "302e020100300506032b657004220420"

    private static func bytes(_ hex: String) -> [UInt8] {
        let digits = Array(hex)
        return stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(digits[$0...($0 + 1)]), radix: 16)
        }
    }

    private static func pem(_ hex: String, label: String = "PRIVATE KEY") -> String {
        "-----BEGIN \(label)-----\n\(Data(bytes(hex)).base64EncodedString())\n-----END \(label)-----\n"
    }

    @Test(arguments: vectors.indices)
    func signaturesAreThoseOfTheStandardEveryTime(index: Int) throws {
        let (seed, message, signature) = Self.vectors[index]
        let key = try #require(SigningKey(pem: Array(Self.pem(Self.prefix + seed).utf8)))
        for _ in 0..<3 {
            #expect(try key.signature(of: Self.bytes(message)) == Self.bytes(signature))
        }
    }

    @Test func keyIsReadAsItIsWritten() throws {
        let key = SigningKey()
        let again = try #require(SigningKey(pem: key.privatePEM))
        #expect(again.publicPEM == key.publicPEM && again.fingerprint == key.fingerprint)
        #expect(try again.signature(of: [1]) == key.signature(of: [1]))
        #expect(SigningKey().fingerprint != key.fingerprint)
        let crlf = String(decoding: key.privatePEM, as: UTF8.self).replacing("\n", with: "\r\n")
        #expect(SigningKey(pem: Array(crlf.utf8))?.fingerprint == key.fingerprint)
    }

    private static let seed = vectors[0].0

    @Test(arguments: [
        "", "key", pem(seed), pem(prefix + seed + "00"), pem(String((prefix + seed).dropLast(2))),
        pem(prefix + seed, label: "PUBLIC KEY"), pem(prefix + seed, label: "EC PRIVATE KEY"),
        // X25519, and a version 1 with more in it.
        pem("302e020100300506032b656e04220420" + seed),
        pem("302e020101300506032b657004220420" + seed),
        pem(prefix + seed).replacing("MC4", with: "M*4"), "x\n" + pem(prefix + seed),
        pem(prefix + seed) + pem(prefix + seed),
    ])
    func otherFilesAreNoKey(text: String) {
        #expect(SigningKey(pem: Array(text.utf8)) == nil)
    }
}
