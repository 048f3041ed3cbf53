import Documents

/// What the command says of keys.
extension Texts {
    static func keyUnreadable(_ path: String, _ reason: String) -> Text {
        Text(
            zh: "\(path)：无法读取密钥（\(reason)）。请核对 fentan.yaml 的 signing-key 或命令中的路径。",
            en: "\(path): the key cannot be read (\(reason)). Check signing-key in fentan.yaml, or "
                + "the path on the command line.")
    }

    static func keyNotPrivate(_ path: String) -> Text {
        Text(
            zh: "\(path)：签名私钥可被他人读取，不予使用。请运行 chmod 600，并考虑更换密钥。",
            en: "\(path): others can read this signing key, so it is not used. Run chmod 600 on it "
                + "and consider a new key.")
    }

    static func notKey(_ path: String) -> Text {
        Text(
            zh:
                "\(path)：不是 Ed25519 私钥（PKCS#8 PEM）。请用 fentan keys 生成，并更正 fentan.yaml 的 signing-key。",
            en:
                "\(path): this is no Ed25519 private key (PKCS#8 in PEM). Make one with fentan keys, "
                + "and correct signing-key in fentan.yaml.")
    }

    static func notPublicKey(_ path: String) -> Text {
        Text(
            zh: "\(path)：不是 Ed25519 公钥（PEM）。请给出 fentan keys 生成的 .pub 文件。",
            en: "\(path): this is no Ed25519 public key (PEM). Name the .pub file that fentan keys "
                + "made.")
    }

    /// A line each.
    static func keyMade(_ path: String, publicPath: String, fingerprint: String) -> [Text] {
        [
            Text(
                zh: "私钥（0600，请妥善保管，切勿外传）：\(path)",
                en: "private key (0600; keep it, and keep it secret): \(path)"),
            Text(
                zh: "公钥（请交给核对签名的人）：\(publicPath)",
                en: "public key (for those who check signatures): \(publicPath)"),
            Text(
                zh: "公钥指纹（SHA-256）：\(fingerprint)",
                en: "fingerprint of the public key (SHA-256): \(fingerprint)"),
        ]
    }
}
