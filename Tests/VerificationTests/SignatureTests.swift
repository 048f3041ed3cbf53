import Crypto
import Foundation
import Testing

@testable import Verification

/// A folder that is signed, and what is no signature of it.
struct SignatureTests {
    private let key = Curve25519.Signing.PrivateKey()

    private var publicPEM: [UInt8] {
        let der: [UInt8] =
            [0x30, 0x2A, 0x30, 5, 6, 3, 0x2B, 0x65, 0x70, 3, 0x21, 0]
            + key.publicKey.rawRepresentation
        let text = Data(der).base64EncodedString()
        return Array("-----BEGIN PUBLIC KEY-----\n\(text)\n-----END PUBLIC KEY-----\n".utf8)
    }

    private func publicKey() throws -> PublicKey { try #require(PublicKey(pem: publicPEM)) }

    /// The sample, signed by `key` under a fingerprint.
    private func contents(naming fingerprint: String) throws -> FolderContents {
        var contents = Sample().contents
        let report = String(decoding: contents[file: "report.json"] ?? [], as: UTF8.self)
            .replacing(
                #""approval": null"#,
                with: "\"signing-key\": \"\(fingerprint)\", \"approval\": null")
        contents[file: "report.json"] = Array(report.utf8)
        Sample.sign(&contents)
        let sums = try #require(contents[file: "SHA256SUMS"])
        contents[file: "SHA256SUMS.sig"] = try Array(key.signature(for: sums))
        return contents
    }

    private func checks(_ contents: FolderContents, by key: PublicKey?) -> [Check] {
        OutputProof.failures(in: contents, by: key).map(\.check)
    }

    @Test func signedFolderHolds() throws {
        let contents = try contents(naming: publicKey().fingerprint)
        #expect(try checks(contents, by: publicKey()) == [])
        #expect(checks(contents, by: nil) == [])
    }

    @Test func anotherSignatureIsFound() throws {
        var contents = try contents(naming: publicKey().fingerprint)
        contents[file: "SHA256SUMS.sig"]?[7] ^= 1
        #expect(try checks(contents, by: publicKey()) == [.signature])
        contents[file: "SHA256SUMS.sig"] = []
        #expect(try checks(contents, by: publicKey()) == [.signature])
    }

    @Test func listThatWasMadeAnewIsFound() throws {
        var contents = try contents(naming: publicKey().fingerprint)
        let signature = contents[file: "SHA256SUMS.sig"]
        contents[file: "report.html"]? += Array(" ".utf8)
        contents[file: "SHA256SUMS.sig"] = nil
        Sample.sign(&contents)
        contents[file: "SHA256SUMS.sig"] = signature
        #expect(try checks(contents, by: publicKey()) == [.signature])
        #expect(checks(contents, by: nil) == [])
    }

    @Test func missingSignatureIsFound() throws {
        var contents = try contents(naming: publicKey().fingerprint)
        contents[file: "SHA256SUMS.sig"] = nil
        #expect(checks(contents, by: nil) == [.documentMissing])
        #expect(try checks(contents, by: publicKey()).contains(.signature))
        #expect(try checks(Sample().contents, by: publicKey()) == [.signature])
    }

    @Test func signatureThatTheReportDoesNotNameIsFound() throws {
        var contents = Sample().contents
        contents[file: "SHA256SUMS.sig"] = [1]
        #expect(checks(contents, by: nil) == [.documentUnexpected])
    }

    @Test func keyThatTheReportDoesNotNameIsFound() throws {
        let contents = try contents(naming: String(repeating: "0", count: 64))
        #expect(try checks(contents, by: publicKey()) == [.signature])
    }

    @Test func listMayNotListTheSignature() throws {
        var contents = try contents(naming: publicKey().fingerprint)
        Sample.sign(&contents)
        #expect(checks(contents, by: nil).contains(.digestList))
    }

    @Test func otherFilesAreNoKey() {
        let text = String(decoding: publicPEM, as: UTF8.self)
        for other in [
            "", "key", text.replacing("PUBLIC", with: "PRIVATE"),
            text.replacing("MCo", with: "MCp"),
            text + text, String(text.dropLast(30)), "x" + text, text + "x",
        ] {
            #expect(PublicKey(pem: Array(other.utf8)) == nil, "\(other)")
        }
    }
}
