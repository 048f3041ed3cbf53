import DelimitedText
import Documents
import ProgrammeFolder
import Subsidy
import Verification

/// The private key that the settings name.
enum SigningKeyFile {
    /// Nil where they name none; a relative path begins in the programme's folder.
    static func key(of folder: ProgrammeInputs) throws -> SigningKey? {
        guard let name = try folder.programme().signingKey else { return nil }
        let path = name.hasPrefix("/") ? name : folder.path(of: name)
        guard let key = SigningKey(pem: try PrivateFile.bytes(of: path)) else {
            throw KeyFault.notKey(path)
        }
        return key
    }
}

/// A public key that is named on the command line.
enum PublicKeyFile {
    static func key(at path: String) throws -> PublicKey {
        let bytes: [UInt8]
        do throws(ByteFile.Fault) {
            bytes = try ByteFile.bytes(of: path, limit: 1 << 16)
        } catch {
            throw KeyFault.unreadable(path, error.code)
        }
        guard let key = PublicKey(pem: bytes) else { throw KeyFault.notPublicKey(path) }
        return key
    }
}
